import NIOCore

/// Connections come, are between two requests, and go.
extension PoolState {
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
}
