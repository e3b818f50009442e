/// Reads one revision of a record.
public struct GetRevision<E: HistoricalEntity>: Hashable, Sendable {
    public let key: E.Key
    public let revision: Int
    public private(set) var isConsistent = false

    /// Called by generated code.
    public init(_ key: E.Key, _ revision: Int) {
        self.key = key
        self.revision = revision
    }

    /// Reads what is committed at this moment, at twice the price.
    public func consistent() -> Self {
        var copy = self
        copy.isConsistent = true
        return copy
    }

    /// What the record was; `nil` where there is no such revision.
    /// - Throws: `DynamoDBError`.
    public func run(on db: Database) async throws -> Revision<E>? {
        let request = try getItem(on: db)
        let operation = GetItemOperation<EncodedItem>(request, origin: origin)
        guard let item = try await db.execute(operation, table: request.tableName).item,
            E.schema.revisionIdentifiers.own(item)
        else { return nil }
        return try DynamoDBError.decoding(origin) { () throws(AttributeError) in try item.decode(as: Revision<E>.self) }
    }

    private var origin: RequestOrigin { RequestOrigin(entity: E.schema.name, accessPattern: "revision") }

    private func getItem(on db: Database) throws(DynamoDBError) -> GetItemRequest {
        try request(table: db.name(of: E.schema.table))
    }

    private func request(table: String) throws(DynamoDBError) -> GetItemRequest {
        var request = GetItemRequest(tableName: table, key: try itemKey())
        request.consistentRead = isConsistent
        return request
    }

    private func itemKey() throws(DynamoDBError) -> EncodedItem {
        let recordKey = try DynamoDBError.encoding(key, origin)
        do throws(AttributeError) {
            return try E.schema.revisionKey(of: recordKey, at: E.revisionSortKey(key, revision))
        } catch {
            throw .invalidRequest(error, origin)
        }
    }
}

extension GetRevision: BatchRead {
    public func itemKey(on db: Database) throws(DynamoDBError) -> ItemAddress {
        ItemAddress(table: try db.name(of: E.schema.table), key: try itemKey())
    }

    /// What was is shown whether or not the record has expired since.
    public func shows(_ item: EncodedItem) -> Bool { true }
}

extension GetRevision: ExplainableRequest {
    public func explain() -> Explanation {
        let table = E.schema.table.name
        do throws(DynamoDBError) {
            return Explanation(
                .getItem(try request(table: table)), origin: origin, table: table,
                capacity: "Reads \(isConsistent ? "1 unit" : "0.5 units") per 4 KB of the revision.")
        } catch {
            return Explanation(error, operation: "GetItem", origin: origin, table: table)
        }
    }

    public func request(on db: Database) throws(DynamoDBError) -> DynamoDBRequest { .getItem(try getItem(on: db)) }
}
