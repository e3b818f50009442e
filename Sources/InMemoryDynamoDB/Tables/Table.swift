import Entities
import Synchronization

import struct Foundation.Date

/// A table: what never changes about it, and its contents behind a lock.
///
/// Sendable since `contents`, the one mutable part, is only ever reached through `locked` and `Table.locked`, which hold the mutex
/// meanwhile. What they lend must not be kept.
final class Table: @unchecked Sendable {
    let schema: TableLayout
    let request: CreateTableRequest
    let identifier: String
    let creationDate: Date
    /// The order in which transactions lock tables.
    let lockOrder: Int
    private let mutex = Mutex<Void>(())
    private let contents: TableContents

    init(_ request: CreateTableRequest, schema: TableLayout, identifier: String, creationDate: Date, lockOrder: Int) {
        self.request = request
        self.schema = schema
        self.identifier = identifier
        self.creationDate = creationDate
        self.lockOrder = lockOrder
        contents = TableContents(schema: schema)
    }

    var name: String { schema.name }

    /// Lends the contents while nobody else has them.
    func locked<Result, Failure: Error>(
        _ body: (TableContents) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        // What comes out of the lock does not refer to the contents, by the rule above: nothing of them is sent anywhere.
        nonisolated(unsafe) let contents = contents
        nonisolated(unsafe) let body = body
        return try mutex.withLock { _ throws(Failure) in Lent(try body(contents)) }.value
    }

    /// A result on its way out of the lock.
    private struct Lent<Value>: @unchecked Sendable {
        let value: Value
        init(_ value: Value) { self.value = value }
    }

    /// Lends the contents of several tables at once, always locked in the same order, so that nobody waits in a circle.
    static func locked<Result, Failure: Error>(
        _ tables: [Table], _ body: ([String: TableContents]) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try locked(tables.sorted { $0.lockOrder < $1.lockOrder }[...], [:], body)
    }

    private static func locked<Result, Failure: Error>(
        _ tables: ArraySlice<Table>, _ held: [String: TableContents],
        _ body: ([String: TableContents]) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        guard let table = tables.first else { return try body(held) }
        return try table.locked { contents throws(Failure) in
            var held = held
            held[table.name] = contents
            return try locked(tables.dropFirst(), held, body)
        }
    }
}
