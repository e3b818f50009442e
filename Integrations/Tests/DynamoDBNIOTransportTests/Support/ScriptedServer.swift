import HTTPDynamoDB
import NIOCore
import NIOPosix
import NIOSSL
import Synchronization

/// A server on a free port that does on every connection what a test tells it to, well-behaved or not.
final class ScriptedServer: Sendable {
    typealias Script = @Sendable (ScriptedConnection) async throws -> Void

    let endpoint: HTTPEndpoint
    private let state = Mutex((accepted: 0, open: 0))

    private init(endpoint: HTTPEndpoint) {
        self.endpoint = endpoint
    }

    /// How many connections there have been.
    var accepted: Int { state.withLock(\.accepted) }
    var open: Int { state.withLock(\.open) }

    /// Runs `body` with a server whose connections follow the script; a connection is closed when its script ends.
    ///
    /// Returns only when every connection has been closed: a client that leaks one keeps the test from ending.
    static func run<Result: Sendable>(
        tls: NIOSSLContext? = nil, host: String = "127.0.0.1", script: @escaping Script,
        _ body: (ScriptedServer) async throws -> Result
    ) async throws -> Result {
        let listener = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .serverChannelOption(.backlog, value: 1024)
            .bind(host: "127.0.0.1", port: 0) { channel in
                channel.eventLoop.makeCompletedFuture {
                    if let tls { try channel.pipeline.syncOperations.addHandler(NIOSSLServerHandler(context: tls)) }
                    return try NIOAsyncChannel<ByteBuffer, ByteBuffer>(wrappingChannelSynchronously: channel)
                }
            }
        let port = listener.channel.localAddress?.port ?? 0
        let server = ScriptedServer(endpoint: HTTPEndpoint(isSecure: tls != nil, host: host, port: port))
        async let accepting: Void = listener.executeThenClose { connections in
            await withDiscardingTaskGroup { group in
                do {
                    for try await connection in connections {
                        let number = server.state.withLock { state in
                            state.open += 1
                            defer { state.accepted += 1 }
                            return state.accepted
                        }
                        group.addTask {
                            // Whatever goes wrong with one connection is the client's to notice.
                            try? await connection.executeThenClose { inbound, outbound in
                                try await script(ScriptedConnection(number, connection.channel, inbound, outbound))
                            }
                            server.state.withLock { $0.open -= 1 }
                        }
                    }
                } catch {}
            }
        }
        do {
            let result = try await body(server)
            try await listener.channel.close()
            try? await accepting
            return result
        } catch {
            try await listener.channel.close()
            try? await accepting
            throw error
        }
    }

    /// An endpoint at which nobody listens.
    static func nobody() async throws -> HTTPEndpoint {
        try await run(script: { _ in }) { $0.endpoint }
    }
}
