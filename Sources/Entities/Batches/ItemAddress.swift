/// Where an item is: its table and its key.
public struct ItemAddress: Hashable, Sendable {
    /// The name of the deployed table.
    public let table: String
    /// The attributes of the primary key.
    public let key: EncodedItem
}

/// A write of a batch as it is sent. It can be part of another batch:
///
/// ```swift
/// do {
///     try await db.batchWrite(puts)
/// } catch let error as DynamoDBError where error.code == .unprocessed {
///     try await later.batchWrite(error.unprocessedWrites)
/// }
/// ```
public struct ItemWrite: BatchWrite, Hashable {
    /// The name of the deployed table.
    public let table: String
    public let write: BatchWriteItemRequest.Write

    public func batchWrite(on db: Database) throws(DynamoDBError) -> ItemWrite { self }
}

extension Database {
    /// The attributes of the primary keys, by the name of the deployed table.
    var keyNames: [String: [String]] {
        Dictionary(allTables.map { ($0.name, $0.keys.names) }) { first, _ in first }
    }
}
