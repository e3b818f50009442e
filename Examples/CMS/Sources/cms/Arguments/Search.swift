import CMSModel
import CMSTypes
import Entities
import Foundation

/// What is searched for: each of these is an access pattern, so there is one at a time, within dates where it has some.
enum Search: Hashable {
    case tag(TagName, SortKeyRange<Date>)
    case author(String, Article.Status)
    case category(CategoryPath, Article.Status)
    case dates(SortKeyRange<Date>)

    init(_ reader: inout ArgumentReader) throws(UsageError) {
        let tag = try reader.option("--tag", "a tag", TagName.init)
        let author = try reader.option("--author")
        let category = try reader.option("--category", "a path such as technology/databases", CategoryPath.init)
        let statuses = Article.Status.allCases.map(\.rawValue).joined(separator: ", ")
        let status = try reader.option("--status", "one of \(statuses)", Article.Status.init(rawValue:))
        let from = try reader.option("--from", DateArgument.form, DateArgument.start)
        let through = try reader.option("--to", DateArgument.form, DateArgument.end)
        let dates = SortKeyRange(from: from, through: through)
        let hasDates = from != nil || through != nil

        switch (tag, author, category) {
        case (let tag?, nil, nil) where status == nil: self = .tag(tag, dates)
        case (nil, let author?, nil) where !hasDates: self = .author(author, status ?? .published)
        case (nil, nil, let category?) where !hasDates: self = .category(category, status ?? .published)
        case (nil, nil, nil) where hasDates && status == nil: self = .dates(dates)
        default:
            throw UsageError(
                message:
                    "search for one of --tag [--from --to], --author [--status], --category [--status], or --from and --to"
            )
        }
    }
}
