import HTTPDynamoDBCore
import NIOCore
import Synchronization

/// The connections to one endpoint, and the requests that wait for one.
///
/// One lock for all event loops: it is held for a few dozen instructions, twice a request, and so the bound on connections is exact, the connection
/// used last is used first, and nobody waits while a connection of another loop is idle. What is decided under it is done after it.
final class ConnectionPool: Sendable {
    /// Requests and connections at one moment.
    struct Counts: Hashable, Sendable {
        var idle = 0
        var running = 0
        var opening = 0
        var waiting = 0
    }

    let endpoint: HTTPEndpoint
    let hostField: String
    private let opener: ConnectionOpener
    private let timer: any EventLoop
    let state: Mutex<PoolState>

    init(
        endpoint: HTTPEndpoint, hostField: String, opener: ConnectionOpener,
        configuration: NIOTransport.Configuration
    ) {
        self.endpoint = endpoint
        self.hostField = hostField
        self.opener = opener
        timer = opener.nextLoop()
        state = Mutex(PoolState(configuration))
    }

    var counts: Counts { state.withLock(\.counts) }

    // MARK: Requests

    /// Gives the exchange to an idle connection, or lets it wait for one.
    func submit(_ exchange: Exchange) {
        let (submission, actions) = state.withLock { $0.submit(exchange) }
        switch submission {
        case .connection(let connection) where connection.loop.inEventLoop: connection.start(exchange)
        case .connection(let connection): connection.loop.execute { connection.start(exchange) }
        case .waits: break
        case .refused: exchange.fail(.unreachable, "the transport was shut down")
        }
        perform(actions)
    }

    /// Forgets an exchange that has ended by itself: it leaves the queue, or its connection ends.
    func withdraw(_ exchange: Exchange) {
        let (connection, actions) = state.withLock { $0.withdraw(exchange) }
        if let connection { connection.loop.execute { connection.abandon(exchange) } }
        perform(actions)
    }

    // MARK: Connections

    enum Release {
        case next(Exchange)
        case idle
        /// The pool has given it up.
        case close
    }

    /// The connection has no exchange any more, and is fit for another.
    func release(_ connection: Connection) -> Release {
        let (release, actions) = state.withLock { $0.release(connection, now: .now()) }
        perform(actions)
        return release
    }

    /// The connection has ended, after this exchange if there was one.
    func remove(_ connection: Connection, after ended: Exchange?) {
        perform(state.withLock { $0.remove(connection, after: ended) })
    }

    /// The connection had ended before the exchange came: it is the next to get one.
    func takeBack(_ exchange: Exchange, from connection: Connection) {
        perform(state.withLock { $0.takeBack(exchange, from: connection) })
    }

    func opened(_ connection: Connection) {
        let (release, actions) = state.withLock { $0.opened(connection, now: .now()) }
        perform(actions)
        switch release {
        case .next(let exchange): connection.start(exchange)
        case .idle: break
        case .close: connection.close()
        }
    }

    func failed(_ error: any Error) {
        let (exchange, actions) = state.withLock { $0.failed() }
        exchange?.fail(.unreachable, "there is no connection to \(endpoint): \(error)")
        perform(actions)
    }

    // MARK: Time

    /// Ends what is over time, and sees to it that the next one is ended in time.
    ///
    /// There is one timer for all: it is set to the earliest deadline. A request that ends in time, as nearly all do, does not touch it.
    private func sweep(_ date: NIODeadline) {
        let (overdue, actions) = state.withLock { $0.sweep(date, now: .now()) }
        for exchange in overdue
        where exchange.fail(.timedOut, "there was no response from \(endpoint) in time") { withdraw(exchange) }
        perform(actions)
    }

    // MARK: The end

    /// Lets no more requests in, and closes connections as they become idle.
    func close(discardingRequests: Bool) {
        let (requests, actions) = state.withLock { $0.close(discardingRequests: discardingRequests) }
        for exchange in requests where exchange.fail(.connectionLost, "the transport was shut down") {
            withdraw(exchange)
        }
        perform(actions)
    }

    func untilClosed() async {
        await withCheckedContinuation { continuation in
            let isClosed = state.withLock { state in
                if !state.isEmpty { state.whenClosed.append(continuation) }
                return state.isEmpty
            }
            if isClosed { continuation.resume() }
        }
    }

    private func perform(_ actions: PoolState.Actions) {
        guard actions.isAny else { return }
        for connection in actions.close { connection.loop.execute { connection.close() } }
        for _ in 0..<actions.connections { opener.open(for: self) }
        for continuation in actions.closed { continuation.resume() }
        if let date = actions.sweep {
            timer.scheduleTask(deadline: date) { [weak self] in self?.sweep(date) }
        }
    }
}
