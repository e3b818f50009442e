import Entities

extension Engine {
    func query(_ request: QueryRequest) throws(DynamoDBError) -> PageOutput<EncodedItem> {
        var constraints = Constraints()
        constraints.requireTableName(request.tableName)
        if let index = request.indexName { constraints.requireNewName(index, at: "indexName") }
        constraints.requireAtLeast(1, request.limit, at: "limit")
        try constraints.check()
        try ExpressionChecks.check(condition: request.filter, .filter)
        try ExpressionRules.check(projection: request.projection)
        try ReadTarget.check(
            request.select, projection: request.projection, indexName: request.indexName, isQuery: true)

        let target = try ReadTarget(
            try table(request.tableName), indexName: request.indexName, consistentRead: request.consistentRead,
            select: request.select, projection: request.projection, filter: request.filter)
        let start = try KeyConditionRules.check(request.keyCondition, target) { () throws(DynamoDBError) in
            try StartKey(request.exclusiveStartKey, target)
        }
        let stretch = try KeyStretch(request.keyCondition, target)
        var range = stretch.range
        if let place = try start?.place() {
            try checkStart(place, stretch)
            range = range.after(place.sort, forward: request.scanIndexForward)
        }
        try ExpressionChecks.checkKeyAccess(request.projection ?? [], target.schema)
        try checkFilter(request.filter, target)
        try target.checkProjected()
        try ExpressionChecks.checkKeyAccess(condition: request.filter, target.schema)

        var page = PageReader(target, limit: request.limit)
        target.visit(
            partition: stretch.partition, range, forward: request.scanIndexForward,
            consistently: request.consistentRead
        ) { page.take($0) }
        return page.output(
            filter: request.filter, projection: request.projection, select: request.select,
            consistentRead: request.consistentRead, request.returnConsumedCapacity)
    }

    /// A page goes on where the query could have ended one.
    private func checkStart(_ place: ItemKey, _ stretch: KeyStretch) throws(DynamoDBError) {
        let isInPartition = place.partition == stretch.partition
        guard stretch.hasSortCondition else {
            guard isInPartition else {
                throw .invalid(
                    "The provided starting key is outside query boundaries based on provided conditions")
            }
            return
        }
        guard stretch.range.contains(place.sort) else {
            throw .invalid("The provided starting key does not match the range key predicate")
        }
        guard isInPartition else {
            throw .invalid("The query can return at most one row and cannot be restarted")
        }
    }

    /// A filter is for what the key condition cannot say.
    private func checkFilter(_ filter: Condition?, _ target: ReadTarget) throws(DynamoDBError) {
        guard let filter else { return }
        let names = Set(filter.paths.map(\.attributeName))
        guard let key = target.keys.names.first(where: { names.contains($0) }) else { return }
        throw .invalid(
            "Filter Expression can only contain non-primary key attributes: Primary key attribute: \(key)")
    }
}
