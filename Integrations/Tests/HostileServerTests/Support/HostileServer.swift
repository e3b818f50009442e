import HTTPDynamoDBCore
import InMemoryDynamoDB
import NIOCore
import NIOPosix

/// A DynamoDB on a free port that answers, or does worse.
///
/// It closes no connection by itself but to do harm: those that are open at the end are closed by the client, or the test does not end.
struct HostileServer: Sendable {
    let engine: InMemoryDynamoDB
    let endpoint: HTTPEndpoint
    let log: ServerLog

    /// Runs `body` with a server that has a table `things`.
    /// - Parameter otherwise: what it does with requests for which `next` has nothing.
    static func run<Result: Sendable>(
        otherwise: @escaping @Sendable () -> Behaviour = { .plain },
        _ body: (HostileServer) async throws -> Result
    ) async throws -> Result {
        let engine = InMemoryDynamoDB()
        try await engine.makeTable()
        let log = ServerLog(otherwise: otherwise)
        let listener = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .serverChannelOption(.backlog, value: 1024)
            .childChannelOption(.tcpOption(.tcp_nodelay), value: 1)
            .childChannelInitializer { channel in
                log.opened()
                channel.closeFuture.whenComplete { _ in log.closed() }
                return channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHandler(HostileConnection(engine, log))
                }
            }
            .bind(host: "127.0.0.1", port: 0).get()
        let endpoint = HTTPEndpoint(isSecure: false, host: "127.0.0.1", port: listener.localAddress?.port ?? 0)
        let server = HostileServer(engine: engine, endpoint: endpoint, log: log)
        do {
            let result = try await body(server)
            try await listener.close()
            await log.untilQuiet()
            return result
        } catch {
            try await listener.close()
            throw error
        }
    }

    func next(_ behaviours: Behaviour...) { log.next(behaviours) }
}
