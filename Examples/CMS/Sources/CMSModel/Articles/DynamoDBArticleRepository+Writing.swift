import CMSTypes
public import Entities
import Foundation

// An article is several items: itself, its latest version, and one for each tag. They are written in one transaction,
// so nobody ever sees half of an edit.
extension DynamoDBArticleRepository {
    public func create(_ draft: Article.Draft) async throws -> Article {
        let creation = Article.create(draft)
        let article = creation.record
        try await transact(article) {
            creation
            ArticleVersion.create(version(of: article, number: 1, change: "created"))
            ArticleStatistics.create(.init(tenantID: tenantID, articleID: article.articleID))
            Author.update(tenantID: tenantID, authorID: article.authorID) { $0.articleCount.add(1) }
            listings(of: article)
            tags(article.tags)
        }
        return article
    }

    public func edit(
        _ article: Article, _ change: @Sendable (inout ArticleContent) -> Void
    ) async throws -> Article {
        var edited = article
        change(&edited.content)
        return try await replace(article, with: edited, change: "edited")
    }

    public func schedule(_ article: Article, at date: Date) async throws -> Article {
        var scheduled = article
        scheduled.status = .scheduled
        scheduled.publishAt = date
        scheduled.publishedAt = nil
        return try await replace(article, with: scheduled, change: "scheduled")
    }

    public func publish(_ article: Article, at now: Date) async throws -> Article {
        var published = article
        published.status = .published
        published.publishAt = nil
        published.publishedAt = now
        return try await replace(article, with: published, change: "published")
    }

    public func recordView(of articleID: ULID) async throws {
        try await ArticleStatistics.update(tenantID: tenantID, articleID: articleID) { $0.views.add(1) }.run(on: db)
    }

    /// Writes an article's next revision over the one that was read.
    private func replace(
        _ article: Article, with next: Article, change: String
    ) async throws -> Article {
        try await transact(article) {
            // A patch of a record that has a version holds only if nobody else has written since.
            article.patch {
                $0.title.set(next.title)
                $0.summary.set(next.summary)
                $0.body.set(next.body)
                $0.category.set(next.category)
                $0.tags.set(next.tags)
                $0.set(status: next.status, publishAt: next.publishAt, publishedAt: next.publishedAt)
            }
            ArticleVersion.create(version(of: next, number: article.revision + 1, change: change))
            listings(of: next)
            tags(next.tags.subtracting(article.tags))
            for tag in article.tags.subtracting(next.tags) {
                ArticleTag.delete(tenantID: tenantID, articleID: article.articleID, tag: tag)
            }
        }
        guard let current = try await self.article(article.articleID) else {
            throw ArticleError.missing(article.articleID)
        }
        return current
    }

    /// What makes an article found under its tags.
    private func listings(of article: Article) -> [Put<ArticleTag>] {
        article.tags.sorted().map { tag in
            ArticleTag.put(
                .init(
                    tenantID: tenantID, articleID: article.articleID, tag: tag, slug: article.slug,
                    title: article.title, language: article.language, publishedAt: article.publishedAt))
        }
    }

    /// Makes tags known. Only those that are new to an article: two transactions that write one item get in each
    /// other's way.
    private func tags(_ names: Set<TagName>) -> [Upsert<Tag>] {
        names.sorted().map { Tag.upsert(.init(tenantID: tenantID, name: $0)) }
    }

    private func version(of article: Article, number: Int, change: String) -> ArticleVersion.Draft {
        .init(
            tenantID: tenantID, articleID: article.articleID, number: number, status: article.status.rawValue,
            title: article.title, summary: article.summary, body: article.body, category: article.category,
            tags: article.tags, change: change, expiresAt: Generators.current.now() + retention)
    }

    /// Writes all of it or nothing; a failure is told as what it means for the article.
    private func transact(
        _ article: Article, @TransactionBuilder _ writes: () -> [any TransactionWrite]
    ) async throws {
        do {
            try await db.transact(writes)
        } catch let error as DynamoDBError {
            throw try ArticleError(error, writing: article) ?? error as any Error
        }
    }
}
