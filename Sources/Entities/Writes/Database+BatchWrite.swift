/// A write that can be part of a batch: `put` and `delete` without conditions.
public protocol BatchWrite: Sendable {
    func batchWrite(on db: Database) throws(DynamoDBError) -> ItemWrite
}

extension Put: BatchWrite {
    public func batchWrite(on db: Database) throws(DynamoDBError) -> ItemWrite {
        let request = try plan.request(on: db)
        guard condition == nil, record.uniqueClaims.isEmpty else { throw .conditionInBatch(E.schema, "put") }
        return ItemWrite(table: request.tableName, write: .put(request.item))
    }
}

extension Delete: BatchWrite {
    public func batchWrite(on db: Database) throws(DynamoDBError) -> ItemWrite {
        let request = try plan.request(on: db)
        guard request.condition == nil, plan.holding.releases.isEmpty else {
            throw .conditionInBatch(E.schema, "delete")
        }
        return ItemWrite(table: request.tableName, write: .delete(request.key))
    }
}

extension DynamoDBError {
    fileprivate static func conditionInBatch(_ schema: EntitySchema, _ write: String) -> DynamoDBError {
        var error = DynamoDBError(
            .invalidRequest,
            "DynamoDB has no conditions in a batch, and \(schema.name).\(write) has one, or a unique value, which needs one: "
                + "run it alone or in a transaction"
        )
        error.origin = RequestOrigin(entity: schema.name, accessPattern: write)
        return error
    }
}

extension Database {
    /// Writes any number of records of any entities, 25 at a time, and sends again what the service left unprocessed.
    ///
    /// Not atomic: when it throws, some may have been written. A batch has no order, so that no key may be written twice.
    /// - Parameter concurrency: how many requests are on their way at a time; the first error ends all.
    /// - Throws: `DynamoDBError`, with what is not done for all that is known in `unprocessedWrites`; `unprocessed` when the service
    ///   makes no progress for long.
    public func batchWrite(_ writes: [any BatchWrite], concurrency: Int = 1) async throws {
        try await send(try itemWrites(of: writes), concurrency: concurrency)
    }

    /// Writes all of these; see `batchWrite(_:concurrency:)`.
    public func batchWrite(concurrency: Int = 1, @BatchBuilder _ writes: () -> [any BatchWrite]) async throws {
        try await batchWrite(writes(), concurrency: concurrency)
    }

    /// Sends writes, no two of which are of one key.
    /// - Parameter origin: who asks; what the database is named where it is not given.
    func send(
        _ items: [ItemWrite], concurrency: Int, origin: RequestOrigin? = nil
    ) async throws(DynamoDBError) {
        let origin = origin ?? self.origin
        let run = try BatchRun<ItemWrite, Never>(
            origin: origin, batchSize: 25, concurrency: concurrency, backoff: backoff)
        let done = await run.send(items) { (batch) throws(DynamoDBError) in
            var request = BatchWriteItemRequest(tables: [:])
            for item in batch { request.tables[item.table, default: []].append(item.write) }
            let output = try await execute(PlainOperation(request, origin: origin))
            return BatchRun.Answer(
                unprocessed: output.unprocessedItems.flatMap { table, writes in
                    writes.map { ItemWrite(table: table, write: $0) }
                })
        }
        guard var error = done.error else { return }
        error.unprocessedWrites = done.rest
        throw error.at("BatchWriteItem", table: nil, origin: origin)
    }

    /// The writes as items and keys.
    private func itemWrites(of writes: [any BatchWrite]) throws(DynamoDBError) -> [ItemWrite] {
        let keyNames = keyNames
        var items: [ItemWrite] = []
        items.reserveCapacity(writes.count)
        var seen = Set<ItemAddress>(minimumCapacity: writes.count)
        for write in writes {
            let item = try write.batchWrite(on: self)
            let key = try address(of: item, keyNames)
            guard seen.insert(key).inserted else {
                throw DynamoDBError(
                    .invalidRequest, "nothing was sent: a batch has no order, and \(key.key) is in it twice"
                ).at("BatchWriteItem", table: item.table, origin: origin)
            }
            items.append(item)
        }
        return items
    }

    /// Where a write writes.
    func address(of item: ItemWrite, _ keyNames: [String: [String]]) throws(DynamoDBError) -> ItemAddress {
        switch item.write {
        case .delete(let key): return ItemAddress(table: item.table, key: key)
        case .put(let whole):
            guard let names = keyNames[item.table] else {
                throw DynamoDBError(
                    .invalidRequest, "nothing was sent: this Database has no table of the name \(item.table)"
                ).at("BatchWriteItem", table: item.table, origin: origin)
            }
            return ItemAddress(table: item.table, key: whole.keeping(names))
        }
    }
}

/// Collects the writes of a batch.
@resultBuilder
public enum BatchBuilder {
    public static func buildExpression(_ write: some BatchWrite) -> [any BatchWrite] { [write] }
    public static func buildExpression(_ writes: [some BatchWrite]) -> [any BatchWrite] { writes }
    /// Writes that a function of the caller's put together.
    public static func buildExpression(_ writes: [any BatchWrite]) -> [any BatchWrite] { writes }

    @available(*, unavailable, message: "a batch has put and delete only: use a transaction for writes with conditions")
    public static func buildExpression(_ write: some TransactionWrite) -> [any BatchWrite] { [] }

    public static func buildBlock(_ writes: [any BatchWrite]...) -> [any BatchWrite] { writes.flatMap { $0 } }
    public static func buildOptional(_ writes: [any BatchWrite]?) -> [any BatchWrite] { writes ?? [] }
    public static func buildEither(first writes: [any BatchWrite]) -> [any BatchWrite] { writes }
    public static func buildEither(second writes: [any BatchWrite]) -> [any BatchWrite] { writes }
    public static func buildArray(_ writes: [[any BatchWrite]]) -> [any BatchWrite] { writes.flatMap { $0 } }
}
