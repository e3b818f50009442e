/// Reads any number of items by their keys, 100 at a time, asks again for what was left unprocessed, and puts the answers in the
/// order of the keys.
struct BatchReader {
    let origin: RequestOrigin
    let consistent: Bool

    /// DynamoDB's limit of keys per BatchGetItem.
    static let batchSize = 100
    /// How often unprocessed keys are asked for again without any progress.
    static let patience = 8

    /// The items of the keys, in order; `nil` where there is none. A key may appear more than once.
    func items(
        of keys: [EncodedItem], in table: TableSchema, on db: Database
    ) async throws(DynamoDBError) -> [EncodedItem?] {
        let name = try db.name(of: table)
        var distinct: [EncodedItem] = []
        var seen: Set<EncodedItem> = []
        for key in keys where seen.insert(key).inserted { distinct.append(key) }

        var found: [EncodedItem: EncodedItem] = [:]
        found.reserveCapacity(distinct.count)
        var (next, failures) = (0, 0)
        var pending: [EncodedItem] = []
        while next < distinct.count || !pending.isEmpty {
            let room = min(Self.batchSize - pending.count, distinct.count - next)
            var batch = BatchGetItemRequest.TableKeys(keys: pending + distinct[next..<(next + room)])
            next += room
            batch.consistentRead = consistent
            let output = try await db.execute(
                PlainOperation(BatchGetItemRequest(tables: [name: batch]), origin: origin), table: name)
            for item in output.items[name] ?? [] { found[item.keeping(table.keys.names)] = item }
            pending = output.unprocessedKeys[name]?.keys ?? []
            failures = pending.count < batch.keys.count ? 0 : failures + 1
            if failures > Self.patience {
                throw DynamoDBError(
                    .unprocessed, "\(pending.count) of \(distinct.count) items were not read after \(failures) attempts"
                ).at("BatchGetItem", table: name, origin: origin)
            }
            if !pending.isEmpty { try await Backoff.wait(failures) }
        }
        return keys.map { found[$0] }
    }
}
