extension PagedRequest {
    /// A page with so many items, however many the filter drops in between; fewer only where no more are left.
    ///
    /// The cursor goes on right behind the last item. Without a filter, no more is read than the page holds, or ten where
    /// records expire.
    /// - Parameters:
    ///   - count: how many items the page has, from 1. Memory grows with it.
    ///   - reading: with a filter, how many items are read at a time, before it: what is read behind the last item of the page is paid for
    ///     and read again for the next one. Without this number, up to 1 MB at a time.
    /// - Throws: `DynamoDBError`, `invalidCursor` among them; `invalidRequest` for a count below 1.
    public func page(
        of count: Int, from cursor: Cursor? = nil, reading: Int? = nil, on db: Database
    ) async throws -> Page<Element> {
        let paging = paging
        let plan = paging.plan
        guard count > 0 else {
            throw DynamoDBError(.invalidRequest, "a page has at least one item, not \(count)")
                .at(plan.operationName, table: plan.table.name, origin: plan.origin)
        }
        var items: [Element] = []
        var next = try paging.start(at: cursor, on: db)
        repeat {
            let missing = count - items.count
            let page = try await paging.readWithKeys(
                on: db, limit: reading ?? plan.limit(toFind: missing), from: next)
            items += page.items.prefix(missing).map { $0.element }
            next = page.items.count > missing ? page.items[missing - 1].end : page.next
        } while next != nil && items.count < count
        return paging.page(FetchedPage(items: items, next: next), on: db)
    }
}
