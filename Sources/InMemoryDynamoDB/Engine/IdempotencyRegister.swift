import Entities
import Synchronization

/// Remembers which transactions have been carried out under which client request token, for ten minutes each.
final class IdempotencyRegister: Sendable {
    /// How long a token is remembered, in seconds.
    static let lifetime = 600.0

    private struct Entry {
        let actions: [TransactWriteItemsRequest.Action]
        let date: Date
        /// The sizes of the items as the transaction found or left them, whichever is larger; `nil` while it is carried out.
        var sizes: [Int]?
    }

    private struct State {
        var entries: [String: Entry] = [:]
        /// The tokens in the order in which they came. Those before `oldest` are gone.
        var arrivals: [(token: String, date: Date)] = []
        var oldest = 0

        /// Forgets what is too old; each token is looked at once, so that a transaction does not pay for those before it.
        mutating func forget(before limit: Date) {
            while oldest < arrivals.count, arrivals[oldest].date <= limit {
                let (token, date) = arrivals[oldest]
                if entries[token]?.date == date { entries[token] = nil }
                oldest += 1
            }
            if oldest > 1024, oldest > arrivals.count / 2 {
                arrivals.removeFirst(oldest)
                oldest = 0
            }
        }
    }

    private let state = Mutex(State())

    /// Notes that a transaction begins.
    /// - Returns: The sizes of the items if the same has been carried out already, so that nothing is to be done.
    /// - Throws: an error if another transaction has the token, or the same is being carried out right now.
    func begin(
        _ token: String, _ actions: [TransactWriteItemsRequest.Action], at date: Date
    ) throws(DynamoDBError) -> [Int]? {
        try state.withLock { state throws(DynamoDBError) in
            state.forget(before: date.addingTimeInterval(-Self.lifetime))
            guard let entry = state.entries[token] else {
                state.entries[token] = Entry(actions: actions, date: date)
                state.arrivals.append((token, date))
                return nil
            }
            guard entry.actions == actions else {
                throw DynamoDBError(
                    .idempotentParameterMismatch,
                    "The request uses the same client token as a previous, but non-identical request. Do not reuse a "
                        + "client token with different requests, unless the requests are identical")
            }
            guard let sizes = entry.sizes else {
                throw DynamoDBError(
                    .transactionInProgress, "The transaction with the given request token is already in progress.")
            }
            return sizes
        }
    }

    /// Notes that a transaction is over; one that was not carried out may be tried again.
    /// - Parameter sizes: Those of its items, if it was carried out.
    func end(_ token: String, sizes: [Int]?) {
        state.withLock { state in
            if let sizes {
                state.entries[token]?.sizes = sizes
            } else {
                state.entries[token] = nil
            }
        }
    }
}
