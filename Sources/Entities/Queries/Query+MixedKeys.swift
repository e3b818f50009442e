// Queries of indexes whose partition key is made of the entities' own attributes, and whose sort key is a key text.

extension QueryPlan {
    init(
        _ shape: QueryShape, table: TableSchema, entity: String?, equalities: [KeyCondition.Equality],
        sort: SortKeyCondition
    ) {
        let name = shape.sortKey ?? ""
        var equalities = equalities
        if case .equal(let operand) = sort.kind { equalities.append(.init(name, operand)) }
        self.init(shape, table: table, entity: entity, equalities: equalities)
        if case .range(let range) = sort.kind { read.keyCondition?.range = .init(name, range) }
        isEmpty = sort.kind == .nothing
        comparisons = SortKeyComparisons(sort, of: name)
    }
}

extension Query {
    /// A query over attributes of the entity's own and a key text; called by generated code.
    public init(_ shape: QueryShape, equalities: [KeyCondition.Equality], sort: SortKeyCondition) {
        plan = QueryPlan(
            shape, table: E.schema.table, entity: E.schema.name, equalities: equalities, sort: sort)
        if shape.isShared { plan.filter(entity: E.schema) }
        plan.expiry = E.schema.expiry
    }
}

extension LookupQuery {
    /// A query over attributes of the entity's own and a key text; called by generated code.
    public init(_ shape: QueryShape, equalities: [KeyCondition.Equality], sort: SortKeyCondition) {
        let schema = Source.LookupRecord.schema
        var plan = QueryPlan(shape, table: schema.table, entity: schema.name, equalities: equalities, sort: sort)
        plan.expiry = schema.expiry
        self.init(plan: plan, isShared: shape.isShared)
    }
}
