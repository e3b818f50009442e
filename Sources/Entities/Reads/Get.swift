/// Reads one record by its key.
public struct Get<E: Entity>: Hashable, Sendable {
    public let key: E.Key
    public private(set) var isConsistent = false
    @usableFromInline var includesExpired = false

    public init(_ key: E.Key) {
        self.key = key
    }

    /// Reads what is committed at this moment, at twice the price.
    public func consistent() -> Self {
        var copy = self
        copy.isConsistent = true
        return copy
    }

    /// The record; `nil` where there is none, or one that has expired, or an item of another entity.
    /// - Throws: `DynamoDBError`.
    @inlinable
    public func run(on db: Database) async throws -> E? {
        try await fetch(from: db)
    }

    // To be inlined: the types of operation and answer are known at compile time then, and need not be looked up for every request.
    @inlinable
    func fetch(from db: Database) async throws(DynamoDBError) -> E? {
        let request = try getItem(on: db)
        let operation = GetItemOperation<OwnRecord<E>>(request, origin: origin)
        guard let own = try await db.execute(operation, table: request.tableName).item else { return nil }
        return shown(own)
    }

    @usableFromInline
    func getItem(on db: Database) throws(DynamoDBError) -> GetItemRequest {
        try request(table: db.name(of: E.schema.table))
    }

    /// The record that was read, unless it has expired and is not asked for.
    @inlinable
    func shown(_ own: OwnRecord<E>) -> E? {
        includesExpired ? own.record : own.unexpired
    }

    /// Whether an item that was read is shown: not if it has expired.
    public func shows(_ item: EncodedItem) -> Bool {
        guard !includesExpired, let expiry = E.schema.expiry else { return true }
        return !expiry.isOver(item, at: EpochTime.now)
    }

    @usableFromInline
    var origin: RequestOrigin { RequestOrigin(entity: E.schema.name, accessPattern: "get") }

    func request(table: String) throws(DynamoDBError) -> GetItemRequest {
        var request = GetItemRequest(tableName: table, key: try itemKey())
        request.consistentRead = isConsistent
        return request
    }

    func itemKey() throws(DynamoDBError) -> EncodedItem {
        try DynamoDBError.encoding(key, origin)
    }

    /// The record that an item is, if there is one.
    func record(of item: EncodedItem?) throws(DynamoDBError) -> E? {
        guard let item else { return nil }
        return try DynamoDBError.decoding(origin) { () throws(AttributeError) in
            shown(try item.decode(as: OwnRecord<E>.self))
        }
    }
}

extension Entity {
    /// Reads the record with this key.
    public static func get(_ key: Key) -> Get<Self> { Get(key) }
}
