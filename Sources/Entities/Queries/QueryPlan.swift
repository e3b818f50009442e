/// The part of a query or scan that does not depend on what is read: key condition, filter, direction, and what makes it empty.
struct QueryPlan: Hashable, Sendable {
    /// A query, or a scan. Without table name, limit and start key, which are known when it runs.
    enum Read: Hashable, Sendable {
        case query(QueryRequest)
        case scan(ScanRequest)
    }

    let table: TableSchema
    let origin: RequestOrigin
    var read: Read
    /// Whether the range is empty, so that there is nothing to ask.
    var isEmpty = false
    /// What can be asked of the sort key instead.
    var comparisons: SortKeyComparisons?
    /// The partitions, where several are read; `nil` for the one that `read` names.
    var spread: PartitionSpread?
    /// The attribute by which items are left out that have expired; `nil` where none are.
    var expiry: ExpiryAttribute?
    /// Why the request is not sent, where what it was made of does not make one.
    var refusal: String?

    /// A query over key texts.
    init(
        _ shape: QueryShape, table: TableSchema, entity: String?, partition: KeyText, sort: SortKeyCondition
    ) {
        var condition = KeyCondition([.init(shape.partitionKey, Operand(partition))])
        let name = shape.sortKey ?? ""
        switch sort.kind {
        case .all, .nothing: break
        case .equal(let operand): condition.equalities.append(.init(name, operand))
        case .range(let range): condition.range = .init(name, range)
        }
        self.init(shape, table: table, entity: entity, condition: condition)
        isEmpty = sort.kind == .nothing
        comparisons = SortKeyComparisons(sort, of: name)
    }

    /// A query over a native multi-attribute index.
    init(
        _ shape: QueryShape, table: TableSchema, entity: String?, equalities: [KeyCondition.Equality],
        range: NativeSortKeyCondition? = nil
    ) {
        self.init(
            shape, table: table, entity: entity,
            condition: KeyCondition(equalities, range: range?.condition))
        isEmpty = range.map { $0.condition == nil } ?? false
    }

    init(_ shape: QueryShape, table: TableSchema, entity: String?, condition: KeyCondition) {
        self.table = table
        origin = RequestOrigin(entity: entity, accessPattern: shape.name)
        read = .query(QueryRequest(tableName: table.name, indexName: shape.index, keyCondition: condition))
    }

    /// A scan of the table or of an index.
    init(scanOf table: TableSchema, index: String? = nil, name: String = "scan", entity: String?) {
        self.table = table
        origin = RequestOrigin(entity: entity, accessPattern: name)
        read = .scan(ScanRequest(tableName: table.name, indexName: index))
    }

    /// The items of one entity only.
    mutating func filter(entity schema: EntitySchema) {
        filter(schema.identifiers.condition)
    }

    /// The index that is read; the table itself where `nil`.
    var indexName: String? {
        switch read {
        case .query(let request): request.indexName
        case .scan(let request): request.indexName
        }
    }

    /// The operation's name on the wire.
    var operationName: String {
        switch read {
        case .query: "Query"
        case .scan: "Scan"
        }
    }

    var filter: Condition? {
        switch read {
        case .query(let request): request.filter
        case .scan(let request): request.filter
        }
    }

    var hasFilter: Bool { filter != nil }

    /// From the last item to the first; a scan has no order.
    mutating func descend() {
        guard case .query(var request) = read else { return }
        request.scanIndexForward = false
        read = .query(request)
    }

    mutating func filter(_ condition: Condition) {
        switch read {
        case .query(var request):
            request.filter = Condition.joined(request.filter, condition)
            read = .query(request)
        case .scan(var request):
            request.filter = Condition.joined(request.filter, condition)
            read = .scan(request)
        }
    }

    var consistentRead: Bool {
        get {
            switch read {
            case .query(let request): request.consistentRead
            case .scan(let request): request.consistentRead
            }
        }
        set {
            switch read {
            case .query(var request):
                request.consistentRead = newValue
                read = .query(request)
            case .scan(var request):
                request.consistentRead = newValue
                read = .scan(request)
            }
        }
    }

    /// The operation that reads one page.
    func operation<Item: ItemDecodable>(
        of type: Item.Type, table: String, limit: Int? = nil, from start: EncodedItem? = nil, select: Select? = nil
    ) -> PageOperation<Item> {
        switch read {
        case .query(var request):
            request.tableName = table
            request.limit = limit
            request.exclusiveStartKey = start
            request.select = select
            return PageOperation(request, origin: origin)
        case .scan(var request):
            request.tableName = table
            request.limit = limit
            request.exclusiveStartKey = start
            request.select = select
            return PageOperation(request, origin: origin)
        }
    }

    /// Reads one page.
    func page<Item: ItemDecodable>(
        of type: Item.Type, on db: Database, limit: Int? = nil, from start: EncodedItem? = nil, select: Select? = nil
    ) async throws(DynamoDBError) -> PageOutput<Item> {
        try DynamoDBError.checkCancellation()
        try checkRefusal()
        if isEmpty { return PageOutput(items: [], count: 0, scannedCount: 0, lastEvaluatedKey: nil) }
        try checkSegment()
        try check(limit: limit)
        let name = try db.name(of: table)
        let operation = hidingExpired()
            .operation(of: Item.self, table: name, limit: limit, from: start, select: select)
        return try await db.execute(operation, table: name)
    }

    /// - Throws: `invalidRequest` for a page without items.
    func check(limit: Int?) throws(DynamoDBError) {
        guard let limit, limit < 1 else { return }
        throw DynamoDBError(.invalidRequest, "a page has at least one item, the limit is \(limit)")
            .at(operationName, table: table.name, origin: origin)
    }

    /// - Throws: `invalidRequest` for a request that is none.
    func checkRefusal() throws(DynamoDBError) {
        if let error = refusalError { throw error.at(operationName, table: table.name, origin: origin) }
    }

    var refusalError: DynamoDBError? { refusal.map { DynamoDBError(.invalidRequest, $0) } }

    /// How many items there are, read page by page without their content.
    func count(on db: Database) async throws(DynamoDBError) -> Int {
        if let spread { return try await count(of: spread, on: db) }
        var (count, start) = (0, EncodedItem?.none)
        repeat {
            let page = try await page(of: EncodedItem.self, on: db, from: start, select: .count)
            count += page.count
            start = page.lastEvaluatedKey
        } while start != nil
        return count
    }
}
