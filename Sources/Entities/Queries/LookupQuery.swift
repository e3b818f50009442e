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
}

extension LookupQuery: PagedRequest {
    /// An item that was deleted after the index was read is left out.
    public var paging: Paging<E> {
        let origin = plan.origin
        return Paging(plan, of: EncodedItem.self) { (entries, db) throws(DynamoDBError) in
            try await Self.records(of: entries, origin, on: db)
        }
    }

    /// The whole items of index entries, in their order, without those of other entities.
    private static func records(
        of entries: [EncodedItem], _ origin: RequestOrigin, on db: Database
    ) async throws(DynamoDBError) -> [E] {
        let table = E.schema.table
        let keys = entries.map { $0.keeping(table.keys.names) }
        let items = try await BatchReader(origin: origin, consistent: false).items(
            of: keys, in: table, on: db)
        var records: [E] = []
        records.reserveCapacity(items.count)
        for case let item? in items {
            let own = try DynamoDBError.decoding(origin) { () throws(AttributeError) in
                try item.decode(as: OwnRecord<E>.self)
            }
            if let record = own.record { records.append(record) }
        }
        return records
    }
}
