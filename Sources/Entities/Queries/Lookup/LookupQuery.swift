/// A query of an access pattern whose index does not hold whole items: it reads the keys from the index and then the items
/// from the table, in the order of the index.
///
/// There is no `where`: a filter on the index would see only what the index holds. `entries()` reads that and no more, has a `where` for
/// it, and `hydrated()` comes back from there to whole records.
public struct LookupQuery<Source: LookupSource>: Hashable, Sendable {
    var plan: QueryPlan
    /// Whether entries of other entities can be among those that are read.
    let isShared: Bool

    init(plan: QueryPlan, isShared: Bool) {
        self.plan = plan
        self.isShared = isShared
    }

    /// A query over key texts; called by generated code.
    public init(_ shape: QueryShape, _ partition: KeyText, _ sort: SortKeyCondition = .all) {
        let schema = Source.LookupRecord.schema
        plan = QueryPlan(shape, table: schema.table, entity: schema.name, partition: partition, sort: sort)
        plan.expiry = schema.expiry
        isShared = shape.isShared
    }

    /// A query over a native multi-attribute index; called by generated code.
    public init(
        _ shape: QueryShape, equalities: [KeyCondition.Equality], range: NativeSortKeyCondition? = nil
    ) {
        let schema = Source.LookupRecord.schema
        plan = QueryPlan(shape, table: schema.table, entity: schema.name, equalities: equalities, range: range)
        plan.expiry = schema.expiry
        isShared = shape.isShared
    }

    /// From the last item to the first, by the sort key.
    public func descending() -> Self {
        var copy = self
        copy.plan.read.descend()
        return copy
    }
}

extension LookupQuery: PagedRequest {
    /// An item that was deleted after the index was read is left out.
    ///
    /// A count is that of the entries, and does not read the table, unless records expire by what the index does not hold.
    public var paging: Paging<Source.LookupRecord> {
        itemPaging(nil).decoding { (item) throws(AttributeError) in try item.decode(as: Source.LookupRecord.self) }
    }
}

extension LookupQuery: ItemSource {
    /// The whole items of the index entries, in their order, without those of other entities.
    public func itemPaging(_ paths: [AttributePath]?) -> Paging<EncodedItem> {
        Paging(lookingUp: plan, of: Source.LookupRecord.schema, paths: paths)
    }
}
