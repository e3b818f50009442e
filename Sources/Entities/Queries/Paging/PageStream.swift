/// The pages of a request one after the other; see `PagedRequest.pages`, and `ItemStream` for errors and cancellation.
public struct PageStream<Item: Sendable>: AsyncSequence, Sendable {
    public typealias Element = Page<Item>
    public typealias Failure = any Error

    let reader: PageReader<Item>

    public func makeAsyncIterator() -> Iterator { Iterator(reader: reader) }

    public struct Iterator: AsyncIteratorProtocol {
        private var reader: PageReader<Item>

        init(reader: PageReader<Item>) { self.reader = reader }

        public mutating func next() async throws -> Page<Item>? {
            try await next(isolation: #isolation)
        }

        public mutating func next(isolation actor: isolated (any Actor)?) async throws -> Page<Item>? {
            guard let page = try await reader.next() else { return nil }
            return reader.paging.page(page, on: reader.db)
        }
    }
}
