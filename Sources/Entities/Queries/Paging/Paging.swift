/// How a request is read page by page: what it asks, and what becomes of a page's items.
public struct Paging<Element: Sendable>: Sendable {
    /// Reads one page. The plan comes as an argument, so that the most common closures capture nothing and take no allocation.
    typealias Fetch<Item: Sendable> =
        @Sendable (QueryPlan, Database, Int?, PageStart?) async throws(DynamoDBError) -> FetchedPage<Item>

    /// What is asked, but for the choice of attributes: pages of the whole and of a part have the same cursors.
    let plan: QueryPlan
    /// Whether some of what is read is left out here, so that only reading tells how much remains.
    var dropsItems = false
    private let fetch: Fetch<Element>
    private let fetchWithKeys: Fetch<KeyedElement<Element>>

    init(_ plan: QueryPlan, _ fetch: @escaping Fetch<Element>, _ keyed: @escaping Fetch<KeyedElement<Element>>) {
        self.plan = plan
        self.fetch = fetch
        fetchWithKeys = keyed
    }

    /// The items as they are, or some of their attributes.
    init(_ plan: QueryPlan, selecting paths: [AttributePath]? = nil) where Element: ItemDecodable {
        if plan.spread != nil {
            self.init(spread: plan, selecting: paths)
            return
        }
        self.init(plan) { (plan, db, limit, start) throws(DynamoDBError) in
            let page = try await plan.selecting(paths).page(of: Element.self, on: db, limit: limit, from: start?.key)
            return FetchedPage(items: page.items, next: page.lastEvaluatedKey.map(PageStart.key))
        } _: { (plan, db, limit, start) throws(DynamoDBError) in
            // Full pages alone have use for the names: they are not made for every request.
            let names = plan.startKeyNames ?? []
            let keyedPart = plan.selecting(paths.map { $0 + names.sorted().map { AttributePath($0) } })
            let page = try await keyedPart.page(of: KeyedItem<Element>.self, on: db, limit: limit, from: start?.key)
            let items = page.items.map { KeyedElement(element: $0.content, end: .key($0.item.keeping(names))) }
            return FetchedPage(items: items, next: page.lastEvaluatedKey.map(PageStart.key))
        }
    }

    /// The same items, made into something else.
    /// - Parameter convert: gives one result for each item of a page, `nil` for one that is left out.
    func compactMap<New: Sendable>(
        _ convert: @escaping @Sendable ([Element], Database) async throws(DynamoDBError) -> [New?]
    ) -> Paging<New> {
        var new = Paging<New>(plan) { [fetch] (plan, db, limit, start) throws(DynamoDBError) in
            let page = try await fetch(plan, db, limit, start)
            // A key path of generic types would be made anew for every page, at microseconds.
            return FetchedPage(items: try await convert(page.items, db).compactMap { $0 }, next: page.next)
        } _: { [fetchWithKeys] (plan, db, limit, start) throws(DynamoDBError) in
            let page = try await fetchWithKeys(plan, db, limit, start)
            let results = try await convert(page.items.map { $0.element }, db)
            let items = zip(page.items, results).compactMap { item, result in
                result.map { KeyedElement(element: $0, end: item.end) }
            }
            return FetchedPage(items: items, next: page.next)
        }
        new.dropsItems = dropsItems
        return new
    }

    /// The same, where a count has to read what it counts.
    func droppingItems() -> Self {
        var copy = self
        copy.dropsItems = true
        return copy
    }

    /// The same items, each read as something else; left out where that is `nil`.
    func decoding<New: Sendable>(
        _ decode: @escaping @Sendable (Element) throws(AttributeError) -> New?
    ) -> Paging<New> {
        compactMap { [origin = plan.origin] (items, _) throws(DynamoDBError) in
            var results: [New?] = []
            results.reserveCapacity(items.count)
            for item in items {
                results.append(try DynamoDBError.decoding(origin) { () throws(AttributeError) in try decode(item) })
            }
            return results
        }
    }

    /// Reads one page.
    func read(
        on db: Database, limit: Int?, from start: PageStart?
    ) async throws(DynamoDBError) -> FetchedPage<Element> {
        try await fetch(plan, db, limit, start)
    }

    /// Reads one page, each of whose items says where the next one starts.
    func readWithKeys(
        on db: Database, limit: Int?, from start: PageStart?
    ) async throws(DynamoDBError) -> FetchedPage<KeyedElement<Element>> {
        try await fetchWithKeys(plan, db, limit, start)
    }

    /// Where a cursor lets the next page begin.
    /// - Throws: `invalidCursor`.
    func start(at cursor: Cursor?, on db: Database) throws(DynamoDBError) -> PageStart? {
        guard let cursor else { return nil }
        do throws(DynamoDBError) {
            return try cursor.start(for: plan, db.cursorKeys)
        } catch {
            throw error.at(plan.operationName, table: plan.table.name, origin: plan.origin)
        }
    }

    /// A page as the caller gets it, with a cursor.
    func page(_ page: FetchedPage<Element>, on db: Database) -> Page<Element> {
        Page(items: page.items, cursor: page.next.map { Cursor($0, of: plan, db.cursorKeys) })
    }
}
