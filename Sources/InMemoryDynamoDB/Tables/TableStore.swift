import Entities
import Synchronization

/// What stays of a table for as long as it is there: who it is, and its contents behind locks.
///
/// There is a lock for each stripe of the items, and one for the rest: indexes, stream, item collections. They are taken in that order.
///
/// * Who reads or writes items of one partition has the lock of its stripe.
/// * Who writes to a table that is not plain (`TableContents.isPlain`) has the lock of the rest as well, and who reads an index has only
///   that: an item of such a table changes under both locks, so one is enough to read it.
/// * For everything else all locks are taken, among it whatever changes the settings, and whether the table is plain.
///
/// Sendable since `contents`, the one mutable part, is only ever reached through the functions below, by these rules. What they lend must
/// not be kept.
final class TableStore: @unchecked Sendable {
    let arn: String
    let identifier: String
    let creationDate: Date
    let clock: @Sendable () -> Date
    /// The order in which transactions lock tables.
    let lockOrder: Int
    private let rest = Mutex<Void>(())
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

    // MARK: Everything

    /// Lends the contents while nobody else has them.
    func locked<Result, Failure: Error>(
        _ body: (TableContents) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        // What comes out of the lock does not refer to the contents, by the rule above: nothing of them is sent anywhere.
        nonisolated(unsafe) let contents = contents
        nonisolated(unsafe) let body = body
        return try lockStripes(from: 0) { () throws(Failure) in
            contents.settle()
            return Lent(try body(contents))
        }.value
    }

    private func lockStripes<Result: Sendable, Failure: Error>(
        from number: Int, _ body: () throws(Failure) -> Result
    ) throws(Failure) -> Result {
        nonisolated(unsafe) let body = body
        let stripes = contents.items.stripes
        guard number < stripes.count else { return try rest.withLock { _ throws(Failure) in try body() } }
        return try stripes[number].mutex.withLock { _ throws(Failure) in
            try lockStripes(from: number + 1, body)
        }
    }

    // MARK: Parts

    /// Lends what is needed to read a partition of the table.
    /// - Returns: `nil` where more than that is needed.
    @inline(__always)
    func reading<Result>(
        _ partitionHash: UInt64, _ body: (TableContents, Stripe) -> Result
    ) -> Result? {
        nonisolated(unsafe) let contents = contents
        nonisolated(unsafe) let body = body
        nonisolated(unsafe) let stripe = contents.items.stripe(partitionHash)
        return stripe.mutex.withLock { _ -> Lent<Result?> in
            Lent(contents.isSettled ? body(contents, stripe) : nil)
        }.value
    }

    /// Lends what is needed to read an index.
    /// - Returns: `nil` where more than that is needed.
    func readingIndexes<Result>(_ body: (TableContents) -> Result) -> Result? {
        nonisolated(unsafe) let contents = contents
        nonisolated(unsafe) let body = body
        return rest.withLock { _ in Lent(contents.isSettled ? body(contents) : nil) }.value
    }

    /// Lends what is needed to write to a partition of the table.
    /// - Returns: `nil` where more than that is needed.
    @inline(__always)
    func writing<Result, Failure: Error>(
        _ partitionHash: UInt64, _ body: (TableContents, Stripe) throws(Failure) -> Result
    ) throws(Failure) -> Result? {
        nonisolated(unsafe) let contents = contents
        nonisolated(unsafe) let body = body
        nonisolated(unsafe) let stripe = contents.items.stripe(partitionHash)
        return try stripe.mutex.withLock { _ throws(Failure) -> Lent<Result?> in
            guard contents.isSettled else { return Lent(nil) }
            if contents.isPlain { return Lent(try body(contents, stripe)) }
            return try rest.withLock { _ throws(Failure) -> Lent<Result?> in
                contents.takeTime()
                return Lent(try body(contents, stripe))
            }
        }.value
    }

    /// A result on its way out of the lock.
    private struct Lent<Value>: @unchecked Sendable {
        let value: Value
        init(_ value: Value) { self.value = value }
    }
}
