import NIOCore

/// The exchanges that no connection is free for, the oldest first. Every operation takes constant time, amortized.
struct WaitingQueue {
    /// What was withdrawn leaves a gap, which goes when it comes to the front.
    private var exchanges = CircularBuffer<Exchange?>()
    /// The number of the first place.
    private var first = 0
    private(set) var count = 0

    var isEmpty: Bool { count == 0 }

    mutating func append(_ exchange: Exchange) {
        exchange.place = .queue(first + exchanges.count)
        exchanges.append(exchange)
        count += 1
    }

    /// For one that has had its turn, in vain.
    mutating func prepend(_ exchange: Exchange) {
        first -= 1
        exchange.place = .queue(first)
        exchanges.prepend(exchange)
        count += 1
    }

    mutating func popFirst() -> Exchange? {
        while let place = exchanges.popFirst() {
            first += 1
            if let exchange = place {
                count -= 1
                exchange.place = .nowhere
                return exchange
            }
        }
        return nil
    }

    /// Takes out the exchange that got this number.
    mutating func remove(_ exchange: Exchange, at number: Int) {
        let offset = number - first
        guard offset >= 0, offset < exchanges.count else { return }
        let index = exchanges.index(exchanges.startIndex, offsetBy: offset)
        guard exchanges[index] === exchange else { return }
        exchanges[index] = nil
        exchange.place = .nowhere
        count -= 1
        while let place = exchanges.first, place == nil {
            exchanges.removeFirst()
            first += 1
        }
    }

    func forEach(_ body: (Exchange) -> Void) {
        for case let exchange? in exchanges { body(exchange) }
    }
}
