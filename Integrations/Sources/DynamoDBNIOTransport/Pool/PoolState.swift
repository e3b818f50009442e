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

    struct Idle {
        var connection: Connection
        var since: NIODeadline
    }

    let maximumConnections: Int
    let idleTimeout: TimeAmount
    let maximumLifetime: TimeAmount?

    /// Used last, used first: in bursts the rest can rest, and be closed.
    var idle: [Idle] = []
    /// By slot. `nil` where there is none any more.
    var connections: [Connection?] = []
    var running: [Exchange?] = []
    var freeSlots: [Int] = []
    var opening = 0
    var waiting = WaitingQueue()
    /// What the timer is set to.
    var sweepAt: NIODeadline?
    var isClosing = false
    var whenClosed: [CheckedContinuation<Void, Never>] = []

    init(_ configuration: NIOTransport.Configuration) {
        maximumConnections = max(configuration.maximumConnections, 1)
        idleTimeout = TimeAmount(clamping: configuration.idleTimeout)
        maximumLifetime = configuration.maximumLifetime.map(TimeAmount.init(clamping:))
    }

    var isEmpty: Bool { opening == 0 && waiting.isEmpty && openCount == 0 }

    var openCount: Int { connections.count - freeSlots.count }

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

    // MARK: Steps

    mutating func assign(_ exchange: Exchange, _ connection: Connection) {
        exchange.place = .connection(connection.slot)
        running[connection.slot] = exchange
    }

    mutating func endExchange(of connection: Connection) {
        running[connection.slot]?.place = .nowhere
        running[connection.slot] = nil
    }

    mutating func free(_ connection: Connection, _ actions: inout Actions) {
        endExchange(of: connection)
        connections[connection.slot] = nil
        freeSlots.append(connection.slot)
        openAsNeeded(&actions)
        noteEnd(&actions)
    }

    mutating func openAsNeeded(_ actions: inout Actions) {
        while opening < waiting.count, openCount + opening < maximumConnections {
            opening += 1
            actions.connections += 1
        }
    }

    mutating func watch(_ date: NIODeadline, _ actions: inout Actions) {
        guard date < sweepAt ?? .distantFuture else { return }
        sweepAt = date
        actions.sweep = date
    }

    mutating func noteEnd(_ actions: inout Actions) {
        guard isClosing, isEmpty else { return }
        actions.closed += whenClosed
        whenClosed = []
    }
}
