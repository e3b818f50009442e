import HTTPDynamoDBCore
import NIOCore
import NIOPosix
import NIOSSL
import Synchronization

/// A server on a free port that does on every connection what a test tells it to, well-behaved or not.
final class ScriptedServer: Sendable {
    typealias Script = @Sendable (ScriptedConnection) async throws -> Void

    private struct State {
        var accepted = 0
        var open = 0
        var whenClosed: [CheckedContinuation<Void, Never>] = []
    }

    let endpoint: HTTPEndpoint
    private let connections: Connections

    /// The connections that there have been, and those that are open.
    private final class Connections: Sendable {
        private let state = Mutex(State())
        private let script: Script

        init(_ script: @escaping Script) {
            self.script = script
        }

        var accepted: Int { state.withLock(\.accepted) }
        var open: Int { state.withLock(\.open) }

        func add(_ channel: NIOAsyncChannel<ByteBuffer, ByteBuffer>) {
            let number = state.withLock { state in
                state.open += 1
                defer { state.accepted += 1 }
                return state.accepted
            }
            // A task of its own: a listener that is closed forgets what it has accepted and not handed on yet.
            Task {
                // Whatever goes wrong with one connection is the client's to notice.
                try? await channel.executeThenClose { inbound, outbound in
                    try await script(ScriptedConnection(number, channel.channel, inbound, outbound))
                }
                let waiting = state.withLock { state in
                    state.open -= 1
                    guard state.open == 0 else { return [CheckedContinuation<Void, Never>]() }
                    defer { state.whenClosed = [] }
                    return state.whenClosed
                }
                for continuation in waiting { continuation.resume() }
            }
        }

        func untilClosed() async {
            await withCheckedContinuation { continuation in
                let isClosed = state.withLock { state in
                    if state.open > 0 { state.whenClosed.append(continuation) }
                    return state.open == 0
                }
                if isClosed { continuation.resume() }
            }
        }
    }

    private init(endpoint: HTTPEndpoint, connections: Connections) {
        self.endpoint = endpoint
        self.connections = connections
    }

    /// How many connections there have been.
    var accepted: Int { connections.accepted }
    var open: Int { connections.open }

    /// Runs `body` with a server whose connections follow the script; a connection is closed when its script ends.
    ///
    /// Returns only when every connection has been closed: a client that leaks one keeps the test from ending.
    static func run<Result: Sendable>(
        tls: NIOSSLContext? = nil, host: String = "127.0.0.1", script: @escaping Script,
        _ body: (ScriptedServer) async throws -> Result
    ) async throws -> Result {
        let connections = Connections(script)
        let listener = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .serverChannelOption(.backlog, value: 1024)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    if let tls { try channel.pipeline.syncOperations.addHandler(NIOSSLServerHandler(context: tls)) }
                    connections.add(
                        try NIOAsyncChannel(
                            wrappingChannelSynchronously: channel,
                            configuration: .init(isOutboundHalfClosureEnabled: true)))
                }
            }
            .bind(host: "127.0.0.1", port: 0).get()
        let endpoint = HTTPEndpoint(isSecure: tls != nil, host: host, port: listener.localAddress?.port ?? 0)
        let result: Result
        do {
            result = try await body(ScriptedServer(endpoint: endpoint, connections: connections))
        } catch {
            try await listener.close()
            throw error
        }
        try await listener.close()
        await connections.untilClosed()
        return result
    }

    /// An endpoint at which nobody listens.
    static func nobody() async throws -> HTTPEndpoint {
        try await run(script: { _ in }) { $0.endpoint }
    }
}
