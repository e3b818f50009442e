public import CMSTypes
public import Entities

/// The articles of a magazine.
///
/// Functions throw ``ArticleError`` where there is something to be done about it, and what the database says otherwise.
public protocol ArticleRepository: Sendable {
    /// Stores a new article, with its first version and its tags.
    /// - Throws: `slugTaken`, `unknownAuthor`.
    func create(_ draft: Article.Draft) async throws -> Article

    /// Changes what an editor can change, if nobody else has changed the article since it was read.
    /// - Returns: the article as it is now.
    /// - Throws: `conflict` with the article as somebody else left it, `missing`.
    func edit(
        _ article: Article, _ change: @Sendable (inout ArticleContent) -> Void
    ) async throws -> Article

    /// Plans an article to be published at a time to come.
    func schedule(_ article: Article, at date: Date) async throws -> Article

    /// Publishes an article now.
    func publish(_ article: Article, at now: Date) async throws -> Article

    /// Counts that the article was read.
    func recordView(of articleID: ULID) async throws

    func article(_ articleID: ULID) async throws -> Article?
    func article(slug: Slug) async throws -> Article?
    /// Published articles, the newest first, a page at a time.
    func published(
        _ dates: SortKeyRange<Date>, limit: Int, from cursor: Cursor?
    ) async throws -> Page<Article>
    /// Scheduled articles whose time has come.
    func due(at now: Date) async throws -> [Article]
    /// An author's articles of one status, the newest first.
    func articles(by authorID: String, status: Article.Status) async throws -> [Article]
    /// Articles of one status in a category and all below it, by category.
    func articles(under category: CategoryPath, status: Article.Status) async throws -> [Article]
    /// The tags of an article.
    func tags(of articleID: ULID) async throws -> [TagName]
    /// The published articles with a tag, the newest first.
    func articles(tagged tag: TagName, _ dates: SortKeyRange<Date>) async throws -> [ArticleTag]
    /// What an article was, the newest first.
    func versions(of articleID: ULID) async throws -> [ArticleVersion]
    /// All that is known of an article.
    func dossier(of articleID: ULID) async throws -> CMS.Dossier
    /// An author with all articles.
    func authored(by authorID: String) async throws -> CMS.Authored
}
