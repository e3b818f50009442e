/// A query of what a record was, revision by revision.
///
/// ```swift
/// let last = try await Article.revisions(tenantID: "acme", articleID: id).descending().page(limit: 10, on: db)
/// let some = try await Article.revisions(tenantID: "acme", articleID: id, revision: 3...7).all(on: db)
/// ```
public struct RevisionQuery<E: HistoricalEntity>: Hashable, Sendable {
    private var plan: QueryPlan

    /// Called by generated code.
    public init(_ shape: QueryShape, _ partition: KeyText, _ sort: SortKeyCondition) {
        plan = QueryPlan(shape, table: E.schema.table, entity: E.schema.name, partition: partition, sort: sort)
    }

    /// Keeps the revisions for which this holds too. DynamoDB filters after it has read: what is filtered out is paid for.
    public func `where`(_ condition: (E.Fields) -> Condition) -> Self {
        var copy = self
        copy.plan.filter(condition(E.Fields()))
        return copy
    }

    /// From the newest revision to the oldest.
    public func descending() -> Self {
        var copy = self
        copy.plan.read.descend()
        return copy
    }

    /// Reads what is committed at this moment, at twice the price.
    public func consistent() -> Self {
        var copy = self
        copy.plan.read.consistentRead = true
        return copy
    }
}

extension RevisionQuery: PagedRequest {
    public var paging: Paging<Revision<E>> { Paging(plan) }
}

extension RevisionQuery: ItemSource {
    public func itemPaging(_ paths: [AttributePath]?) -> Paging<EncodedItem> { Paging(plan, selecting: paths) }
}

extension RevisionQuery: ExplainableRequest {
    public func explain() -> Explanation { plan.explain() }

    public func request(on db: Database) throws(DynamoDBError) -> DynamoDBRequest { try plan.request(on: db) }
}
