import Entities
import Synchronization

import struct Foundation.Date

/// Remembers which transactions have been carried out under which client request token, for ten minutes each.
final class IdempotencyRegister: Sendable {
    /// How long a token is remembered, in seconds.
    static let lifetime = 600.0

    private struct Entry {
        let actions: [TransactWriteItemsRequest.Action]
        let date: Date
        var isFinished = false
    }

    private let entries = Mutex<[String: Entry]>([:])

    /// Notes that a transaction begins.
    /// - Returns: `true` if the same has been carried out already, so that nothing is to be done.
    /// - Throws: an error if another transaction has the token, or the same is being carried out right now.
    func begin(
        _ token: String, _ actions: [TransactWriteItemsRequest.Action], at date: Date
    ) throws(DynamoDBError) -> Bool {
        try entries.withLock { entries throws(DynamoDBError) in
            entries = entries.filter { date.timeIntervalSince($0.value.date) < Self.lifetime }
            guard let entry = entries[token] else {
                entries[token] = Entry(actions: actions, date: date)
                return false
            }
            guard entry.actions == actions else {
                throw DynamoDBError(
                    .idempotentParameterMismatch,
                    "The request uses the same client token as a previous, but non-identical request. Do not reuse a "
                        + "client token with different requests, unless the requests are identical")
            }
            guard entry.isFinished else {
                throw DynamoDBError(
                    .transactionInProgress, "The transaction with the given request token is already in progress.")
            }
            return true
        }
    }

    /// Notes that a transaction is over; one that was not carried out may be tried again.
    func end(_ token: String, isCarriedOut: Bool) {
        entries.withLock { entries in
            if isCarriedOut {
                entries[token]?.isFinished = true
            } else {
                entries[token] = nil
            }
        }
    }
}
