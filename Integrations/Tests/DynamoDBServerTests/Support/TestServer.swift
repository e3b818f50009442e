import InMemoryDynamoDB
import NIOCore
import NIOPosix

@testable import DynamoDBServer

/// A server on a free port, for the time of one test.
struct TestServer {
    let engine: InMemoryDynamoDB
    let server: DynamoDBServer
    let port: Int

    static func run<Result>(
        _ engine: InMemoryDynamoDB = InMemoryDynamoDB(),
        configure: (inout ServerConfiguration) -> Void = { _ in },
        _ body: (TestServer) async throws -> Result
    ) async throws -> Result {
        var configuration = ServerConfiguration()
        configuration.threads = 2
        configure(&configuration)
        let server = DynamoDBServer(engine, configuration: configuration)
        let port = try await server.start()
        do {
            let result = try await body(TestServer(engine: engine, server: server, port: port))
            try await server.stop()
            return result
        } catch {
            try await server.stop()
            throw error
        }
    }

    /// Opens a connection for as long as `body` runs.
    func connect<Result>(_ body: (TestConnection) async throws -> Result) async throws -> Result {
        let channel = try await ClientBootstrap(group: .singletonMultiThreadedEventLoopGroup)
            .connectTimeout(.minutes(5))
            .connect(host: "127.0.0.1", port: port) { channel in
                channel.eventLoop.makeCompletedFuture {
                    try NIOAsyncChannel<ByteBuffer, ByteBuffer>(wrappingChannelSynchronously: channel)
                }
            }
        return try await channel.executeThenClose { inbound, outbound in
            try await body(TestConnection(channel: channel.channel, inbound: inbound, outbound: outbound))
        }
    }

    /// One request on a connection of its own.
    func ask(_ request: RawRequest) async throws -> Reply {
        try await connect { connection in
            try await connection.send(request)
            return try await connection.receive()
        }
    }
}
