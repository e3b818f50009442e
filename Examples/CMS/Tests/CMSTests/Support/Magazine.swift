import CMSImport
import CMSModel
import CMSTypes
import Entities
import Foundation
import Testing

/// The example's content, imported into a database of its own.
struct Magazine {
    static let tenantID = "magazine"
    static let now = Date(timeIntervalSince1970: 1_797_152_400)  // 2026-12-13T09:00:00Z
    static let content = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().appending(path: "../../../Content").standardizedFileURL

    let db: Database
    let articles: DynamoDBArticleRepository
    let catalogue: DynamoDBCatalogue
    let subscribers: DynamoDBSubscriberRepository
    let folder: ContentFolder
    let report: ImportReport

    /// The articles as they were created: what a plain filter is run on.
    var all: [Article] { report.articles }

    init(_ executor: TestExecutor = .standard) async throws {
        try await self.init(executor.database(CMS.table))
    }

    /// A magazine whose requests pass an executor that the test can step in at.
    static func hooked() async throws -> (Magazine, HookedExecutor) {
        let db = try TestExecutor.standard.database(CMS.table)
        let executor = HookedExecutor(db.executor)
        return (try await Magazine(Database(executor, tablesOf: db)), executor)
    }

    private init(_ db: Database) async throws {
        self.db = db
        articles = DynamoDBArticleRepository(db, tenantID: Self.tenantID)
        catalogue = DynamoDBCatalogue(db, tenantID: Self.tenantID)
        subscribers = DynamoDBSubscriberRepository(db, tenantID: Self.tenantID)
        folder = try ContentFolder(Self.content)
        try await db.createTables()
        report = await ContentImporter(
            tenantID: Self.tenantID, articles: articles, catalogue: catalogue, subscribers: subscribers
        ).run(folder)
    }

    /// The article with a slug, as it was imported.
    func imported(_ slug: String) throws -> Article {
        try #require(all.first { $0.slug.rawValue == slug })
    }

    /// A draft that is fine.
    func draft(slug: String, tags: Set<TagName> = []) throws -> Article.Draft {
        .init(
            tenantID: Self.tenantID, authorID: "ada", slug: try #require(Slug(slug)), title: "A title",
            summary: "A summary.", body: "A body.", language: try #require(LanguageTag("en")),
            category: try #require(CategoryPath("technology/swift")), tags: tags)
    }
}

/// Time stands still, and identifiers are the same in each run.
struct FixedGenerators: SuiteTrait, TestTrait, TestScoping {
    let isRecursive = true

    func provideScope(
        for test: Test, testCase: Test.Case?, performing function: @Sendable @concurrent () async throws -> Void
    ) async throws {
        try await Generators.$current.withValue(.fixed(now: Magazine.now, seed: 7), operation: function)
    }
}

extension Trait where Self == FixedGenerators {
    static var fixedGenerators: Self { Self() }
}
