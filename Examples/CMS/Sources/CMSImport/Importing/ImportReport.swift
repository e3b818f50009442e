public import CMSModel

/// How far an import is.
public struct ImportProgress: Hashable, Sendable {
    public enum Kind: String, Hashable, Sendable {
        case categories, authors, subscribers, articles
    }

    public let kind: Kind
    public let done: Int
    public let total: Int
}

/// What an import did, and what it could not do.
public struct ImportReport: Sendable {
    /// The new articles, in the order of import.
    public var articles: [Article] = []
    public var authors = 0
    public var categories = 0
    public var subscribers = 0
    /// What is wrong with the files that were not imported.
    public var problems: [ContentProblem]

    init(problems: [ContentProblem]) { self.problems = problems }
}
