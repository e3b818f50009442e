/// How a request is read page by page: what it asks, and what becomes of a page's items.
public struct Paging<Element: Sendable>: Sendable {
    let plan: QueryPlan
    /// Whether some of what is read is left out here, so that only reading tells how much remains.
    let dropsItems: Bool
    private let fetch: @Sendable (Database, Int?, EncodedItem?) async throws(DynamoDBError) -> FetchedPage<Element>

    /// - Parameter convert: makes of the items of a page what the request is for.
    init<Item: ItemDecodable>(
        _ plan: QueryPlan, of type: Item.Type, dropsItems: Bool = false,
        _ convert: @escaping @Sendable ([Item], Database) async throws(DynamoDBError) -> [Element]
    ) {
        self.plan = plan
        self.dropsItems = dropsItems
        fetch = { (db, limit, start) throws(DynamoDBError) in
            let output = try await plan.page(of: Item.self, on: db, limit: limit, from: start)
            return FetchedPage(items: try await convert(output.items, db), next: output.lastEvaluatedKey)
        }
    }

    /// The items as they are.
    init(_ plan: QueryPlan) where Element: ItemDecodable {
        self.init(plan, of: Element.self) { (items, _) throws(DynamoDBError) in items }
    }

    /// Reads one page.
    func read(on db: Database, limit: Int?, from start: EncodedItem?) async throws(DynamoDBError) -> FetchedPage<
        Element
    > {
        try await fetch(db, limit, start)
    }

    /// The key after which a cursor lets the next page begin.
    /// - Throws: `invalidCursor`.
    func start(at cursor: Cursor?, on db: Database) throws(DynamoDBError) -> EncodedItem? {
        guard let cursor else { return nil }
        do throws(DynamoDBError) {
            return try cursor.key(for: plan, db.cursorKeys)
        } catch {
            throw error.at(plan.operationName, table: plan.table.name, origin: plan.origin)
        }
    }

    /// A page as the caller gets it, with a cursor.
    func page(_ page: FetchedPage<Element>, on db: Database) -> Page<Element> {
        Page(items: page.items, cursor: page.next.map { Cursor($0, of: plan, db.cursorKeys) })
    }
}
