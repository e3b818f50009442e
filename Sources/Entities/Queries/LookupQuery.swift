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
        itemPaging(nil).decoding { (item) throws(AttributeError) in try item.decode(as: E.self) }
    }
}

extension LookupQuery: ItemSource {
    /// The whole items of the index entries, in their order, without those of other entities.
    public func itemPaging(_ paths: [AttributePath]?) -> Paging<EncodedItem> {
        let schema = E.schema
        let paths = paths.map { $0 + schema.identifiers.paths }
        let reader = BatchReader(origin: plan.origin, consistent: false, paths: paths)
        return Paging<EncodedItem>(plan).compactMap { (entries, db) throws(DynamoDBError) in
            let keys = entries.map { $0.keeping(schema.table.keys.names) }
            return try await reader.items(of: keys, in: schema.table, on: db).map { item in
                item.flatMap { schema.owns($0) ? $0 : nil }
            }
        }
    }
}
