public import InMemoryDynamoDB
import NIOCore
import NIOHTTP1
import NIOPosix
import Synchronization

import struct Foundation.Date

/// A DynamoDB over HTTP: any client of the service talks to the engine as it talks to the service.
///
/// ```swift
/// let server = DynamoDBServer(InMemoryDynamoDB())
/// let port = try await server.start()
/// // … clients at http://127.0.0.1:port …
/// try await server.stop()
/// ```
public final class DynamoDBServer: Sendable {
    /// The version that `/healthz` and `--version` tell.
    public static let version = "0.1.0"

    private let configuration: ServerConfiguration
    private let responder: Responder
    private let connections = OpenConnections()
    private let threads: MultiThreadedEventLoopGroup
    private let listener = Mutex<(any Channel)?>(nil)

    /// A server that does not listen yet.
    public init(_ engine: InMemoryDynamoDB, configuration: ServerConfiguration = ServerConfiguration()) {
        self.configuration = configuration
        responder = Responder(
            engine: engine, region: configuration.region, bodyLimit: configuration.limits.body,
            authenticator: Authenticator(configuration.authentication, clock: configuration.clock),
            health: Health(startDate: configuration.clock(), clock: configuration.clock, version: Self.version),
            intervene: configuration.intervene)
        threads = MultiThreadedEventLoopGroup(numberOfThreads: configuration.threads)
    }

    /// Begins to listen.
    /// - Returns: the port, which the system has chosen if the configuration's is 0.
    /// - Throws: if the address cannot be had; the server cannot be used again then.
    public func start() async throws -> Int {
        let (responder, limits, clock) = (responder, configuration.limits, configuration.clock)
        let connections = connections
        let bootstrap = ServerBootstrap(group: threads)
            .serverChannelOption(.backlog, value: 1024)
            .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
            .childChannelOption(.tcpOption(.tcp_nodelay), value: 1)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    var decoder = NIOHTTPDecoderLimitConfiguration()
                    decoder.maxHeaderListSize = limits.headers
                    decoder.maxHeaderFieldSize = limits.headers
                    // The headers that are sent are our own, or come from a request and have passed the parser.
                    try channel.pipeline.syncOperations.configureHTTPServerPipeline(
                        withPipeliningAssistance: true, withErrorHandling: true, withOutboundHeaderValidation: false,
                        withEncoderConfiguration: .init(), withDecoderLimitConfiguration: decoder)
                    try channel.pipeline.syncOperations.addHandler(
                        ConnectionHandler(responder: responder, limits: limits, now: clock))
                    connections.add(channel)
                }
            }
        do {
            let channel = try await bootstrap.bind(host: configuration.host, port: configuration.port).get()
            listener.withLock { $0 = channel }
            return channel.localAddress?.port ?? configuration.port
        } catch {
            try? await threads.shutdownGracefully()
            throw error
        }
    }

    /// Stops listening, lets running requests end, and then closes all connections.
    public func stop() async throws {
        let channel = listener.withLock { listener in
            defer { listener = nil }
            return listener
        }
        guard let channel else { return }
        try? await channel.close()
        try await connections.close(grace: configuration.grace, on: threads.next())
        try await threads.shutdownGracefully()
    }
}
