/// One page of a query.
public struct Page<Item: Sendable>: Sendable {
    public let items: [Item]
    /// Where the next page starts; `nil` after the last one.
    public let cursor: Cursor?

    public init(items: [Item], cursor: Cursor?) {
        self.items = items
        self.cursor = cursor
    }
}

extension Page: Equatable where Item: Equatable {}
extension Page: Hashable where Item: Hashable {}
