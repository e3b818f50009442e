import Entities
import Foundation
import GeneratedModel
import TestExecutors
import Testing

/// Reading parts of records, records of any entity, and collections: on the in-memory engine as values and as JSON text, or on a server.
@Suite("Ways of reading")
struct ReadingTests {
    private let day = Date(timeIntervalSince1970: 1_763_640_000)

    /// Ten published articles of one author, every other with an address, and a comment of theirs behind each.
    private func database(
        _ executor: TestExecutor
    ) async throws -> (db: Database, articles: [Article], comments: [GeneratedModel.Comment]) {
        let db = try executor.database(Press.table)
        try await db.createTables()
        var (articles, comments): ([Article], [GeneratedModel.Comment]) = ([], [])
        for number in 0..<10 {
            let address = Address(street: number == 0 ? nil : "S\(number)", city: "C\(number)", path: ["x"])
            articles.append(
                try await Article.create(
                    .init(
                        tenantID: "acme", authorID: "ada", slug: "s\(number)", status: .published, title: "\(number)",
                        tags: number == 1 ? ["a", "b"] : [], address: number % 2 == 0 ? address : nil,
                        publishedAt: day.addingTimeInterval(Double(number)))
                ).run(on: db))
            comments.append(
                try await GeneratedModel.Comment.create(
                    .init(
                        tenantID: "acme", articleID: articles[number].articleID, authorID: "ada", text: "\(number)",
                        mood: number % 2 == 0 ? .glad : .sad)
                ).run(on: db))
        }
        return (db, articles, comments)
    }

    private static func records(_ articles: [Article], _ comments: [GeneratedModel.Comment]) -> Set<Press.Record> {
        Set(articles.map(Press.Record.article)).union(comments.map(Press.Record.comment))
    }

    @Test("Queries, lookups, scans and gets read some attributes", arguments: TestExecutor.all)
    func selections(_ executor: TestExecutor) async throws {
        let (db, articles, _) = try await database(executor)
        let published = Article.published(tenantID: "acme").select { ($0.title, $0.address.city, $0.tags) }
        let found = try await published.all(on: db)
        #expect(found.map(\.0) == articles.map(\.title))
        #expect(found.map(\.1) == articles.map { $0.address?.city })
        #expect(found.map(\.2) == articles.map(\.tags))
        let cities = Article.published(tenantID: "acme").select { ($0.address.city, $0.address.street) }
            .where { $0.address.city == nil || $0.title == "0" }.descending()
        #expect(try await cities.all(on: db).map(\.0) == [nil, nil, nil, nil, nil, "C0"])
        #expect(try await cities.count(on: db) == 6)
        let looked = try await Article.bySlug(tenantID: "acme", slug: "s4").select { ($0.views, $0.address) }.all(
            on: db)
        #expect(looked.map(\.1) == [articles[4].address])
        let scanned = try await Article.scan().select { $0.title }.where { $0.title < "3" }.consistent().all(on: db)
        #expect(scanned.sorted() == ["0", "1", "2"])
        let get = Article.get(articles[2].key).select { ($0.title, $0.address.kind) }
        #expect(try await get.run(on: db).map { $0 == ("2", .home) } == true)
        let batch = try await db.batchGet(articles.map { Article.get($0.key).select { $0.publishedAt } })
        #expect(batch == articles.map(\.publishedAt))
    }

    @Test("Selections are streamed, and their pages go on where they ended", arguments: TestExecutor.all)
    func selectedPages(_ executor: TestExecutor) async throws {
        let (db, articles, _) = try await database(executor)
        let titles = Article.published(tenantID: "acme").select { $0.title }
        var streamed: [String] = []
        for try await title in titles.stream(pageSize: 3, prefetch: 1, on: db) { streamed.append(title) }
        #expect(streamed == articles.map(\.title))
        let page = try await titles.page(limit: 4, on: db)
        #expect(try await titles.page(from: page.cursor, on: db).items == Array(streamed[4...]))
    }

    @Test(
        "A full page holds what it is to hold, and the next goes on behind it", arguments: TestExecutor.all, [nil, 3])
    func fullPages(_ executor: TestExecutor, reading: Int?) async throws {
        let (db, articles, _) = try await database(executor)
        let expected = articles.filter { $0.address == nil }
        func check<Request: PagedRequest>(_ request: Request, _ expected: [Request.Element]) async throws
        where Request.Element: Equatable {
            var (found, sizes, cursor): ([Request.Element], [Int], Cursor?) = ([], [], nil)
            repeat {
                let page = try await request.page(of: 2, from: cursor, reading: reading, on: db)
                found += page.items
                sizes.append(page.items.count)
                cursor = page.cursor
            } while cursor != nil
            #expect(found == expected)
            #expect(sizes.prefix(2) == [2, 2])
        }
        let query = Article.published(tenantID: "acme").where { $0.address == nil }
        try await check(query, expected)
        try await check(query.descending().select { $0.title }, expected.reversed().map(\.title))
        try await check(Article.published(tenantID: "acme"), articles)
        try await check(
            Press.authored(authorID: "ada").only(\.articles).where { $0.articles.address == nil }.records,
            expected.map { .article($0) })
    }

    @Test("A collection is filtered and read in order", arguments: TestExecutor.all)
    func collections(_ executor: TestExecutor) async throws {
        let (db, articles, comments) = try await database(executor)
        let authored = Press.authored(authorID: "ada")
        let all = try await authored.records.all(on: db)
        let items = try await authored.items.all(on: db)
        #expect(items.map { $0["gsi3sk"] }.count == 20)
        #expect(try all == items.map { try Press.Record($0) })
        #expect(Set(all) == Self.records(articles, comments))
        let some = try await authored.where { $0.articles.title == "3" || $0.comments.mood == .glad }.all(on: db)
        #expect(some.articles == [articles[3]])
        #expect(Set(some.comments) == Set(comments.filter { $0.mood == .glad }))
        let sad = authored.only(\.comments).where { $0.comments.mood != .glad }
        #expect(try await sad.count(on: db) == 5)
        #expect(try await sad.all(on: db).articles == [])
        guard case .comment(let first)? = try await sad.records.first(on: db) else {
            Issue.record("the first is no comment")
            return
        }
        #expect(first.mood == .sad)
    }

    @Test("A service's scan reads all its records, and no claims", arguments: TestExecutor.all)
    func scan(_ executor: TestExecutor) async throws {
        let (db, articles, comments) = try await database(executor)
        let records = try await Press.scan().all(on: db)
        #expect(records.count == 20)
        #expect(Set(records) == Self.records(articles, comments))
        #expect(try await Press.scan().count(on: db) == 20)
    }
}
