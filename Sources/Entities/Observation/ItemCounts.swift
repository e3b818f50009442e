/// How many items an operation was about.
public struct ItemCounts: Hashable, Sendable {
    /// How many were returned, counted, or written. A write of what is as it should be counts, such as deleting what is not there.
    public var items: Int
    /// How many were read: what a filter dropped was read and paid for, too.
    public var examined: Int
    /// How many of a batch the service left to be asked for again.
    public var unprocessed: Int

    public init(items: Int, examined: Int? = nil, unprocessed: Int = 0) {
        self.items = items
        self.examined = examined ?? items
        self.unprocessed = unprocessed
    }
}

extension DynamoDBOutput {
    /// Not about items.
    public func itemCounts(for request: DynamoDBRequest) -> ItemCounts? { nil }
}

extension GetItemOutput {
    public func itemCounts(for request: DynamoDBRequest) -> ItemCounts? { ItemCounts(items: item == nil ? 0 : 1) }
}

extension WriteItemOutput {
    public func itemCounts(for request: DynamoDBRequest) -> ItemCounts? { ItemCounts(items: 1) }
}

extension PageOutput {
    public func itemCounts(for request: DynamoDBRequest) -> ItemCounts? {
        ItemCounts(items: count, examined: scannedCount)
    }
}

extension BatchGetItemOutput {
    public func itemCounts(for request: DynamoDBRequest) -> ItemCounts? {
        ItemCounts(
            items: items.values.reduce(0) { $0 + $1.count },
            unprocessed: unprocessedKeys.values.reduce(0) { $0 + $1.keys.count })
    }
}

extension BatchWriteItemOutput {
    public func itemCounts(for request: DynamoDBRequest) -> ItemCounts? {
        let unprocessed = unprocessedItems.values.reduce(0) { $0 + $1.count }
        return ItemCounts(items: max(0, request.elementCount - unprocessed), unprocessed: unprocessed)
    }
}

extension TransactGetItemsOutput {
    public func itemCounts(for request: DynamoDBRequest) -> ItemCounts? {
        ItemCounts(items: items.count { $0 != nil })
    }
}

extension TransactWriteItemsOutput {
    /// One per action, checks included.
    public func itemCounts(for request: DynamoDBRequest) -> ItemCounts? { ItemCounts(items: request.elementCount) }
}
