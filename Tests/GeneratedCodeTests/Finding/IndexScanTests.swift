import Entities
import Foundation
import GeneratedModel
import TestExecutors
import Testing

/// Whole indexes, read for the records of one entity.
@Suite("Scans of indexes")
struct IndexScanTests {
    @Test("A scan of an index reads what it holds", arguments: TestExecutor.all)
    func scan(_ executor: TestExecutor) async throws {
        let db = try executor.database(Press.table)
        try await db.createTables()
        var articles: [Article] = []
        for number in 0..<4 {
            let draft = Article.Draft(
                tenantID: "t\(number)", authorID: "ada", slug: "s\(number)", title: "\(number)",
                publishedAt: number < 2 ? Date(timeIntervalSince1970: Double(number)) : nil)
            articles.append(try await Article.create(draft).run(on: db))
        }
        try await Author.create(.init(authorID: "ada", name: "Ada", email: "ada@example.org", handle: "ada")).run(
            on: db)

        let published = Article.scan(.published)
        #expect(Set(try await published.all(on: db)) == Set(articles[..<2]))
        #expect(try await published.where { $0.title == "1" }.all(on: db) == [articles[1]])
        #expect(published.explain().index == "gsi2")
        #expect(Set(try await published.parallel(segments: 3).all(on: db)) == Set(articles[..<2]))
        // Keys only, and keys of authors among them: the items are read from the table.
        #expect(Set(try await Article.scan(.bySlug).all(on: db)) == Set(articles))
        #expect(try await Article.scan(.bySlug).count(on: db) == articles.count)
        #expect(Set(try await Article.scan(.article).all(on: db)) == Set(articles))

        let error = await #expect(throws: DynamoDBError.self) {
            try await Article.scan(.bySlug).where { $0.title == "1" }.all(on: db)
        }
        #expect(error?.message.contains("the index gsi1 does not hold title") == true)
    }

    @Test("Access patterns have names and indexes")
    func patterns() {
        #expect(
            Article.AccessPattern.allCases.map(\.rawValue)
                == ["article", "bySlug", "published", "byAuthor", "byRegion", "recentlyChanged", "reviews"])
        #expect(Article.AccessPattern.article.index == nil)
        #expect(Article.AccessPattern.reviews.index == "gsi4")
    }
}
