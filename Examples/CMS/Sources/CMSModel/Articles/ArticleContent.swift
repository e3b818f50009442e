public import CMSTypes

/// What an editor can change of an article.
public struct ArticleContent: Hashable, Sendable {
    public var title: String
    public var summary: String
    /// Markdown.
    public var body: String
    public var category: CategoryPath
    public var tags: Set<TagName>
}

extension Article {
    /// The part that editors change.
    public var content: ArticleContent {
        get { ArticleContent(title: title, summary: summary, body: body, category: category, tags: tags) }
        set {
            title = newValue.title
            summary = newValue.summary
            body = newValue.body
            category = newValue.category
            tags = newValue.tags
        }
    }
}
