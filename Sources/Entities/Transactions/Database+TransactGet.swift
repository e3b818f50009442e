extension Database {
    /// Reads up to 100 records of any entities as of one moment; `nil` where there is none.
    ///
    /// ```swift
    /// let (author, tag) = try await db.transactGet(Author.get(authorID: "ada"), Tag.get(name: "swift"))
    /// ```
    public func transactGet<each E: Entity>(_ get: repeat Get<each E>) async throws -> (repeat (each E)?) {
        var keys: [ItemAddress] = []
        for get in repeat each get { keys.append(try get.itemKey(on: self)) }
        var items = try await transactGet(keys).makeIterator()
        return (repeat try (each get).record(of: items.next() ?? nil))
    }

    /// Reads up to 100 records of an entity as of one moment, in order; `nil` where there is none. Without any, nothing is sent.
    public func transactGet<E: Entity>(_ gets: [Get<E>]) async throws -> [E?] {
        let items = try await transactGet(try gets.map { (get) throws(DynamoDBError) in try get.itemKey(on: self) })
        return try zip(gets, items).map { (get, item) throws(DynamoDBError) in try get.record(of: item) }
    }

    private func transactGet(_ keys: [ItemAddress]) async throws(DynamoDBError) -> [EncodedItem?] {
        guard !keys.isEmpty else { return [] }
        guard keys.count <= 100 else {
            throw DynamoDBError(
                .invalidRequest,
                "a transaction reads at most 100 items, these are \(keys.count): read them with batchGet"
            ).at("TransactGetItems", table: nil, origin: origin)
        }
        let request = TransactGetItemsRequest(gets: keys.map { .init(tableName: $0.table, key: $0.key) })
        let output = try await execute(PlainOperation(request, origin: origin))
        guard output.items.count == keys.count else {
            throw DynamoDBError(
                .undecodableResponse, "\(keys.count) items were asked for, \(output.items.count) came back"
            ).at("TransactGetItems", table: nil, origin: origin)
        }
        return output.items
    }
}
