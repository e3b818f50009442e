public import CMSModel
public import CMSTypes
import Foundation

/// An article as a file gives it, checked by itself: whether its author is known is another matter.
public struct ArticleFile: Hashable, Sendable {
    /// The file, as its path in the folder.
    public let file: String
    public let title: String
    public let slug: Slug
    public let authorID: String
    public let status: Article.Status
    public let category: CategoryPath
    public let tags: Set<TagName>
    public let language: LanguageTag
    public let publishAt: Date?
    public let publishedAt: Date?
    public let summary: String
    public let body: String
    /// The lines of fields that can still turn out to be wrong.
    let lines: [String: Int]

    /// When it was or will be published: the order in which articles are imported.
    var date: Date { publishedAt ?? publishAt ?? .distantFuture }

    /// The article to be created.
    public func draft(tenantID: String) -> Article.Draft {
        .init(
            tenantID: tenantID, authorID: authorID, slug: slug, status: status, title: title, summary: summary,
            body: body, language: language, category: category, tags: tags, publishAt: publishAt,
            publishedAt: publishedAt,
            source: Source(file: file, words: body.split(whereSeparator: \.isWhitespace).count))
    }
}
