/// What became of the articles that were due.
public struct PublishingReport: Sendable {
    /// An article that could not be published.
    public struct Failure: Sendable {
        public let article: Article
        public let error: any Error
    }

    public var published: [Article] = []
    /// Articles that somebody made other plans with in the meantime.
    public var postponed: [Article] = []
    public var failures: [Failure] = []
}
