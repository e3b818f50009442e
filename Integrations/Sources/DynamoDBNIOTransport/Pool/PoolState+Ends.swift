import NIOCore

/// What ends by time, and the end of it all.
extension PoolState {
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

    func lifetimeEnd(of connection: Connection) -> NIODeadline {
        maximumLifetime.map { connection.bornAt + $0 } ?? .distantFuture
    }

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
}
