import Entities
import GeneratedModel
import TestExecutors
import Testing

/// Many tasks create, change and delete records for few unique values, while answers are lost and requests are refused.
@Suite("Unique values that many want at once")
struct UniqueConcurrencyTests {
    private static let slugs = (1...8).map { "slug-\($0)" }

    /// What may come of a write when others write the same, and when things go wrong.
    private static let expected: Set<DynamoDBError.Code> = [
        .notUnique, .conditionalCheckFailed, .versionConflict,
        // A transaction returns nothing, and what it wrote was deleted before it could be read.
        .undecodableResponse,
    ]

    @Test(
        "Each value has one record, and each record its claim, and there are no others",
        arguments: TestExecutor.sample([1, 2, 3] as [UInt64]))
    func oneEach(_ seed: UInt64) async throws {
        let articles = try await Articles()
        let (db, injector) = articles.db.faulty(try .everything(seed: seed))
        let taken = try await withThrowingTaskGroup(of: Int.self) { group in
            for task in 0..<16 {
                group.addTask { try await Self.act(on: db, seed: seed &* 100 &+ UInt64(task)) }
            }
            return try await group.reduce(0, +)
        }
        #expect(taken > 20, "hardly a value was wanted by two")
        #expect(injector.injected > 50)
        #expect(try await Self.problems(of: articles) == [])
    }

    /// Random writes; how many of them wanted a value that another record had.
    private static func act(on db: Database, seed: UInt64) async throws -> Int {
        var chance = Chance(seed: seed)
        var taken = 0
        for _ in 0..<40 {
            let slug = chance.one(of: slugs, or: "")
            do {
                let known = try await Article.article(tenantID: "acme").all(on: db)
                await Task.yield()
                switch (chance.number(0...4), known.randomElement(using: &chance)) {
                case (0, let article?):
                    try await article.patch { $0.set(slug: slug, expiresAt: nil, replacing: article.slug) }.run(on: db)
                case (1, let article?):
                    // Blind, with the old value alone.
                    try await Article.update(article.key) {
                        $0.set(slug: slug, expiresAt: nil, replacing: article.slug)
                    }.run(on: db)
                case (2, let article?): try await article.remove().run(on: db)
                case (3, let article?):
                    try await Article.delete(tenantID: "acme", articleID: article.articleID, slug: article.slug)
                        .run(on: db)
                default:
                    try await Article.create(.init(tenantID: "acme", authorID: "ada", slug: slug, title: "T")).run(
                        on: db)
                }
            } catch let error as DynamoDBError {
                #expect(expected.contains(error.code) || error.isRetryable, "\(error)")
                guard error.code == .notUnique else { continue }
                #expect(error.attribute == "slug")
                taken += 1
            }
        }
        return taken
    }

    @Test("A look before the write does not keep two records from having one value")
    func withoutClaims() async throws {
        let articles = try await Articles()
        for _ in 0..<2 {
            #expect(try await Article.bySlug(tenantID: "acme", slug: "s").first(on: articles.db) == nil)
        }
        for _ in 0..<2 {
            let article = Article(.init(tenantID: "acme", authorID: "ada", slug: "s", title: "T"))
            try await articles.db.putRaw(try EncodedItem(article))
        }
        #expect(try await Self.problems(of: articles) == ["s has 2 records and 0 claims"])
    }

    /// Values that have not one record and one claim.
    private static func problems(of articles: Articles) async throws -> [String] {
        let prefix = "UNIQUE#Article#slug#acme#"
        var claims: [String: Int] = [:]
        var records: [String: Int] = [:]
        for item in try await articles.db.storedItems() {
            if Article.schema.owns(item) {
                records[try item.decode(as: Article.self).slug, default: 0] += 1
            } else if case .string(let key) = item["pk"], key.hasPrefix(prefix) {
                claims[String(key.dropFirst(prefix.count)), default: 0] += 1
            }
        }
        return Set(claims.keys).union(records.keys).sorted().compactMap { value in
            let (records, claims) = (records[value] ?? 0, claims[value] ?? 0)
            return records == 1 && claims == 1 ? nil : "\(value) has \(records) records and \(claims) claims"
        }
    }
}
