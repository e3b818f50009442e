import CMSImport
import CMSTypes
import Foundation

/// What the arguments ask for.
struct Invocation {
    enum Command: Hashable {
        case demo
        case list(limit: Int, cursor: String?)
        case show(Slug)
        case search(Search)
        case due(before: Date)
        case history(Slug)
        case explain
        case importFolder(String)
        case help
    }

    let command: Command
    /// The folder of the content that is imported at the start.
    let content: URL
    /// What the program takes for the time of day.
    let now: Date
    /// The table of a real DynamoDB; `nil`: everything is in the process.
    let table: String?
    /// Whether requests are explained before they are run.
    let explains: Bool

    /// A day before Christmas, with an article that is due: without `--now`, every run prints the same.
    static let defaultNow = Date(timeIntervalSince1970: 1_797_152_400)  // 2026-12-13T09:00:00Z

    init(_ arguments: [String]) throws(UsageError) {
        var reader = ArgumentReader(arguments)
        let isHelp = reader.flag("--help")
        content = try reader.option("--content").map { URL(fileURLWithPath: $0) } ?? Self.exampleContent
        now = try reader.option("--now", DateArgument.form, DateArgument.start) ?? Self.defaultNow
        table = try reader.option("--table")
        explains = reader.flag("--explain")
        command = isHelp ? .help : try Self.command(&reader, now: now)
        if !isHelp { try reader.end() }
    }

    /// The package's folder `Content`.
    private static let exampleContent = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().appending(path: "../../../Content").standardizedFileURL

    private static func command(_ reader: inout ArgumentReader, now: Date) throws(UsageError) -> Command {
        let slugForm = "the slug of an article, such as sorting-by-bytes"
        guard let name = reader.next() else { throw UsageError(message: "a command is missing") }
        switch name {
        case "demo": return .demo
        case "list":
            let limit = try reader.option("--limit", "a number from 1 to 100") {
                Int($0).flatMap { (1...100).contains($0) ? $0 : nil }
            }
            return .list(limit: limit ?? 10, cursor: try reader.option("--cursor"))
        case "show": return .show(try reader.next("SLUG", slugForm, Slug.init))
        case "search": return .search(try Search(&reader))
        case "due": return .due(before: try reader.option("--before", DateArgument.form, DateArgument.end) ?? now)
        case "history": return .history(try reader.next("SLUG", slugForm, Slug.init))
        case "explain": return .explain
        case "import": return .importFolder(try reader.next("DIR", "a folder") { $0.isEmpty ? nil : $0 })
        case "help": return .help
        default: throw UsageError(message: "there is no command \"\(name)\"")
        }
    }
}

/// A date as it is typed: a day, or a moment.
enum DateArgument {
    static let form = "a date such as 2026-03-14 or 2026-03-14T09:00:00Z"

    /// A day from its start.
    static func start(_ text: String) -> Date? { Date(utc: text) ?? Date(utc: text + "T00:00:00Z") }

    /// A day to its last millisecond.
    static func end(_ text: String) -> Date? {
        Date(utc: text) ?? Date(utc: text + "T00:00:00Z").map { $0.addingTimeInterval(86_399.999) }
    }
}
