import Entities

extension Engine {
    func scan(_ request: ScanRequest) throws(DynamoDBError) -> PageOutput<EncodedItem> {
        var constraints = Constraints()
        constraints.requireTableName(request.tableName)
        if let index = request.indexName { constraints.requireNewName(index, at: "indexName") }
        constraints.requireAtLeast(1, request.limit, at: "limit")
        constraints.requireAtLeast(0, request.segment, at: "segment")
        constraints.requireAtMost(Limits.totalSegments.upperBound - 1, request.segment, at: "segment")
        constraints.requireAtLeast(Limits.totalSegments.lowerBound, request.totalSegments, at: "totalSegments")
        constraints.requireAtMost(Limits.totalSegments.upperBound, request.totalSegments, at: "totalSegments")
        try constraints.check()
        let segment = try ScanSegment(request.segment, of: request.totalSegments)
        try ExpressionChecks.check(condition: request.filter, .filter)
        try ExpressionRules.check(projection: request.projection)
        try ReadTarget.check(
            request.select, projection: request.projection, indexName: request.indexName, isQuery: false)

        let target = try ReadTarget(
            try table(request.tableName), indexName: request.indexName, consistentRead: request.consistentRead,
            select: request.select, projection: request.projection, filter: request.filter)
        let startKey = try StartKey(request.exclusiveStartKey, target, isScan: true)
        if target.index != nil, let startKey {
            for component in target.keyComponents { try startKey.check(component) }
        }
        try target.checkProjected()
        try startKey?.checkTableKey()
        let start = try startKey?.place()
        if let start { try segment?.check(start) }
        try ExpressionChecks.checkKeyAccess(request.projection ?? [], target.schema)
        try ExpressionChecks.checkKeyAccess(condition: request.filter, target.schema)

        var page = PageReader(target, limit: request.limit)
        target.visitAll(
            segment?.hashes ?? 0...UInt64.max, after: start, consistently: request.consistentRead
        ) { page.take($0) }
        return page.output(
            filter: request.filter, projection: request.projection, select: request.select,
            consistentRead: request.consistentRead, request.returnConsumedCapacity)
    }
}
