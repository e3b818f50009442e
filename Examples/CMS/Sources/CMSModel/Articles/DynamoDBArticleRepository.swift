public import CMSTypes
public import Entities
public import Foundation

/// The articles of a tenant in DynamoDB: in the process, or over HTTP, as the `Database` says.
public struct DynamoDBArticleRepository: ArticleRepository {
    let db: Database
    let queries: ArticleQueries
    /// How long versions are kept, in seconds.
    let retention: TimeInterval

    public init(_ db: Database, tenantID: String, keepingVersionsFor retention: TimeInterval = 5 * 365 * 86400) {
        self.db = db
        self.retention = retention
        queries = ArticleQueries(tenantID: tenantID)
    }

    var tenantID: String { queries.tenantID }

    public func article(_ articleID: ULID) async throws -> Article? {
        try await queries.article(articleID).consistent().run(on: db)
    }

    public func article(slug: Slug) async throws -> Article? {
        try await queries.article(slug: slug).first(on: db)
    }

    public func published(
        _ dates: SortKeyRange<Date>, limit: Int, from cursor: Cursor?
    ) async throws -> Page<Article> {
        try await queries.published(dates).page(limit: limit, from: cursor, on: db)
    }

    public func due(at now: Date) async throws -> [Article] {
        try await queries.due(at: now).all(on: db)
    }

    public func articles(by authorID: String, status: Article.Status) async throws -> [Article] {
        try await queries.articles(by: authorID, status: status).all(on: db)
    }

    public func articles(
        under category: CategoryPath, status: Article.Status
    ) async throws -> [Article] {
        try await queries.articles(under: category, status: status).all(on: db)
    }

    public func tags(of articleID: ULID) async throws -> [TagName] {
        try await queries.tags(of: articleID).all(on: db).map(\.tag)
    }

    public func articles(
        tagged tag: TagName, _ dates: SortKeyRange<Date>
    ) async throws -> [ArticleTag] {
        try await queries.articles(tagged: tag, dates).all(on: db)
    }

    public func versions(of articleID: ULID) async throws -> [ArticleVersion] {
        try await queries.versions(of: articleID).all(on: db)
    }

    public func dossier(of articleID: ULID) async throws -> CMS.Dossier {
        try await queries.dossier(of: articleID).all(on: db)
    }

    public func authored(by authorID: String) async throws -> CMS.Authored {
        try await queries.authored(by: authorID).all(on: db)
    }
}
