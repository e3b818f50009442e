/// Reads any number of items by their keys, 100 at a time, asks again for what was left unprocessed, and puts the answers in the
/// order of the keys.
struct BatchReader {
    let origin: RequestOrigin
    let consistent: Bool
    /// How many requests are on their way at a time.
    var concurrency = 1
    /// The attributes that are read beside the keys; all of them where `nil`.
    var paths: [AttributePath]?

    /// DynamoDB's limit of keys per BatchGetItem.
    static let batchSize = 100

    /// The items of the keys, in order; `nil` where there is none. A key may appear more than once.
    func items(
        of keys: [EncodedItem], in table: TableSchema, on db: Database
    ) async throws(DynamoDBError) -> [EncodedItem?] {
        let name = try db.name(of: table)
        return try await items(of: keys.map { ItemAddress(table: name, key: $0) }, on: db)
    }

    /// The items of keys of any tables, in order; `nil` where there is none. A key may appear more than once.
    func items(of keys: [ItemAddress], on db: Database) async throws(DynamoDBError) -> [EncodedItem?] {
        let run = try BatchRun<ItemAddress, (ItemAddress, EncodedItem)>(
            origin: origin, batchSize: Self.batchSize, concurrency: concurrency, backoff: db.backoff)
        let keyNames = db.keyNames
        let done = await run.send(distinct(keys)) { (batch) throws(DynamoDBError) in
            var request = BatchGetItemRequest(tables: [:])
            for key in batch { request.tables[key.table, default: .init(keys: [])].keys.append(key.key) }
            for table in request.tables.keys {
                request.tables[table]?.consistentRead = consistent
                request.tables[table]?.projection = paths.map { paths in
                    AttributePath.separate(paths + (keyNames[table] ?? []).map { AttributePath($0) })
                }
            }
            let table = request.tables.count == 1 ? request.tables.keys.first : nil
            let output = try await db.execute(PlainOperation(request, origin: origin), table: table)
            return BatchRun.Answer(
                outputs: output.items.flatMap { table, items in
                    items.map { (ItemAddress(table: table, key: $0.keeping(keyNames[table] ?? [])), $0) }
                },
                unprocessed: output.unprocessedKeys.flatMap { table, keys in
                    keys.keys.map { ItemAddress(table: table, key: $0) }
                })
        }
        if var error = done.error {
            error.unprocessedKeys = done.rest
            throw error.at("BatchGetItem", table: nil, origin: origin)
        }
        let found = Dictionary(done.outputs) { first, _ in first }
        return keys.map { found[$0] }
    }

    private func distinct(_ keys: [ItemAddress]) -> [ItemAddress] {
        var seen = Set<ItemAddress>(minimumCapacity: keys.count)
        return keys.filter { seen.insert($0).inserted }
    }
}
