import Entities

/// A table as one request sees it: its layout of the moment, and the way to its contents.
///
/// What changes of a table's layout (an index is added or removed) is seen by those who look the table up afterwards: they find
/// another `Table` over the same store. So reading the layout takes no lock, and a request sees one layout from beginning to end. Which
/// indexes a write keeps in step is nevertheless decided by the contents, under the lock: those that are there then.
final class Table: Sendable {
    let schema: TableLayout
    let store: TableStore
    let access: Access

    /// When operations on items find the table.
    enum Access {
        case open
        /// The table is being created until then.
        case from(Date)
        /// The table is being deleted, and gone then.
        case never(until: Date)
    }

    init(schema: TableLayout, store: TableStore, access: Access = .open) {
        self.schema = schema
        self.store = store
        self.access = access
    }

    var name: String { schema.name }

    /// Lends the contents while nobody else has them.
    func locked<Result, Failure: Error>(
        _ body: (TableContents) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try store.locked(body)
    }

    /// Lends the contents to whoever writes to one partition.
    func writing<Result, Failure: Error>(
        _ partitionHash: UInt64, _ body: (TableContents) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        let done = try store.writing(partitionHash) { contents, _ throws(Failure) in try body(contents) }
        if let done { return done }
        return try store.locked(body)
    }

    /// Lends the contents of several tables at once, always locked in the same order, so that nobody waits in a circle.
    static func locked<Result, Failure: Error>(
        _ tables: [Table], _ body: ([String: TableContents]) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try locked(tables.sorted { $0.store.lockOrder < $1.store.lockOrder }[...], [:], body)
    }

    private static func locked<Result, Failure: Error>(
        _ tables: ArraySlice<Table>, _ held: [String: TableContents],
        _ body: ([String: TableContents]) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        guard let table = tables.first else {
            TableContents.align(held.values)
            return try body(held)
        }
        return try table.locked { contents throws(Failure) in
            var held = held
            held[table.name] = contents
            return try locked(tables.dropFirst(), held, body)
        }
    }
}
