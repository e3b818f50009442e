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
        try ReadTarget.check(request.select, projection: request.projection, indexName: request.indexName)

        let target = try ReadTarget(
            try table(request.tableName), indexName: request.indexName, consistentRead: request.consistentRead,
            select: request.select, projection: request.projection, filter: request.filter)
        let plan = try KeyStretch(request.keyCondition, keys: target.keys, layout: target.layout)
        try checkFilter(request.filter, target)
        try ExpressionChecks.checkKeyAccess(request.projection ?? [], target.table.schema)
        var range = plan.range
        if let key = request.exclusiveStartKey {
            let start = try target.start(key)
            guard start.partition == plan.partition else {
                throw .invalid(
                    "The provided starting key is outside query boundaries based on provided conditions")
            }
            guard plan.range.contains(start.sort) else {
                throw .invalid("The provided starting key does not match the range key predicate")
            }
            range = range.after(start.sort, forward: request.scanIndexForward)
        }

        let page = target.table.locked { contents in
            var page = PageReader(target, limit: request.limit)
            target.directory(in: contents.seen(consistently: request.consistentRead))?.visit(
                partition: plan.partition, range: range, forward: request.scanIndexForward
            ) { page.take($0) }
            return page
        }
        return page.output(
            filter: request.filter, projection: request.projection, select: request.select,
            consistentRead: request.consistentRead, request.returnConsumedCapacity)
    }

    /// A filter is for what the key condition cannot say.
    private func checkFilter(_ filter: Condition?, _ target: ReadTarget) throws(DynamoDBError) {
        guard let filter else { return }
        try ExpressionChecks.checkKeyAccess(condition: filter, target.table.schema)
        for path in filter.paths where target.keys.names.contains(path.attributeName) {
            throw .invalid(
                "Filter Expression can only contain non-primary key attributes: "
                    + "Primary key attribute: \(path.attributeName)")
        }
    }
}
