public import CMSTypes
public import Entities

/// The access patterns of a tenant's articles, as requests: the repository runs them, `cms explain` prints them.
public struct ArticleQueries: Sendable {
    public let tenantID: String

    public init(tenantID: String) { self.tenantID = tenantID }

    public func article(_ articleID: ULID) -> Get<Article> {
        Article.get(tenantID: tenantID, articleID: articleID)
    }

    public func article(slug: Slug) -> LookupQuery<Article.BySlugEntry> {
        Article.bySlug(tenantID: tenantID, slug: slug)
    }

    /// Published articles, the newest first.
    public func published(_ dates: SortKeyRange<Date>) -> Query<Article> {
        Article.published(tenantID: tenantID, publishedAt: dates).descending()
    }

    /// Scheduled articles whose time has come, in the order of their times.
    public func due(at now: Date) -> Query<Article> {
        Article.due(tenantID: tenantID, publishAt: ...now)
    }

    /// An author's articles of one status, the newest first.
    public func articles(by authorID: String, status: Article.Status) -> Query<Article> {
        Article.byAuthor(tenantID: tenantID, authorID: authorID, status: status).descending()
    }

    /// Articles of one status in a category and all below it, by category.
    public func articles(under category: CategoryPath, status: Article.Status) -> Query<Article> {
        Article.inCategory(tenantID: tenantID, status: status, category: .beginning(with: category))
    }

    /// The tags of an article, in order.
    public func tags(of articleID: ULID) -> Query<ArticleTag> {
        ArticleTag.ofArticle(tenantID: tenantID, articleID: articleID)
    }

    /// The published articles with a tag, the newest first.
    public func articles(tagged tag: TagName, _ dates: SortKeyRange<Date>) -> Query<ArticleTag> {
        ArticleTag.byTag(tenantID: tenantID, tag: tag, publishedAt: dates).descending()
    }

    /// What an article was, the newest first.
    public func versions(of articleID: ULID) -> Query<ArticleVersion> {
        ArticleVersion.versions(tenantID: tenantID, articleID: articleID).descending()
    }

    /// All that is known of an article, in one query: itself, its versions, tags and statistics.
    public func dossier(of articleID: ULID) -> CollectionQuery<CMS.Dossier> {
        CMS.dossier(tenantID: tenantID, articleID: articleID)
    }

    /// An author with all articles, in one query.
    public func authored(by authorID: String) -> CollectionQuery<CMS.Authored> {
        CMS.authored(tenantID: tenantID, authorID: authorID)
    }
}
