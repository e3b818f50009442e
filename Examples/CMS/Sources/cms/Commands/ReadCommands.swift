import CMSImport
import CMSModel
import CMSTypes
import Entities
import Foundation

extension Session {
    /// `cms list`
    func list(limit: Int, cursor: String?) async throws {
        explain(queries.published(SortKeyRange()))
        let page = try await articles.published(SortKeyRange(), limit: limit, from: cursor.map { Cursor($0) })
        console.print(.articles(page.items))
        if let cursor = page.cursor { console.print("\nnext page: cms list --limit \(limit) --cursor \(cursor)") }
    }

    /// `cms show SLUG`
    func show(_ slug: Slug) async throws {
        let article = try await article(slug)
        try await articles.recordView(of: article.articleID)
        explain(queries.dossier(of: article.articleID))
        let dossier = try await articles.dossier(of: article.articleID)
        let author = try await catalogue.author(article.authorID)
        let facts: [(String, String?)] = [
            ("title", article.title), ("author", author?.name ?? article.authorID), ("status", article.status.rawValue),
            ("publish at", article.publishAt?.utcText), ("published", article.publishedAt?.utcText),
            ("category", "\(article.category)"), ("language", "\(article.language)"),
            ("tags", dossier.articleTags.map { "\($0.tag)" }.joined(separator: " · ")),
            ("revision", "\(article.revision)"), ("views", dossier.statistics.first.map { "\($0.views)" }),
            ("source", article.source.map { "\($0.file), \($0.words ?? 0) words" }), ("summary", article.summary),
        ]
        for case (let name, let value?) in facts { console.print(name.fitted(to: 12) + value) }
        console.print("\n" + article.body)
    }

    /// `cms search`
    func search(_ search: Search) async throws {
        switch search {
        case .tag(let tag, let dates):
            explain(queries.articles(tagged: tag, dates))
            console.print(
                .listings(try await articles.articles(tagged: tag, dates)), ifEmpty: "No article has the tag \(tag).")
        case .author(let authorID, let status):
            explain(queries.articles(by: authorID, status: status))
            console.print(.articles(try await articles.articles(by: authorID, status: status)))
        case .category(let path, let status):
            explain(queries.articles(under: path, status: status))
            console.print(.articles(try await articles.articles(under: path, status: status)))
        case .dates(let dates):
            explain(queries.published(dates))
            var cursor: Cursor?
            var found: [Article] = []
            repeat {
                let page = try await articles.published(dates, limit: 100, from: cursor)
                found += page.items
                cursor = page.cursor
            } while cursor != nil
            console.print(.articles(found))
        }
    }

    /// `cms due`
    func due(before date: Date) async throws {
        explain(queries.due(at: date))
        console.print(
            .schedule(try await articles.due(at: date)), ifEmpty: "Nothing is to be published before \(date.utcText).")
    }

    /// `cms history SLUG`
    func history(_ slug: Slug) async throws {
        let article = try await article(slug)
        explain(queries.versions(of: article.articleID))
        console.print(.versions(try await articles.versions(of: article.articleID)))
    }
}
