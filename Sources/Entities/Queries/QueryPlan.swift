/// The part of a query or scan that does not depend on what its items are read as.
///
/// Every step from a typed query to its request hands one on, so that a copy is a reference and no more.
struct QueryPlan: Hashable, Sendable {
    private var shared: Shared<Content>

    var table: TableSchema { shared.content.table }
    var origin: RequestOrigin { shared.content.origin }
    var read: Read {
        _read { yield shared.content.read }
        _modify { yield &shared.content.read }
    }
    /// Whether the range is empty, so that there is nothing to ask.
    var isEmpty: Bool {
        get { shared.content.isEmpty }
        set { shared.content.isEmpty = newValue }
    }
    /// What can be asked of the sort key instead.
    var comparisons: SortKeyComparisons? {
        get { shared.content.comparisons }
        set { shared.content.comparisons = newValue }
    }
    /// The partitions, where several are read; `nil` for the one that `read` names.
    var spread: PartitionSpread? {
        get { shared.content.spread }
        set { shared.content.spread = newValue }
    }
    /// The attribute by which items are left out that have expired; `nil` where none are.
    var expiry: ExpiryAttribute? {
        get { shared.content.expiry }
        set { shared.content.expiry = newValue }
    }
    /// Why the request is not sent, where what it was made of does not make one.
    var refusal: String? {
        get { shared.content.refusal }
        set { shared.content.refusal = newValue }
    }

    private init(
        _ table: TableSchema, _ origin: RequestOrigin, _ read: Read, isEmpty: Bool = false,
        comparisons: SortKeyComparisons? = nil
    ) {
        shared = Shared(
            Content(table: table, origin: origin, read: read, isEmpty: isEmpty, comparisons: comparisons))
    }

    private struct Content: Hashable, Sendable {
        let table: TableSchema
        let origin: RequestOrigin
        var read: Read
        var isEmpty = false
        var comparisons: SortKeyComparisons?
        var spread: PartitionSpread?
        var expiry: ExpiryAttribute?
        var refusal: String?
    }
}

extension QueryPlan {
    /// A query over key texts.
    init(
        _ shape: borrowing QueryShape, table: TableSchema, entity: String?, partition: KeyText, sort: SortKeyCondition
    ) {
        let partition = KeyCondition.Equality(shape.partitionKey, Operand(partition))
        let name = shape.sortKey ?? ""
        let condition =
            switch sort.kind {
            case .all, .nothing: KeyCondition([partition])
            case .equal(let operand): KeyCondition([partition, .init(name, operand)])
            case .range(let range): KeyCondition([partition], range: .init(name, range))
            }
        self.init(
            shape, table: table, entity: entity, condition: condition, isEmpty: sort.kind == .nothing,
            comparisons: SortKeyComparisons(sort, of: name))
    }

    /// A query over a native multi-attribute index.
    init(
        _ shape: borrowing QueryShape, table: TableSchema, entity: String?, equalities: [KeyCondition.Equality],
        range: NativeSortKeyCondition? = nil
    ) {
        self.init(
            shape, table: table, entity: entity,
            condition: KeyCondition(equalities, range: range?.condition),
            isEmpty: range.map { $0.condition == nil } ?? false)
    }

    init(
        _ shape: borrowing QueryShape, table: TableSchema, entity: String?, condition: KeyCondition,
        isEmpty: Bool = false, comparisons: SortKeyComparisons? = nil
    ) {
        self.init(
            table, RequestOrigin(entity: entity, accessPattern: shape.name),
            Read(indexName: shape.index, keyCondition: condition), isEmpty: isEmpty, comparisons: comparisons)
    }

    /// A scan of the table or of an index.
    init(scanOf table: TableSchema, index: String? = nil, name: String = "scan", entity: String?) {
        self.init(
            table, RequestOrigin(entity: entity, accessPattern: name), Read(indexName: index, keyCondition: nil))
    }

    /// The items of one entity only.
    mutating func filter(entity schema: EntitySchema) {
        filter(schema.isOwn)
    }

    /// The index that is read; the table itself where `nil`.
    var indexName: String? { read.indexName }

    /// The operation's name on the wire.
    var operationName: String { read.isScan ? "Scan" : "Query" }

    var filter: Condition? { read.filter }

    var hasFilter: Bool { read.filter != nil }

    mutating func filter(_ condition: Condition) { read.filter = Condition.joined(read.filter, condition) }

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
        let request = hidingExpired().read.request(table: name, limit: limit, from: start, select: select)
        return try await db.execute(PageOperation<Item>(request, origin: origin), table: name)
    }

    /// The request that reads the first page.
    /// - Throws: what keeps it from being sent, and `invalidRequest` for an empty range.
    func request(on db: Database) throws(DynamoDBError) -> DynamoDBRequest {
        try checkRefusal()
        if isEmpty {
            throw DynamoDBError(.invalidRequest, "the range is empty: it is answered without a request")
                .at(operationName, table: table.name, origin: origin)
        }
        try checkSegment()
        return try firstPart.hidingExpired().read.request(table: db.name(of: table))
    }

    /// What is read first, where several partitions are read.
    var firstPart: QueryPlan {
        guard case .buckets(let walk)? = spread else { return self }
        return plan(of: walk.ends(descending: read.isDescending).from, in: walk)
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
