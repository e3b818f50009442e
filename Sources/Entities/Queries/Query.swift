/// A query of an access pattern whose index holds whole items, as a value: it can be kept, compared, printed and run anywhere.
///
/// ```swift
/// let recent = Article.published(tenantID: "acme", publishedAt: lastMonth...).descending()
/// for try await article in recent.stream(on: db) { … }
/// ```
public struct Query<E: Entity>: Hashable, Sendable {
    var plan: QueryPlan

    /// A query over key texts; called by generated code.
    public init(_ shape: QueryShape, _ partition: KeyText, _ sort: SortKeyCondition = .all) {
        plan = QueryPlan(
            shape, table: E.schema.table, entity: E.schema.name, partition: partition, sort: sort)
        if shape.isShared { plan.filter(entity: E.schema) }
    }

    /// A query over a native multi-attribute index; called by generated code.
    public init(
        _ shape: QueryShape, equalities: [KeyCondition.Equality], range: NativeSortKeyCondition? = nil
    ) {
        plan = QueryPlan(
            shape, table: E.schema.table, entity: E.schema.name, equalities: equalities, range: range)
        if shape.isShared { plan.filter(entity: E.schema) }
    }

    /// Keeps the items for which this holds too. DynamoDB filters after it has read: what is filtered out is paid for.
    public func `where`(_ condition: (E.Fields) -> Condition) -> Self {
        var copy = self
        copy.plan.filter(condition(E.Fields()))
        return copy
    }

    /// From the last item to the first, by the sort key.
    public func descending() -> Self {
        var copy = self
        copy.plan.descend()
        return copy
    }

    /// Reads what is committed at this moment, at twice the price. Not on global indexes, where DynamoDB refuses it.
    public func consistent() -> Self {
        var copy = self
        copy.plan.consistentRead = true
        return copy
    }
}

extension Query {
    /// One page.
    /// - Parameters:
    ///   - limit: how many items are read at the most, before the filter; DynamoDB stops at 1 MB in any case.
    ///   - cursor: where the page before ended.
    /// - Throws: `DynamoDBError`, `invalidCursor` among them.
    public func page(limit: Int? = nil, from cursor: Cursor? = nil, on db: Database) async throws
        -> Page<E>
    {
        let start = try cursor.map { (cursor) throws(DynamoDBError) in try cursor.key(for: plan) }
        let output = try await plan.page(of: E.self, on: db, limit: limit, from: start)
        return Page(items: output.items, cursor: output.lastEvaluatedKey.map { Cursor($0, of: plan) })
    }

    /// The first item that passes the filter; `nil` where there is none. Reads one item at a time only where there is no filter.
    public func first(on db: Database) async throws -> E? {
        var first: E?
        try await plan.pages(of: E.self, on: db, limit: plan.hasFilter ? nil : 1) { items in
            first = items.first
            return first == nil
        }
        return first
    }

    /// All items, read page by page. Memory grows with their number; `stream` does not keep them.
    public func all(on db: Database) async throws -> [E] {
        var all: [E] = []
        try await plan.pages(of: E.self, on: db) { items in
            all += items
            return true
        }
        return all
    }

    /// How many items pass the filter. Costs as much as reading them.
    public func count(on db: Database) async throws -> Int {
        try await plan.count(on: db)
    }

    /// All items one after the other, read page by page as they are asked for.
    public func stream(pageSize: Int? = nil, on db: Database) -> ItemStream<E> {
        ItemStream(plan: plan, db: db, pageSize: pageSize)
    }
}

/// The items of a query one after the other; see `Query.stream`.
public struct ItemStream<Item: ItemDecodable>: AsyncSequence, Sendable {
    public typealias Element = Item
    public typealias Failure = any Error

    let plan: QueryPlan
    let db: Database
    let pageSize: Int?

    public func makeAsyncIterator() -> Iterator {
        Iterator(plan: plan, db: db, pageSize: pageSize)
    }

    public struct Iterator: AsyncIteratorProtocol {
        let plan: QueryPlan
        let db: Database
        let pageSize: Int?
        private var items: [Item] = []
        private var position = 0
        private var start: EncodedItem?
        private var isDone = false

        init(plan: QueryPlan, db: Database, pageSize: Int?) {
            self.plan = plan
            self.db = db
            self.pageSize = pageSize
        }

        public mutating func next() async throws -> Item? {
            try await next(isolation: #isolation)
        }

        public mutating func next(
            isolation actor: isolated (any Actor)?
        ) async throws -> Item? {
            while position == items.count {
                if isDone { return nil }
                let page = try await plan.page(of: Item.self, on: db, limit: pageSize, from: start)
                items = page.items
                position = 0
                start = page.lastEvaluatedKey
                isDone = start == nil
            }
            defer { position += 1 }
            return items[position]
        }
    }
}
