import CMSModel
import CMSTypes
import Foundation

/// Turns front matter into an article, and finds all that is wrong with it at once.
struct ArticleFileReader {
    private let file: String
    private let frontMatter: FrontMatter
    private var problems: [ContentProblem] = []

    private static let keys: Set<String> = [
        "title", "slug", "author", "status", "category", "tags", "language", "publishedAt", "publishAt", "summary",
    ]

    /// The article in a file's text, or all that is wrong with it.
    static func read(_ text: String, file: String) -> Result<ArticleFile, ContentProblems> {
        FrontMatterParser.parse(text, file: file).flatMap { frontMatter in
            var reader = ArticleFileReader(file: file, frontMatter: frontMatter)
            return reader.article()
        }
    }

    private init(file: String, frontMatter: FrontMatter) {
        self.file = file
        self.frontMatter = frontMatter
    }

    private mutating func article() -> Result<ArticleFile, ContentProblems> {
        let title = required("title", "write what the article is called") { $0.isEmpty ? nil : $0 }
        let slug = required(
            "slug", "use small letters of any script, digits and -, and no more than 200 bytes", Slug.init)
        let author = required("author", "give the id of an author") { $0.isEmpty ? nil : $0 }
        let statuses = Article.Status.allCases.map(\.rawValue).joined(separator: ", ")
        let status = required("status", "use one of \(statuses)", Article.Status.init(rawValue:))
        let category = required("category", "give the path of a category, as in life/cooking", CategoryPath.init)
        let language = required("language", "use a code of ISO 639-1, as in en", LanguageTag.init)
        let summary = required("summary", "write a sentence or two") { $0.isEmpty ? nil : $0 }
        let tags = tags()
        let publishedAt = date("publishedAt", for: .published, status)
        let publishAt = date("publishAt", for: .scheduled, status)
        for (key, field) in frontMatter.fields where !Self.keys.contains(key) {
            report(
                key, field.line,
                "is not known here: take it away, or use one of \(Self.keys.sorted().joined(separator: ", "))")
        }
        guard problems.isEmpty, let title, let slug, let author, let status, let category, let language, let summary
        else { return .failure(ContentProblems(problems.sorted { ($0.line ?? 0) < ($1.line ?? 0) })) }
        return .success(
            ArticleFile(
                file: file, title: title, slug: slug, authorID: author, status: status, category: category, tags: tags,
                language: language, publishAt: publishAt, publishedAt: publishedAt, summary: summary,
                body: frontMatter.body, lines: frontMatter.fields.mapValues(\.line)))
    }

    private mutating func report(_ key: String, _ line: Int?, _ message: String) {
        problems.append(ContentProblem(file: file, line: line ?? frontMatter.lastLine, field: key, message))
    }

    private mutating func required<Value>(
        _ key: String, _ advice: String, _ parse: (String) -> Value?
    ) -> Value? {
        guard let field = frontMatter.fields[key] else {
            report(key, nil, "is missing: \(advice)")
            return nil
        }
        return value(of: key, field, advice, parse)
    }

    private mutating func value<Value>(
        of key: String, _ field: FrontMatter.Field, _ advice: String, _ parse: (String) -> Value?
    ) -> Value? {
        guard case .text(let text) = field.value else {
            report(key, field.line, "is a list: \(advice)")
            return nil
        }
        guard let value = parse(text) else {
            report(key, field.line, text.isEmpty ? "is empty: \(advice)" : "\"\(text)\" will not do: \(advice)")
            return nil
        }
        return value
    }

    private mutating func tags() -> Set<TagName> {
        guard let field = frontMatter.fields["tags"] else { return [] }
        guard case .list(let texts) = field.value else {
            report("tags", field.line, "is not a list: write [one, two]")
            return []
        }
        var tags: Set<TagName> = []
        for text in texts {
            guard let tag = TagName(text) else {
                report("tags", field.line, "\"\(text)\" will not do: a tag has 1 to 100 bytes")
                continue
            }
            if !tags.insert(tag).inserted { report("tags", field.line, "\"\(tag)\" is there twice: take one away") }
        }
        if tags.count > 20 { report("tags", field.line, "has \(tags.count) tags: 20 are enough") }
        return tags
    }

    /// The date that articles of one status have, and no others.
    private mutating func date(_ key: String, for status: Article.Status, _ actual: Article.Status?) -> Date? {
        let advice = "write a date and a time in UTC, as in 2026-03-14T09:00:00Z"
        guard let field = frontMatter.fields[key] else {
            if actual == status { report(key, nil, "is missing, and the article is \(status.rawValue): \(advice)") }
            return nil
        }
        if let actual, actual != status {
            report(
                key, field.line,
                "is for articles that are \(status.rawValue), and this one is \(actual.rawValue): take it away")
            return nil
        }
        return value(of: key, field, advice, Date.init(utc:))
    }
}
