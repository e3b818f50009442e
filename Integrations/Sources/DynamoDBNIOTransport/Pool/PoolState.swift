import HTTPDynamoDBCore
import NIOCore

/// Who has which connection, and who waits: all that the lock of a pool guards.
///
/// Invariants: an exchange that has not ended is in the queue or in `running`. Whoever waits is waited for: while the queue is not empty, no connection is
/// idle, and one is being opened or running.
struct PoolState {
    /// What is to be done once the lock is free.
    struct Actions {
        var connections = 0
        var close: [Connection] = []
        var sweep: NIODeadline?
        var closed: [CheckedContinuation<Void, Never>] = []

        var isAny: Bool { connections > 0 || sweep != nil || !close.isEmpty || !closed.isEmpty }
    }

    enum Submission {
        case connection(Connection)
        case waits
        case refused
    }

    private struct Idle {
        var connection: Connection
        var since: NIODeadline
    }

    private let maximumConnections: Int
    private let idleTimeout: TimeAmount
    private let maximumLifetime: TimeAmount?

    /// Used last, used first: in bursts the rest can rest, and be closed.
    private var idle: [Idle] = []
    /// By slot. `nil` where there is none any more.
    private var connections: [Connection?] = []
    private var running: [Exchange?] = []
    private var freeSlots: [Int] = []
    private var opening = 0
    private var waiting = WaitingQueue()
    /// What the timer is set to.
    private var sweepAt: NIODeadline?
    private var isClosing = false
    var whenClosed: [CheckedContinuation<Void, Never>] = []

    init(_ configuration: NIOTransport.Configuration) {
        maximumConnections = max(configuration.maximumConnections, 1)
        idleTimeout = TimeAmount(clamping: configuration.idleTimeout)
        maximumLifetime = configuration.maximumLifetime.map(TimeAmount.init(clamping:))
    }

    var isEmpty: Bool { opening == 0 && waiting.isEmpty && openCount == 0 }

    private var openCount: Int { connections.count - freeSlots.count }

    var counts: ConnectionPool.Counts {
        ConnectionPool.Counts(
            idle: idle.count, running: openCount - idle.count, opening: opening, waiting: waiting.count)
    }

    // MARK: Requests

    mutating func submit(_ exchange: Exchange) -> (Submission, Actions) {
        var actions = Actions()
        guard !isClosing else { return (.refused, actions) }
        // Whoever ends it from now on waits for the lock, and finds it where it is put here.
        guard !exchange.isEnded else { return (.waits, actions) }
        watch(exchange.deadline, &actions)
        guard let connection = idle.popLast()?.connection else {
            waiting.append(exchange)
            openAsNeeded(&actions)
            return (.waits, actions)
        }
        assign(exchange, connection)
        return (.connection(connection), actions)
    }

    mutating func withdraw(_ exchange: Exchange) -> (Connection?, Actions) {
        var actions = Actions()
        switch exchange.place {
        case .nowhere: return (nil, actions)
        case .queue(let number):
            waiting.remove(exchange, at: number)
            noteEnd(&actions)
            return (nil, actions)
        case .connection(let slot): return (connections[slot], actions)
        }
    }

    // MARK: Connections

    mutating func opened(_ connection: Connection, now: NIODeadline) -> (ConnectionPool.Release, Actions) {
        opening -= 1
        if let slot = freeSlots.popLast() {
            connection.slot = slot
            connections[slot] = connection
        } else {
            connection.slot = connections.count
            connections.append(connection)
            running.append(nil)
        }
        // Whatever its lifetime, it gets one request: otherwise nobody would ever be served.
        return offer(connection, now: now)
    }

    /// Returns the exchange that is to be told.
    ///
    /// While there are other connections, nobody is: those who wait get one of them, and a new one is tried with the next request.
    mutating func failed() -> (Exchange?, Actions) {
        var actions = Actions()
        opening -= 1
        var exchange: Exchange?
        if openCount == 0 {
            exchange = waiting.popFirst()
            openAsNeeded(&actions)
        }
        noteEnd(&actions)
        return (exchange, actions)
    }

    mutating func release(_ connection: Connection, now: NIODeadline) -> (ConnectionPool.Release, Actions) {
        endExchange(of: connection)
        guard lifetimeEnd(of: connection) <= now else { return offer(connection, now: now) }
        var actions = Actions()
        free(connection, &actions)
        return (.close, actions)
    }

    private mutating func offer(_ connection: Connection, now: NIODeadline) -> (ConnectionPool.Release, Actions) {
        var actions = Actions()
        while let exchange = waiting.popFirst() {
            guard !exchange.isEnded else { continue }
            assign(exchange, connection)
            return (.next(exchange), actions)
        }
        if isClosing {
            free(connection, &actions)
            return (.close, actions)
        }
        idle.append(Idle(connection: connection, since: now))
        watch(min(now + idleTimeout, lifetimeEnd(of: connection)), &actions)
        return (.idle, actions)
    }

    mutating func remove(_ connection: Connection, after ended: Exchange?) -> Actions {
        var actions = Actions()
        guard connections[connection.slot] === connection else { return actions }
        // An exchange that is on its way to it will be taken back, and the slot is needed until then.
        if let exchange = running[connection.slot], exchange !== ended { return actions }
        idle.removeAll { $0.connection === connection }
        free(connection, &actions)
        return actions
    }

    mutating func takeBack(_ exchange: Exchange, from connection: Connection) -> Actions {
        var actions = Actions()
        endExchange(of: connection)
        if !exchange.isEnded { waiting.prepend(exchange) }
        free(connection, &actions)
        return actions
    }

    private mutating func assign(_ exchange: Exchange, _ connection: Connection) {
        exchange.place = .connection(connection.slot)
        running[connection.slot] = exchange
    }

    private mutating func endExchange(of connection: Connection) {
        running[connection.slot]?.place = .nowhere
        running[connection.slot] = nil
    }

    private mutating func free(_ connection: Connection, _ actions: inout Actions) {
        endExchange(of: connection)
        connections[connection.slot] = nil
        freeSlots.append(connection.slot)
        openAsNeeded(&actions)
        noteEnd(&actions)
    }

    private mutating func openAsNeeded(_ actions: inout Actions) {
        while opening < waiting.count, openCount + opening < maximumConnections {
            opening += 1
            actions.connections += 1
        }
    }

    // MARK: Time

    private mutating func watch(_ date: NIODeadline, _ actions: inout Actions) {
        guard date < sweepAt ?? .distantFuture else { return }
        sweepAt = date
        actions.sweep = date
    }

    /// Returns the exchanges whose time is over.
    mutating func sweep(_ date: NIODeadline, now: NIODeadline) -> ([Exchange], Actions) {
        var actions = Actions()
        // Another timer has been set since, for an earlier date.
        guard date == sweepAt else { return ([], actions) }
        sweepAt = nil
        var overdue: [Exchange] = []
        var next = NIODeadline.distantFuture
        let look = { (exchange: Exchange) in
            if exchange.deadline <= now { overdue.append(exchange) } else { next = min(next, exchange.deadline) }
        }
        for case let exchange? in running { look(exchange) }
        waiting.forEach(look)
        let resting = idle
        idle = []
        for entry in resting {
            let end = min(entry.since + idleTimeout, lifetimeEnd(of: entry.connection))
            if end > now {
                next = min(next, end)
                idle.append(entry)
            } else {
                actions.close.append(entry.connection)
            }
        }
        for connection in actions.close { free(connection, &actions) }
        if next < .distantFuture { watch(next, &actions) }
        return (overdue, actions)
    }

    private func lifetimeEnd(of connection: Connection) -> NIODeadline {
        maximumLifetime.map { connection.bornAt + $0 } ?? .distantFuture
    }

    // MARK: The end

    /// Returns the exchanges that are to be ended.
    mutating func close(discardingRequests: Bool) -> ([Exchange], Actions) {
        var actions = Actions()
        isClosing = true
        var requests: [Exchange] = []
        if discardingRequests {
            for case let exchange? in running { requests.append(exchange) }
            waiting.forEach { requests.append($0) }
        }
        actions.close = idle.map(\.connection)
        idle = []
        for connection in actions.close { free(connection, &actions) }
        noteEnd(&actions)
        return (requests, actions)
    }

    private mutating func noteEnd(_ actions: inout Actions) {
        guard isClosing, isEmpty else { return }
        actions.closed += whenClosed
        whenClosed = []
    }
}
