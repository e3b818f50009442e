/// A change of one shard of a counter; see ``ShardedCounter``. It creates the shard where there is none.
///
/// The shard is drawn when the value is made, so that it can be printed, and run again with the same meaning.
public struct CounterChange: Hashable, Sendable {
    let counter: ShardedCounter
    let shard: Int
    let amount: Number
    /// What the shard must have for the change to be made.
    var least: Number?
    /// Why it is none.
    var refusal: String?

    /// Makes the change.
    /// - Throws: `DynamoDBError`. As with every addition, an error whose `isOutcomeUnknown` is set leaves open whether it was made.
    public func run(on db: Database) async throws {
        try await write(on: db)
    }

    func write(on db: Database) async throws(DynamoDBError) {
        let request = try updateItem(on: db)
        let operation = WriteItemOperation<EncodedItem>(request, origin: counter.origin)
        _ = try await db.execute(operation, table: request.tableName)
    }

    private func updateItem(on db: Database) throws(DynamoDBError) -> UpdateItemRequest {
        try request(table: db.name(of: counter.schema.table))
    }

    func request(table: String) throws(DynamoDBError) -> UpdateItemRequest {
        if let refusal {
            throw DynamoDBError(.invalidValue, refusal)
                .at("UpdateItem", table: counter.schema.table.name, origin: counter.origin)
        }
        let update = UpdateExpression(
            set: [.init(AttributePath(counter.schema.entityAttribute), .operand(.value(.string(counter.label))))],
            add: [.init(ShardedCounter.valuePath, .value(.number(amount)))])
        var request = UpdateItemRequest(tableName: table, key: try counter.itemKey(of: shard), update: update)
        request.condition = least.map {
            .compare(.path(ShardedCounter.valuePath), .greaterOrEqual, .value(.number($0)))
        }
        return request
    }
}

extension CounterChange: TransactionWrite {
    public func actions(on db: Database) throws(DynamoDBError) -> [TransactionAction] {
        [.init(.update(try updateItem(on: db)), origin: counter.origin)]
    }
}

extension CounterChange: ExplainableRequest {
    public func explain() -> Explanation {
        let table = counter.schema.table.name
        do throws(DynamoDBError) {
            return Explanation(
                .updateItem(try request(table: table)), origin: counter.origin, table: table,
                capacity: "Writes 1 unit; a transaction 2.")
        } catch {
            return Explanation(error, operation: "UpdateItem", origin: counter.origin, table: table)
        }
    }

    public func request(on db: Database) throws(DynamoDBError) -> DynamoDBRequest {
        .updateItem(try updateItem(on: db))
    }
}

/// The deletion of a counter's shards; see `ShardedCounter.reset()`. In the transaction that deletes a record it leaves nothing behind.
public struct CounterReset: Hashable, Sendable {
    let counter: ShardedCounter

    /// Deletes the shards.
    /// - Throws: `DynamoDBError`.
    public func run(on db: Database) async throws {
        try await db.run(actions(on: db), origin: counter.origin)
    }
}

extension CounterReset: TransactionWrite {
    /// One for each shard.
    public func actions(on db: Database) throws(DynamoDBError) -> [TransactionAction] {
        let table = try db.name(of: counter.schema.table)
        return try counter.itemKeys().map {
            .init(.delete(DeleteItemRequest(tableName: table, key: $0)), origin: counter.origin)
        }
    }
}
