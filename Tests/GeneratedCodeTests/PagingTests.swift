import Entities
import Foundation
import GeneratedModel
import TestExecutors
import Testing

/// The pages of generated requests: on the in-memory engine as values, and once more as JSON text, or on a server.
@Suite("Pages of generated requests")
struct PagingTests {
    private let day = Date(timeIntervalSince1970: 1_763_640_000)

    /// A database of 25 published articles of one author, and one comment of theirs.
    private func database(
        _ executor: TestExecutor, cursorKeys: CursorKeys? = nil
    ) async throws -> (db: Database, articles: [Article]) {
        let db = try executor.database(Press.table, cursorKeys: cursorKeys)
        try await db.createTables()
        var articles: [Article] = []
        for number in 0..<25 {
            let draft = Article.Draft(
                tenantID: "acme", authorID: "ada", slug: "s\(number)", status: .published, region: "eu",
                category: "news", title: "\(number)", publishedAt: day.addingTimeInterval(Double(number)))
            articles.append(try await Article.create(draft).run(on: db))
        }
        return (db, articles)
    }

    private func check<Request: PagedRequest>(
        _ request: Request, on db: Database, holds expected: [Request.Element]
    ) async throws where Request.Element: Hashable {
        #expect(try await request.all(on: db) == expected)
        #expect(try await request.count(on: db) == expected.count)
        #expect(try await request.first(on: db) == expected.first)
        for prefetch in [0, 1, 3] {
            var streamed: [Request.Element] = []
            for try await element in request.stream(pageSize: 4, prefetch: prefetch, on: db) {
                streamed.append(element)
            }
            #expect(streamed == expected)
            var resumed: [Request.Element] = []
            var cursor: Cursor?
            repeat {
                // Two pages at a time, and on from the cursor of the second.
                var pages = 0
                for try await page in request.pages(limit: 4, from: cursor, prefetch: prefetch, on: db) {
                    resumed += page.items
                    cursor = page.cursor.map { Cursor($0.text) }
                    pages += 1
                    if pages == 2 { break }
                }
            } while cursor != nil
            #expect(resumed == expected)
        }
    }

    @Test(
        "Queries, lookups and scans yield the same, whichever way they are read",
        arguments: TestExecutor.all, [false, true])
    func ways(_ executor: TestExecutor, isSealed: Bool) async throws {
        let keys = isSealed ? try CursorKeys(current: [UInt8](repeating: 7, count: 32)) : nil
        let (db, articles) = try await database(executor, cursorKeys: keys)
        try await check(Article.published(tenantID: "acme"), on: db, holds: articles)
        try await check(Article.published(tenantID: "acme").descending(), on: db, holds: articles.reversed())
        try await check(
            Article.published(tenantID: "acme").where { $0.title < "2" }, on: db,
            holds: articles.filter { $0.title < "2" })
        try await check(Article.bySlug(tenantID: "acme", slug: "s7"), on: db, holds: [articles[7]])
        try await check(Article.byRegion(region: "eu", category: "news"), on: db, holds: articles)
        try await check(Article.scan(), on: db, holds: try await Article.scan().all(on: db))
        #expect(Set(try await Article.scan().all(on: db)) == Set(articles))
    }

    @Test("Segments together hold all records", arguments: TestExecutor.all, [1, 8, 100])
    func parallel(_ executor: TestExecutor, segments: Int) async throws {
        let (db, articles) = try await database(executor)
        let scan = Article.scan().parallel(segments: segments)
        let all = try await scan.all(on: db)
        #expect(all.count == articles.count)
        #expect(Set(all) == Set(articles))
        #expect(try await scan.count(on: db) == articles.count)
        var streamed: [Article] = []
        for try await article in scan.stream(pageSize: 2, on: db) { streamed.append(article) }
        #expect(streamed.count == articles.count)
        #expect(Set(streamed) == Set(articles))
    }

    @Test("A collection comes page by page", arguments: TestExecutor.all)
    func collection(_ executor: TestExecutor) async throws {
        let (db, articles) = try await database(executor)
        let query = Press.authored(authorID: "ada")
        var streamed: [Article] = []
        for try await part in query.stream(pageSize: 4, prefetch: 1, on: db) { streamed += part.articles }
        #expect(streamed == articles)
        #expect(try await query.count(on: db) == articles.count)
        var cursor: Cursor?
        for try await page in query.pages(limit: 10, on: db) {
            cursor = page.cursor
            break
        }
        #expect(try await query.page(from: cursor, on: db).records.articles == Array(articles[10...]))
    }
}
