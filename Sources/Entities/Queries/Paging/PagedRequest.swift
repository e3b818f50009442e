/// What is read page by page: a query, a lookup, a scan.
///
/// ```swift
/// var cursor: Cursor?
/// repeat {
///     let page = try await Article.published(tenantID: "acme").page(limit: 20, from: cursor, on: db)
///     show(page.items)
///     cursor = page.cursor
/// } while cursor != nil
/// ```
public protocol PagedRequest<Element>: Hashable, Sendable {
    associatedtype Element: Sendable
    /// How the request is read. For the functions of this protocol.
    var paging: Paging<Element> { get }
}

extension PagedRequest {
    /// One page.
    /// - Parameters:
    ///   - limit: how many items are read at the most, before the filter; DynamoDB stops at 1 MB in any case.
    ///   - cursor: where the page before ended.
    /// - Throws: `DynamoDBError`, `invalidCursor` among them.
    public func page(limit: Int? = nil, from cursor: Cursor? = nil, on db: Database) async throws -> Page<Element> {
        let paging = paging
        return paging.page(try await paging.read(on: db, limit: limit, from: paging.start(at: cursor, on: db)), on: db)
    }

    /// The first item that passes the filter; `nil` where there is none. Reads one item at a time only where there is no filter, and ten
    /// where records expire.
    public func first(on db: Database) async throws -> Element? {
        let paging = paging
        var reader = PageReader(paging, on: db, limit: paging.plan.limit(toFind: 1))
        while let page = try await reader.next() {
            if let first = page.items.first { return first }
        }
        return nil
    }

    /// All items, read page by page. Memory grows with their number; `stream` does not keep them.
    public func all(on db: Database) async throws -> [Element] {
        var all: [Element] = []
        var reader = PageReader(paging, on: db)
        while let page = try await reader.next() { all += page.items }
        return all
    }

    /// How many items pass the filter. Costs as much as reading them. Of a lookup, the entries of its index: the table is not read
    /// (unless records expire by an attribute that the index does not hold), and entries of other entities that share the index's
    /// partition count.
    public func count(on db: Database) async throws -> Int {
        let paging = paging
        guard paging.dropsItems else { return try await paging.plan.count(on: db) }
        var (count, reader) = (0, PageReader(paging, on: db))
        while let page = try await reader.next() { count += page.items.count }
        return count
    }

    /// All items one after the other, read page by page as they are asked for.
    /// - Parameters:
    ///   - pageSize: how many items are read at a time, before the filter.
    ///   - prefetch: how many pages, up to 100, are read ahead while the caller works on the present one. So many may have been read,
    ///     and paid for, for nothing when the caller stops early; with 0 none is. One is enough where reading a page takes no longer than
    ///     working on it.
    public func stream(pageSize: Int? = nil, prefetch: Int = 0, on db: Database) -> ItemStream<Element> {
        ItemStream { PageReader(paging, on: db, limit: pageSize, prefetch: prefetch) }
    }

    /// All pages one after the other, each with the cursor to go on from: for work that can be taken up again where it was left.
    ///
    /// ```swift
    /// for try await page in Article.scan().pages(limit: 500, from: saved, prefetch: 1, on: db) {
    ///     try await export(page.items)
    ///     try save(page.cursor)
    /// }
    /// ```
    /// - Parameter prefetch: how many pages are read ahead; see `stream`.
    public func pages(
        limit: Int? = nil, from cursor: Cursor? = nil, prefetch: Int = 0, on db: Database
    ) -> PageStream<Element> {
        PageStream(reader: PageReader(paging, on: db, limit: limit, from: cursor, prefetch: prefetch))
    }
}
