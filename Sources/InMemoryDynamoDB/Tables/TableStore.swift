import Entities
import Synchronization

import struct Foundation.Date

/// What stays of a table for as long as it is there: who it is, and its contents behind a lock.
///
/// Sendable since `contents`, the one mutable part, is only ever reached through `locked`, which holds the mutex meanwhile. What it
/// lends must not be kept.
final class TableStore: @unchecked Sendable {
    let arn: String
    let identifier: String
    let creationDate: Date
    let clock: @Sendable () -> Date
    /// The order in which transactions lock tables.
    let lockOrder: Int
    private let mutex = Mutex<Void>(())
    private let contents: TableContents

    init(
        contents: TableContents, arn: String, identifier: String, creationDate: Date, lockOrder: Int,
        clock: @escaping @Sendable () -> Date
    ) {
        self.clock = clock
        self.contents = contents
        self.arn = arn
        self.identifier = identifier
        self.creationDate = creationDate
        self.lockOrder = lockOrder
    }

    /// Whether an index can be read already.
    func checkReadable(_ index: IndexLayout) throws(DynamoDBError) {
        guard let date = index.readableFrom, clock() < date else { return }
        throw .invalid("Cannot read from backfilling global secondary index: \(index.name)")
    }

    /// Lends the contents while nobody else has them.
    func locked<Result, Failure: Error>(
        _ body: (TableContents) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        // What comes out of the lock does not refer to the contents, by the rule above: nothing of them is sent anywhere.
        nonisolated(unsafe) let contents = contents
        nonisolated(unsafe) let body = body
        return try mutex.withLock { _ throws(Failure) in
            contents.settle()
            return Lent(try body(contents))
        }.value
    }

    /// A result on its way out of the lock.
    private struct Lent<Value>: @unchecked Sendable {
        let value: Value
        init(_ value: Value) { self.value = value }
    }
}
