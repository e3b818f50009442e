import CMSImport
import CMSModel
import CMSTypes
import Foundation

extension TextTable {
    /// Articles, one to a row.
    static func articles(_ articles: [Article]) -> TextTable {
        var table = TextTable(
            .init(title: "date"), .init(title: "status"), .init(title: "author"), .init(title: "category", limit: 28),
            .init(title: "slug", limit: 32), .init(title: "title", limit: 44))
        for article in articles {
            table.add(
                day(article.publishedAt ?? article.publishAt), article.status.rawValue, article.authorID,
                "\(article.category)", "\(article.slug)", article.title)
        }
        return table
    }

    /// Articles as they are listed under a tag.
    static func listings(_ listings: [ArticleTag]) -> TextTable {
        var table = TextTable(
            .init(title: "date"), .init(title: "language"), .init(title: "slug", limit: 32),
            .init(title: "title", limit: 60))
        for listing in listings {
            table.add(day(listing.publishedAt), "\(listing.language)", "\(listing.slug)", listing.title)
        }
        return table
    }

    /// What is to be published, with the time of day.
    static func schedule(_ articles: [Article]) -> TextTable {
        var table = TextTable(
            .init(title: "publish at"), .init(title: "author"), .init(title: "slug", limit: 32), .init(title: "title"))
        for article in articles {
            table.add(article.publishAt?.utcText ?? "", article.authorID, "\(article.slug)", article.title)
        }
        return table
    }

    /// What an article was.
    static func versions(_ versions: [ArticleVersion]) -> TextTable {
        var table = TextTable(
            .init(title: "revision", alignsRight: true), .init(title: "at"), .init(title: "change"),
            .init(title: "status"), .init(title: "title"))
        for version in versions {
            table.add(
                "\(version.number)", version.createdAt.utcText, version.change, version.status, version.title)
        }
        return table
    }

    /// The tree of categories.
    static func categories(_ categories: [Category]) -> TextTable {
        var table = TextTable(.init(title: "category"), .init(title: "path"), .init(title: "about", limit: 80))
        for category in categories {
            table.add(
                String(repeating: "  ", count: category.path.depth) + category.name, "\(category.path)",
                category.summary ?? "")
        }
        return table
    }

    private static func day(_ date: Date?) -> String { date.map { String($0.utcText.prefix(10)) } ?? "" }
}
