extension Database {
    /// Reads any number of records by their keys, 100 at a time, and asks again for what the service left unprocessed.
    /// - Returns: the records in the order of the requests; `nil` where there is none, or an item of another entity.
    /// - Throws: `DynamoDBError`; `unprocessed` when the service makes no progress for long.
    public func batchGet<E: Entity>(_ gets: [Get<E>]) async throws -> [E?] {
        let origin = RequestOrigin(entity: E.schema.name, accessPattern: "batchGet")
        let keys = try gets.map { (get) throws(DynamoDBError) in try get.itemKey() }
        let reader = BatchReader(origin: origin, consistent: gets.contains { $0.isConsistent })
        let items = try await reader.items(of: keys, in: E.schema.table, on: self)
        return try items.map { (item) throws(DynamoDBError) in
            guard let item else { return nil }
            return try DynamoDBError.decoding(origin) { () throws(AttributeError) in
                try item.decode(as: OwnRecord<E>.self).record
            }
        }
    }
}
