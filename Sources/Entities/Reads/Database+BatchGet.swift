/// A read that can be part of a batch with those of other entities: `Article.get(…)`.
public protocol BatchRead: Sendable {
    /// Whether what is committed at this moment is read. A batch is read in this way as soon as one of its reads is.
    var isConsistent: Bool { get }
    /// What is read.
    func itemKey(on db: Database) throws(DynamoDBError) -> ItemAddress
    /// Whether an item that was read is shown: not if it has expired, and expired records are not asked for.
    func shows(_ item: EncodedItem) -> Bool
}

extension Get: BatchRead {
    public func itemKey(on db: Database) throws(DynamoDBError) -> ItemAddress {
        ItemAddress(table: try db.name(of: E.schema.table), key: try itemKey())
    }
}

extension Database {
    /// Reads any number of records by their keys, 100 at a time, and asks again for what the service left unprocessed.
    ///
    /// A key that appears more than once is read once.
    /// - Parameter concurrency: how many requests are on their way at a time; the first error ends all.
    /// - Returns: the records in the order of the requests; `nil` where there is none.
    /// - Throws: `DynamoDBError`; `unprocessed` when the service makes no progress for long.
    public func batchGet<E: Entity>(_ gets: [Get<E>], concurrency: Int = 1) async throws -> [E?] {
        let items = try await items(of: gets, concurrency, entity: E.schema.name)
        return try zip(gets, items).map { (get, item) throws(DynamoDBError) in try get.record(of: item) }
    }

    /// Reads some attributes of any number of records by their keys, as `batchGet` reads all of them.
    public func batchGet<E: Entity, Value: Sendable>(
        _ gets: [GetSelection<E, Value>], concurrency: Int = 1
    ) async throws -> [Value?] {
        let paths = gets.flatMap(\.paths)
        let items = try await items(of: gets.map { $0.get }, concurrency, entity: E.schema.name, paths: paths)
        return try zip(gets, items).map { (get, item) throws(DynamoDBError) in try get.value(of: item) }
    }

    /// Reads records of several entities, in one request for up to 100.
    ///
    /// ```swift
    /// let (author, tag) = try await db.batchGet(Author.get(authorID: "ada"), Tag.get(name: "swift"))
    /// ```
    /// - Returns: the records; `nil` where there is none.
    /// - Throws: `DynamoDBError`; `unprocessed` when the service makes no progress for long.
    public func batchGet<each E: Entity>(_ get: repeat Get<each E>) async throws -> (repeat (each E)?) {
        var gets: [any BatchRead] = []
        for get in repeat each get { gets.append(get) }
        var items = try await items(of: gets, 1).makeIterator()
        return (repeat try (each get).record(of: items.next() ?? nil))
    }

    /// Reads any mix of records of a service.
    ///
    /// ```swift
    /// let records = try await db.batchGet([Author.get(authorID: "ada"), Tag.get(name: "swift")], as: CMS.Record.self)
    /// ```
    /// - Returns: the records in the order of the requests; `nil` where there is none.
    /// - Throws: `DynamoDBError`; `unprocessed` when the service makes no progress for long.
    public func batchGet<Record: ServiceRecord>(
        _ gets: [any BatchRead], as type: Record.Type, concurrency: Int = 1
    ) async throws -> [Record?] {
        try await batchGetItems(gets, concurrency: concurrency).map { (item) throws(DynamoDBError) in
            guard let item else { return nil }
            return try DynamoDBError.decoding(origin) { () throws(AttributeError) in try Record(item) }
        }
    }

    /// Reads any mix of records as the items that they are.
    public func batchGetItems(_ gets: [any BatchRead], concurrency: Int = 1) async throws -> [EncodedItem?] {
        zip(gets, try await items(of: gets, concurrency)).map { get, item in
            item.flatMap { get.shows($0) ? $0 : nil }
        }
    }

    private func items(
        of gets: [any BatchRead], _ concurrency: Int, entity: String? = nil, paths: [AttributePath]? = nil
    ) async throws(DynamoDBError) -> [EncodedItem?] {
        var keys: [ItemAddress] = []
        keys.reserveCapacity(gets.count)
        for get in gets { keys.append(try get.itemKey(on: self)) }
        let reader = BatchReader(
            origin: entity.map { RequestOrigin(entity: $0, accessPattern: "batchGet") } ?? origin,
            consistent: gets.contains { $0.isConsistent }, concurrency: concurrency,
            paths: paths)
        return try await reader.items(of: keys, on: self)
    }
}
