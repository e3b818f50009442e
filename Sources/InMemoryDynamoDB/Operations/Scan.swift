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
        try ExpressionChecks.check(condition: request.filter, .filter)
        try ExpressionRules.check(projection: request.projection)
        try ReadTarget.check(request.select, projection: request.projection, indexName: request.indexName)
        let hashes = try segment(request.segment, of: request.totalSegments)

        let target = try ReadTarget(
            try table(request.tableName), indexName: request.indexName, consistentRead: request.consistentRead,
            select: request.select, projection: request.projection, filter: request.filter)
        try ExpressionChecks.checkKeyAccess(condition: request.filter, target.table.schema)
        try ExpressionChecks.checkKeyAccess(request.projection ?? [], target.table.schema)
        let start = try request.exclusiveStartKey.map { key throws(DynamoDBError) in try target.start(key) }
        if let start, !hashes.contains(start.partitionHash) {
            throw .invalid("The provided starting key is invalid: The provided key is not in the segment")
        }

        let page = target.table.locked { contents in
            var page = PageReader(target, limit: request.limit)
            let contents = contents.seen(consistently: request.consistentRead)
            target.directory(in: contents)?.visitAll(hashes: hashes, after: start) { page.take($0) }
            return page
        }
        return page.output(
            filter: request.filter, projection: request.projection, select: request.select,
            consistentRead: request.consistentRead, request.returnConsumedCapacity)
    }

    /// The part of all hashes that belongs to a segment.
    private func segment(_ segment: Int?, of total: Int?) throws(DynamoDBError) -> ClosedRange<UInt64> {
        guard segment != nil || total != nil else { return 0...UInt64.max }
        guard let total else {
            throw .invalid(
                "The TotalSegments parameter is required but was not present in the request when Segment parameter is "
                    + "present")
        }
        guard let segment else {
            throw .invalid(
                "The Segment parameter is required but was not present in the request when parameter TotalSegments is "
                    + "present")
        }
        guard segment < total else {
            throw .invalid(
                "The Segment parameter is zero-based and must be less than parameter TotalSegments: "
                    + "Segment: \(segment) is not less than TotalSegments: \(total)")
        }
        func start(_ segment: Int) -> UInt128 { (UInt128(segment) << 64) / UInt128(total) }
        return UInt64(start(segment))...UInt64(start(segment + 1) - 1)
    }
}
