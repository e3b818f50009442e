/// A write that can be part of a batch: `put` and `delete` without conditions.
public protocol BatchWrite: Sendable {
    func batchWrite(on db: Database) throws(DynamoDBError) -> (table: String, write: BatchWriteItemRequest.Write)
}

extension Put: BatchWrite {
    public func batchWrite(on db: Database) throws(DynamoDBError) -> (table: String, write: BatchWriteItemRequest.Write)
    {
        let request = try PutPlan(record, condition: condition, label: "put").request(on: db)
        guard condition == nil else { throw .conditionInBatch(E.schema, "put") }
        return (request.tableName, .put(request.item))
    }
}

extension Delete: BatchWrite {
    public func batchWrite(on db: Database) throws(DynamoDBError) -> (table: String, write: BatchWriteItemRequest.Write)
    {
        let request = try plan.request(on: db, mustExist: false)
        guard request.condition == nil, plan.holding.releases.isEmpty else {
            throw .conditionInBatch(E.schema, "delete")
        }
        return (request.tableName, .delete(request.key))
    }
}

extension DynamoDBError {
    fileprivate static func conditionInBatch(_ schema: EntitySchema, _ write: String) -> DynamoDBError {
        var error = DynamoDBError(
            .invalidRequest,
            "DynamoDB has no conditions in a batch, and \(schema.name).\(write) has one: run it alone or in a transaction"
        )
        error.origin = RequestOrigin(entity: schema.name, accessPattern: write)
        return error
    }
}

extension Database {
    /// Writes any number of records of any entities, 25 at a time, and sends again what the service left unprocessed.
    ///
    /// Not atomic: when it throws, some may have been written. The same key twice is refused by DynamoDB if it falls in one
    /// request.
    /// - Throws: `DynamoDBError`; `unprocessed` when the service makes no progress for long.
    public func batchWrite(_ writes: [any BatchWrite]) async throws {
        var queue: [(table: String, write: BatchWriteItemRequest.Write)] = []
        queue.reserveCapacity(writes.count)
        for write in writes { queue.append(try write.batchWrite(on: self)) }
        var (next, failures) = (0, 0)
        var pending: [(table: String, write: BatchWriteItemRequest.Write)] = []
        while next < queue.count || !pending.isEmpty {
            let room = min(25 - pending.count, queue.count - next)
            let batch = pending + queue[next..<(next + room)]
            next += room
            var request = BatchWriteItemRequest(tables: [:])
            for (table, write) in batch { request.tables[table, default: []].append(write) }
            let output = try await execute(PlainOperation(request))
            pending = output.unprocessedItems.flatMap { table, writes in writes.map { (table, $0) } }
            failures = pending.count < batch.count ? 0 : failures + 1
            if failures > BatchReader.patience {
                throw DynamoDBError(
                    .unprocessed,
                    "\(pending.count + queue.count - next) items were not written after \(failures) attempts"
                ).at("BatchWriteItem", table: nil, origin: RequestOrigin())
            }
            if !pending.isEmpty { try await Backoff.wait(failures) }
        }
    }

    /// Writes all of these; see `batchWrite(_:)`.
    public func batchWrite(@BatchBuilder _ writes: () -> [any BatchWrite]) async throws {
        try await batchWrite(writes())
    }
}

/// Collects the writes of a batch.
@resultBuilder
public enum BatchBuilder {
    public static func buildExpression(_ write: some BatchWrite) -> [any BatchWrite] { [write] }
    public static func buildExpression(_ writes: [some BatchWrite]) -> [any BatchWrite] { writes }

    @available(*, unavailable, message: "a batch has put and delete only: use a transaction for writes with conditions")
    public static func buildExpression(_ write: some TransactionWrite) -> [any BatchWrite] { [] }

    public static func buildBlock(_ writes: [any BatchWrite]...) -> [any BatchWrite] { writes.flatMap { $0 } }
    public static func buildOptional(_ writes: [any BatchWrite]?) -> [any BatchWrite] { writes ?? [] }
    public static func buildEither(first writes: [any BatchWrite]) -> [any BatchWrite] { writes }
    public static func buildEither(second writes: [any BatchWrite]) -> [any BatchWrite] { writes }
    public static func buildArray(_ writes: [[any BatchWrite]]) -> [any BatchWrite] { writes.flatMap { $0 } }
}
