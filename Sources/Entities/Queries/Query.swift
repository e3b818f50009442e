/// A query of an access pattern whose index holds whole items, as a value: it can be kept, compared, printed and run anywhere.
///
/// ```swift
/// let recent = Article.published(tenantID: "acme", publishedAt: lastMonth...).descending()
/// for try await article in recent.stream(on: db) { … }
/// ```
public struct Query<E: Entity>: Hashable, Sendable {
    var plan: QueryPlan

    /// A query over key texts; called by generated code.
    public init(_ shape: borrowing QueryShape, _ partition: KeyText, _ sort: SortKeyCondition = .all) {
        plan = QueryPlan(
            shape, table: E.schema.table, entity: E.schema.name, partition: partition, sort: sort)
        if shape.isShared { plan.filter(entity: E.schema) }
        plan.expiry = E.schema.expiry
    }

    /// A query over a native multi-attribute index; called by generated code.
    public init(
        _ shape: borrowing QueryShape, equalities: [KeyCondition.Equality], range: NativeSortKeyCondition? = nil
    ) {
        plan = QueryPlan(
            shape, table: E.schema.table, entity: E.schema.name, equalities: equalities, range: range)
        if shape.isShared { plan.filter(entity: E.schema) }
        plan.expiry = E.schema.expiry
    }

    /// Keeps the items for which this holds too. DynamoDB filters after it has read: what is filtered out is paid for.
    public consuming func `where`(_ condition: (E.Fields) -> Condition) -> Self {
        plan.filter(condition(E.Fields()))
        return self
    }

    /// From the last item to the first, by the sort key.
    public consuming func descending() -> Self {
        plan.read.descend()
        return self
    }

    /// Reads what is committed at this moment, at twice the price. Not on global indexes, where DynamoDB refuses it.
    public consuming func consistent() -> Self {
        plan.read.consistentRead = true
        return self
    }
}

extension Query: PagedRequest {
    public var paging: Paging<E> { Paging(unexpired: plan) }
}
