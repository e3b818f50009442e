extension Database {
    /// Reads any number of records by their keys, 100 at a time, and asks again for what the service left unprocessed.
    /// - Returns: the records in the order of the requests; `nil` where there is none.
    /// - Throws: `DynamoDBError`; `unprocessed` when the service makes no progress for long.
    public func batchGet<E: Entity>(_ gets: [Get<E>]) async throws -> [E?] {
        try await batchGet(gets, nil) { (_, item) throws(AttributeError) in try item.decode() }
    }

    /// Reads some attributes of any number of records by their keys, as `batchGet` reads all of them.
    public func batchGet<E: Entity, Value: Sendable>(_ gets: [GetSelection<E, Value>]) async throws -> [Value?] {
        let paths = gets.flatMap(\.attributes.paths)
        return try await batchGet(gets.map(\.get), AttributePath.separate(paths)) {
            (position, item) throws(AttributeError) in try gets[position].attributes.read(item)
        }
    }

    private func batchGet<E: Entity, Value>(
        _ gets: [Get<E>], _ paths: [AttributePath]?, _ read: (Int, EncodedItem) throws(AttributeError) -> Value
    ) async throws(DynamoDBError) -> [Value?] {
        let origin = RequestOrigin(entity: E.schema.name, accessPattern: "batchGet")
        let keys = try gets.map { (get) throws(DynamoDBError) in try get.itemKey() }
        let reader = BatchReader(origin: origin, consistent: gets.contains { $0.isConsistent }, paths: paths)
        let items = try await reader.items(of: keys, in: E.schema.table, on: self)
        return try items.enumerated().map { (position, item) throws(DynamoDBError) in
            guard let item else { return nil }
            return try DynamoDBError.decoding(origin) { () throws(AttributeError) in try read(position, item) }
        }
    }
}
