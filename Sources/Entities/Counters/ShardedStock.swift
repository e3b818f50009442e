/// A number of which many take at once, and which never falls below zero: kept in several items, each of which keeps to that. Made by
/// generated code from `.shardedCounter(of:)` with `.range(0...)`.
///
/// ```swift
/// try await Event.seats(eventID: id).add(500).run(on: db)
/// try await Event.seats(eventID: id).take(2).run(on: db)          // or `notEnough`
/// ```
public struct ShardedStock: Hashable, Sendable {
    let counter: ShardedCounter

    /// - Parameter key: the text that is made of entity, attribute and the record's key.
    public init(_ name: String, of schema: EntitySchema, shards: Int, key: KeyText) {
        counter = ShardedCounter(name, of: schema, shards: shards, key: key)
    }

    /// Adds to one of the shards, drawn by lot. Two runs of it add twice.
    /// - Parameter amount: from 0; less is refused with `invalidValue` when it runs.
    public func add(_ amount: Int) -> CounterChange {
        var change = counter.change(by: Number(amount))
        if amount < 0 { change.refusal = "\(amount) cannot be added to a stock: take \(amount.magnitude) instead" }
        return change
    }

    /// Adds the same to every shard, as far as that goes, in one transaction: for a stock that is filled once and then taken from.
    /// - Parameter amount: from 0; less is refused with `invalidValue` when it runs.
    public func fill(_ amount: Int) -> StockFilling { StockFilling(counter: counter, amount: amount) }

    /// Takes so many, if they are there.
    /// - Parameter amount: from 0; less is refused with `invalidValue` when it runs.
    public func take(_ amount: Int) -> StockTake {
        StockTake(counter: counter, shard: Generators.current.shard(of: counter.shardCount), amount: amount)
    }

    /// The sum of the shards; see `ShardedCounter.value`.
    /// - Throws: `DynamoDBError`.
    public func value(on db: Database, consistent: Bool = false) async throws -> Int {
        try await counter.value(on: db, consistent: consistent)
    }

    /// Deletes the shards, all at once: the number is 0 again.
    public func reset() -> CounterReset { counter.reset() }
}

/// The same for every shard of a stock; see `ShardedStock.fill(_:)`.
public struct StockFilling: Hashable, Sendable, TransactionWrite {
    let counter: ShardedCounter
    let amount: Int

    /// Adds to all shards.
    /// - Throws: `DynamoDBError`.
    public func run(on db: Database) async throws {
        try await db.run(actions(on: db), origin: counter.origin)
    }

    /// One for each shard that gets something.
    public func actions(on db: Database) throws(DynamoDBError) -> [TransactionAction] {
        var actions: [TransactionAction] = []
        let (share, rest) = amount.quotientAndRemainder(dividingBy: counter.shardCount)
        for shard in 0..<counter.shardCount {
            let part = share + (shard < rest ? 1 : 0)
            guard part != 0 || amount < 0 else { continue }
            var change = CounterChange(counter: counter, shard: shard, amount: Number(part))
            if amount < 0 { change.refusal = "a stock cannot be filled with \(amount)" }
            actions += try change.actions(on: db)
        }
        return actions
    }
}
