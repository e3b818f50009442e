extension QueryPlan {
    /// What is read, without table name, limit and start key, which are known when it runs: a query, or a scan where there is no key
    /// condition.
    struct Read: Hashable, Sendable {
        /// One of so many parts of a table.
        struct Segment: Hashable, Sendable {
            let number: Int
            let count: Int
        }

        let indexName: String?
        var keyCondition: KeyCondition?
        var filter: Condition?
        var projection: [AttributePath]?
        var consistentRead = false
        /// From the last item to the first; a scan has no order.
        private(set) var isDescending = false
        /// The part that a scan reads; all of the table where `nil`.
        private(set) var segment: Segment?

        init(indexName: String?, keyCondition: KeyCondition?) {
            self.indexName = indexName
            self.keyCondition = keyCondition
        }

        var isScan: Bool { keyCondition == nil }

        /// What the key attributes must be equal to; nothing for a scan.
        var equalities: [KeyCondition.Equality] { keyCondition?.equalities ?? [] }

        mutating func descend() { if !isScan { isDescending = true } }

        mutating func cut(_ segment: Segment) { if isScan { self.segment = segment } }

        /// Asks for another partition.
        mutating func ask(equalities: [KeyCondition.Equality]) { keyCondition?.equalities = equalities }

        /// The request that reads one page.
        func request(
            table: String, limit: Int? = nil, from start: EncodedItem? = nil, select: Select? = nil
        ) -> DynamoDBRequest {
            guard let keyCondition else {
                var request = ScanRequest(tableName: table, indexName: indexName)
                request.filter = filter
                request.projection = projection
                request.consistentRead = consistentRead
                request.segment = segment?.number
                request.totalSegments = segment?.count
                request.limit = limit
                request.exclusiveStartKey = start
                request.select = select
                return .scan(request)
            }
            var request = QueryRequest(tableName: table, indexName: indexName, keyCondition: keyCondition)
            request.filter = filter
            request.projection = projection
            request.consistentRead = consistentRead
            request.scanIndexForward = !isDescending
            request.limit = limit
            request.exclusiveStartKey = start
            request.select = select
            return .query(request)
        }
    }
}
