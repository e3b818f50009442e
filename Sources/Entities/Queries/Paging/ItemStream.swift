/// The items of a request one after the other; see `PagedRequest.stream`.
///
/// Each iteration reads from the start. An error comes after all items before it, and ends the iteration. What is being read ahead is
/// cancelled when the iterator is dropped, as by `break`, and when the task is cancelled.
public struct ItemStream<Item: Sendable>: AsyncSequence, Sendable {
    public typealias Element = Item
    public typealias Failure = any Error

    private let makeSource: @Sendable () -> any PageSource<Item>

    init(_ makeSource: @escaping @Sendable () -> any PageSource<Item>) { self.makeSource = makeSource }

    public func makeAsyncIterator() -> Iterator { Iterator(source: makeSource()) }

    public struct Iterator: AsyncIteratorProtocol {
        private var source: any PageSource<Item>
        private var items: [Item] = []
        private var position = 0

        init(source: any PageSource<Item>) { self.source = source }

        public mutating func next() async throws -> Item? {
            try await next(isolation: #isolation)
        }

        public mutating func next(isolation actor: isolated (any Actor)?) async throws -> Item? {
            while position == items.count {
                guard let page = try await source.next() else { return nil }
                items = page.items
                position = 0
            }
            defer { position += 1 }
            return items[position]
        }
    }
}
