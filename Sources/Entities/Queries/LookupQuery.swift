/// A query of an access pattern whose index does not hold whole items: it reads the keys from the index and then the items
/// from the table, in the order of the index.
///
/// There is no `where`: a filter on the index would see only what the index holds.
public struct LookupQuery<E: Entity>: Hashable, Sendable {
    var plan: QueryPlan

    /// A query over key texts; called by generated code.
    public init(_ shape: QueryShape, _ partition: KeyText, _ sort: SortKeyCondition = .all) {
        plan = QueryPlan(
            shape, table: E.schema.table, entity: E.schema.name, partition: partition, sort: sort)
    }

    /// A query over a native multi-attribute index; called by generated code.
    public init(
        _ shape: QueryShape, equalities: [KeyCondition.Equality], range: NativeSortKeyCondition? = nil
    ) {
        plan = QueryPlan(
            shape, table: E.schema.table, entity: E.schema.name, equalities: equalities, range: range)
    }

    /// From the last item to the first, by the sort key.
    public func descending() -> Self {
        var copy = self
        copy.plan.descend()
        return copy
    }

    /// One page; see `Query.page`. An item that was deleted after the index was read is left out.
    public func page(limit: Int? = nil, from cursor: Cursor? = nil, on db: Database) async throws
        -> Page<E>
    {
        let start = try cursor.map { (cursor) throws(DynamoDBError) in try cursor.key(for: plan) }
        let output = try await plan.page(of: EncodedItem.self, on: db, limit: limit, from: start)
        let items = try await records(of: output.items, on: db)
        return Page(items: items, cursor: output.lastEvaluatedKey.map { Cursor($0, of: plan) })
    }

    /// The first item; `nil` where there is none.
    public func first(on db: Database) async throws -> E? {
        var start: EncodedItem?
        repeat {
            let output = try await plan.page(of: EncodedItem.self, on: db, limit: 1, from: start)
            if let first = try await records(of: output.items, on: db).first { return first }
            start = output.lastEvaluatedKey
        } while start != nil
        return nil
    }

    /// All items.
    public func all(on db: Database) async throws -> [E] {
        var all: [E] = []
        var start: EncodedItem?
        repeat {
            let output = try await plan.page(of: EncodedItem.self, on: db, limit: nil, from: start)
            all += try await records(of: output.items, on: db)
            start = output.lastEvaluatedKey
        } while start != nil
        return all
    }

    /// How many entries the index has; the table is not read. Entries of other entities that share the index's partition count.
    public func count(on db: Database) async throws -> Int {
        try await plan.count(on: db)
    }

    /// The whole items of index entries, in their order, without those of other entities.
    private func records(of entries: [EncodedItem], on db: Database) async throws(DynamoDBError) -> [E] {
        let schema = E.schema
        let keys = entries.map { $0.keeping(schema.table.keys.names) }
        let items = try await BatchReader(origin: plan.origin, consistent: false).items(
            of: keys, in: schema.table, on: db)
        var records: [E] = []
        records.reserveCapacity(items.count)
        for case let item? in items where item[schema.entityAttribute] == .string(schema.name) {
            records.append(try DynamoDBError.decoding(plan.origin) { () throws(AttributeError) in try item.decode() })
        }
        return records
    }
}
