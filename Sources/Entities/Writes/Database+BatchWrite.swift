/// A write that can be part of a batch: `put` and `delete` without conditions.
public protocol BatchWrite: Sendable {
    func batchWrite(on db: Database) throws(DynamoDBError) -> (table: String, write: BatchWriteItemRequest.Write)
}

extension Put: BatchWrite {
    public func batchWrite(on db: Database) throws(DynamoDBError) -> (table: String, write: BatchWriteItemRequest.Write)
    {
        let request = try PutPlan(record, condition: condition, label: "put").request(on: db)
        guard condition == nil, record.uniqueClaims.isEmpty else { throw .conditionInBatch(E.schema, "put") }
        return (request.tableName, .put(request.item))
    }
}

extension Delete: BatchWrite {
    public func batchWrite(on db: Database) throws(DynamoDBError) -> (table: String, write: BatchWriteItemRequest.Write)
    {
        let request = try plan.request(on: db)
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
    /// - Throws: `DynamoDBError`; `unprocessed` when the service makes no progress for long.
    public func batchWrite(_ writes: [any BatchWrite]) async throws {
        try await run(try batchItems(of: writes))
    }

    /// The writes as items and keys.
    private func batchItems(of writes: [any BatchWrite]) throws(DynamoDBError) -> [BatchItem] {
        let keyNames = Dictionary(allTables.map { ($0.name, $0.keys.names) }) { first, _ in first }
        var items: [BatchItem] = []
        items.reserveCapacity(writes.count)
        var seen = Set<BatchItem>(minimumCapacity: writes.count)
        for write in writes {
            let (table, write) = try write.batchWrite(on: self)
            let key: EncodedItem
            switch write {
            case .put(let item): key = item.keeping(keyNames[table] ?? [])
            case .delete(let itemKey): key = itemKey
            }
            guard seen.insert(BatchItem(table: table, write: .delete(key))).inserted else {
                throw DynamoDBError(
                    .invalidRequest, "nothing was sent: a batch has no order, and \(key) is in it twice"
                ).at("BatchWriteItem", table: table, origin: RequestOrigin())
            }
            items.append(BatchItem(table: table, write: write))
        }
        return items
    }

    private func run(_ items: [BatchItem]) async throws(DynamoDBError) {
        var queue = BatchQueue(items, batchSize: 25)
        while let batch = queue.next() {
            try DynamoDBError.checkCancellation()
            var request = BatchWriteItemRequest(tables: [:])
            for item in batch { request.tables[item.table, default: []].append(item.write) }
            let output = try await execute(PlainOperation(request))
            let unprocessed = output.unprocessedItems.flatMap { table, writes in
                writes.map { BatchItem(table: table, write: $0) }
            }
            do throws(DynamoDBError) {
                try await queue.putBack(unprocessed, of: batch, backoff)
            } catch {
                throw error.at("BatchWriteItem", table: nil, origin: RequestOrigin())
            }
        }
    }

    /// Writes all of these; see `batchWrite(_:)`.
    public func batchWrite(@BatchBuilder _ writes: () -> [any BatchWrite]) async throws {
        try await batchWrite(writes())
    }
}

/// One write of a batch.
private struct BatchItem: Hashable {
    let table: String
    let write: BatchWriteItemRequest.Write
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
