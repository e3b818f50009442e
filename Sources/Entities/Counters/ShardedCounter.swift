/// A number that many write at once: kept in several items, one of which each write changes, so that none of them is busy. Made by
/// generated code from `.shardedCounter(of:)`.
///
/// ```swift
/// try await listing.views.add(1).run(on: db)
/// let views = try await Listing.views(listingID: id).value(on: db)
/// ```
/// It can become negative; one that cannot is a ``ShardedStock``. The items are none of the record's: they come with the first write, and
/// are deleted by `reset()`.
public struct ShardedCounter: Hashable, Sendable {
    let schema: EntitySchema
    /// The attribute, as the definition names it.
    let name: String
    let shardCount: Int
    /// What the partition keys of the items begin with.
    let key: KeyText

    /// - Parameter key: the text that is made of entity, attribute and the record's key.
    public init(_ name: String, of schema: EntitySchema, shards: Int, key: KeyText) {
        self.schema = schema
        self.name = name
        shardCount = max(1, shards)
        self.key = key
    }

    /// Adds to one of the shards, drawn by lot. Two runs of it add twice.
    public func add(_ amount: Int) -> CounterChange { change(by: Number(amount)) }

    /// Subtracts from one of the shards, drawn by lot, whatever is left.
    public func subtract(_ amount: Int) -> CounterChange { change(by: -Number(amount)) }

    /// Deletes the shards, all at once: the number is 0 again.
    public func reset() -> CounterReset { CounterReset(counter: self) }

    /// The sum of the shards, read with one BatchGetItem. It is exact when nobody writes in the meantime.
    /// - Parameter consistent: with everything that was written before, at twice the price.
    /// - Throws: `DynamoDBError`.
    public func value(on db: Database, consistent: Bool = false) async throws -> Int {
        var sum = Number.zero
        for value in try await values(on: db, consistent: consistent) {
            guard let next = try? Number.adding(sum, Number(value)) else { throw overflow }
            sum = next
        }
        guard let value = Int(exactly: sum) else { throw overflow }
        return value
    }

    func change(by amount: Number) -> CounterChange {
        CounterChange(counter: self, shard: Generators.current.shard(of: shardCount), amount: amount)
    }
}

// The items.

extension ShardedCounter {
    /// The sort key of every shard.
    package static let sortKey = "COUNTER"
    static let valuePath = AttributePath("value")

    var origin: RequestOrigin { RequestOrigin(entity: schema.name, accessPattern: name) }

    /// What stands in an item where records have their entity's name.
    var label: String { "\(schema.name).\(name)" }

    func itemKey(of shard: Int) throws(DynamoDBError) -> EncodedItem {
        do throws(AttributeError) {
            return try schema.table.itemKey("\(key)#\(shard: shard, count: shardCount)", Self.sortKey)
        } catch {
            throw .invalidRequest(error, origin)
        }
    }

    func itemKeys() throws(DynamoDBError) -> [EncodedItem] {
        var keys: [EncodedItem] = []
        for shard in 0..<shardCount { keys.append(try itemKey(of: shard)) }
        return keys
    }

    /// What the shards hold.
    func values(on db: Database, consistent: Bool) async throws(DynamoDBError) -> [Int] {
        let reader = BatchReader(origin: origin, consistent: consistent)
        var values: [Int] = []
        for item in try await reader.items(of: itemKeys(), in: schema.table, on: db) {
            guard let stored = item?["value"] else {
                values.append(0)
                continue
            }
            guard case .number(let number) = stored, let value = Int(exactly: number) else { throw overflow }
            values.append(value)
        }
        return values
    }

    private var overflow: DynamoDBError {
        DynamoDBError(.undecodableResponse, "\(label) is no number that fits an Int")
            .at("BatchGetItem", table: schema.table.name, origin: origin)
    }
}
