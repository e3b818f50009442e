public import CMSTypes
public import Entities

/// Why something could not be done with an article.
public enum ArticleError: Error, Hashable {
    /// Somebody else changed the article since it was read; `current` is what it is now.
    case conflict(current: Article)
    /// Another article has the slug.
    case slugTaken(Slug)
    /// There is no such author.
    case unknownAuthor(String)
    /// There is no article with this identifier any more.
    case missing(ULID)
}

extension ArticleError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .conflict(let current):
            "somebody else changed the article: it is at revision \(current.revision) now, \"\(current.title)\""
        case .slugTaken(let slug): "another article has the slug \(slug)"
        case .unknownAuthor(let authorID): "there is no author \(authorID)"
        case .missing(let articleID): "there is no article \(articleID)"
        }
    }
}

extension ArticleError {
    /// What a cancelled transaction means that was to write `article`; nil if it is not about the article.
    init?(_ error: DynamoDBError, writing article: Article) throws {
        for reason in error.cancellationReasons {
            switch (reason.failure, reason.action) {
            case (.notUnique, _): self = .slugTaken(article.slug)
            case (.conditionalCheckFailed, "Author.update"): self = .unknownAuthor(article.authorID)
            case (.versionConflict, _), (.conditionalCheckFailed, "Article.patch"):
                // The stored article is in the reason; if there is none, somebody has deleted it.
                self = try reason.item.map { .conflict(current: try $0.decode()) } ?? .missing(article.articleID)
            default: continue
            }
            return
        }
        return nil
    }
}
