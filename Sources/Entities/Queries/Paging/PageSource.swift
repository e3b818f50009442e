/// Where the items of a stream come from, page by page.
protocol PageSource<Element> {
    associatedtype Element: Sendable

    /// The next page; `nil` after the last one, and after an error.
    mutating func next() async throws(DynamoDBError) -> FetchedPage<Element>?
}

/// A page as it was read: with the place where the next one begins, which is `nil` after the last.
struct FetchedPage<Element: Sendable>: Sendable {
    let items: [Element]
    let next: PageStart?
}

/// Has an error in the place of the first page.
struct FailedSource<Element: Sendable>: PageSource {
    private var error: DynamoDBError?

    init(_ error: DynamoDBError) { self.error = error }

    mutating func next() throws(DynamoDBError) -> FetchedPage<Element>? {
        defer { error = nil }
        if let error { throw error }
        return nil
    }
}
