/// A query of an access pattern whose index does not hold whole items, which reads what the index holds and nothing of the table.
///
/// ```swift
/// let low = try await Stock.places(sku: sku).entries().where { $0.quantity < 10 }.all(on: db)      // [Stock.PlacesEntry]
/// ```
public struct EntryQuery<Entry: IndexEntry>: Hashable, Sendable {
    var plan: QueryPlan
    let isShared: Bool

    /// Keeps the entries for which this holds too. DynamoDB filters after it has read: what is filtered out is paid for.
    public func `where`(_ condition: (Entry.Fields) -> Condition) -> Self {
        var copy = self
        copy.plan.filter(condition(Entry.Fields()))
        return copy
    }

    /// From the last entry to the first, by the sort key.
    public func descending() -> Self {
        var copy = self
        copy.plan.read.descend()
        return copy
    }

    /// The whole records of these entries, read from the table.
    public func hydrated() -> LookupQuery<Entry> { LookupQuery(plan: plan, isShared: isShared) }
}

extension EntryQuery: PagedRequest {
    public var paging: Paging<Entry> {
        var plan = plan
        // What the index does not hold is not known of its entries.
        if let expiry = plan.expiry, !plan.table.holds([expiry.name], in: plan.indexName) { plan.expiry = nil }
        guard isShared else { return Paging(unexpired: plan) }
        return Paging<EncodedItem>(unexpired: plan)
            .decoding { (item) throws(AttributeError) in Entry.isOwn(item) ? try item.decode(as: Entry.self) : nil }
            .droppingItems()
    }
}

extension EntryQuery: ExplainableRequest {
    public func explain() -> Explanation { plan.explain() }

    public func request(on db: Database) throws(DynamoDBError) -> DynamoDBRequest { try plan.request(on: db) }
}

extension LookupQuery where Source: IndexEntry {
    /// What the index holds, without reading the table. Where it does not hold the time at which records expire, those that have are
    /// among the entries; `hydrated()` leaves them out.
    public func entries() -> EntryQuery<Source> {
        var plan = plan
        let schema = Source.LookupRecord.schema
        // An index that holds the entity's name lets DynamoDB tell the entries apart; else their keys do.
        if isShared, plan.holdsIdentifiers(of: schema) { plan.filter(entity: schema) }
        return EntryQuery(plan: plan, isShared: isShared)
    }
}
