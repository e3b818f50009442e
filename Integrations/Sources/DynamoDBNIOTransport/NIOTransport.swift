public import HTTPDynamoDBCore
import NIOCore
public import NIOPosix
import Synchronization

/// HTTP/1.1 on SwiftNIO: connections that stay open, bounded in number, and as little work per request as can be.
///
/// ```swift
/// let transport = NIOTransport()
/// let response = try await transport.send(request, timeout: .seconds(5))
/// // …
/// await transport.shutdown()
/// ```
///
/// A transport that nobody holds any longer closes its connections, so `shutdown` is only for those who want to wait for that.
public final class NIOTransport: HTTPTransport {
    private let configuration: Configuration
    private let opener: ConnectionOpener
    private let pools: Mutex<Pools>

    private struct Pools {
        var byEndpoint: [HTTPEndpoint: ConnectionPool] = [:]
        var isClosed = false
    }

    /// A transport without connections; each is opened when a request needs it.
    /// - Parameter eventLoopGroup: the threads that do the input and output; connections are spread over them.
    public init(
        eventLoopGroup: MultiThreadedEventLoopGroup = .singleton, configuration: Configuration = Configuration()
    ) {
        self.configuration = configuration
        opener = ConnectionOpener(group: eventLoopGroup, configuration: configuration)
        pools = Mutex(Pools())
    }

    deinit {
        // Nobody is in `send` any more, so what is left are idle connections.
        for pool in pools.withLock({ Array($0.byEndpoint.values) }) { pool.close(discardingRequests: true) }
    }

    public func send(
        _ request: TransportRequest, timeout: Duration
    ) async throws(TransportError) -> TransportResponse {
        guard timeout > .zero else {
            throw TransportError(.timedOut, "the time was over before the request was sent", mayHaveBeenSent: false)
        }
        let pool = try pool(for: request.endpoint)
        let exchange = Exchange(
            request: try RequestEncoder.encode(request, hostField: pool.hostField),
            deadline: .now() + TimeAmount(clamping: timeout))
        let result = await withTaskCancellationHandler {
            await withUnsafeContinuation { continuation in
                if exchange.begin(continuation) { pool.submit(exchange) }
            }
        } onCancel: {
            if exchange.fail(.cancelled, "the task was cancelled") { pool.withdraw(exchange) }
        }
        return try result.get().transportResponse(maximumBodySize: configuration.maximumBodySize)
    }

    /// Takes no more requests, waits for those under way, and closes all connections.
    ///
    /// When the task is cancelled meanwhile, the requests under way fail and their connections are closed at once.
    public func shutdown() async {
        let pools = pools.withLock { pools in
            pools.isClosed = true
            return Array(pools.byEndpoint.values)
        }
        for pool in pools { pool.close(discardingRequests: false) }
        await withTaskCancellationHandler {
            for pool in pools { await pool.untilClosed() }
        } onCancel: {
            for pool in pools { pool.close(discardingRequests: true) }
        }
    }

    /// Requests and connections of an endpoint at this moment.
    func counts(of endpoint: HTTPEndpoint) -> ConnectionPool.Counts {
        pools.withLock { $0.byEndpoint[endpoint] }?.counts ?? ConnectionPool.Counts()
    }

    private func pool(for endpoint: HTTPEndpoint) throws(TransportError) -> ConnectionPool {
        let result = pools.withLock { pools -> Result<ConnectionPool, TransportError> in
            if pools.isClosed {
                return .failure(TransportError(.unreachable, "the transport was shut down", mayHaveBeenSent: false))
            }
            if let pool = pools.byEndpoint[endpoint] { return .success(pool) }
            return Result { () throws(TransportError) in
                let pool = ConnectionPool(
                    endpoint: endpoint, hostField: try RequestEncoder.hostField(endpoint), opener: opener,
                    configuration: configuration)
                pools.byEndpoint[endpoint] = pool
                return pool
            }
        }
        return try result.get()
    }
}
