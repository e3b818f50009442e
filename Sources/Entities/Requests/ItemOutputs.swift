/// The answer to GetItem.
public struct GetItemOutput<Item: ItemDecodable>: DynamoDBOutput {
    /// The item; `nil` where there is none.
    public var item: Item?
    public var consumedCapacity: [ConsumedCapacity]

    public init(item: Item?, consumedCapacity: [ConsumedCapacity] = []) {
        self.item = item
        self.consumedCapacity = consumedCapacity
    }
}

/// The answer to PutItem, UpdateItem and DeleteItem.
public struct WriteItemOutput<Item: ItemDecodable>: DynamoDBOutput {
    /// What `ReturnValues` asked for, where there is something.
    public var attributes: Item?
    public var consumedCapacity: [ConsumedCapacity]
    public var itemCollectionMetrics: ItemCollectionMetrics?

    public init(
        attributes: Item?, consumedCapacity: [ConsumedCapacity] = [],
        itemCollectionMetrics: ItemCollectionMetrics? = nil
    ) {
        self.attributes = attributes
        self.consumedCapacity = consumedCapacity
        self.itemCollectionMetrics = itemCollectionMetrics
    }
}

/// The answer to Query and Scan: one page.
public struct PageOutput<Item: ItemDecodable>: DynamoDBOutput {
    /// The items that passed the filter; empty with `Select.count`.
    public var items: [Item]
    /// How many items passed the filter.
    public var count: Int
    /// How many items were read.
    public var scannedCount: Int
    /// Where the next page starts; `nil` after the last page.
    public var lastEvaluatedKey: EncodedItem?
    public var consumedCapacity: [ConsumedCapacity]
    /// Whether the items were counted only, so that the answer has none, not even an empty list.
    package var isCountOnly = false

    public init(
        items: [Item], count: Int, scannedCount: Int, lastEvaluatedKey: EncodedItem?,
        consumedCapacity: [ConsumedCapacity] = []
    ) {
        self.items = items
        self.count = count
        self.scannedCount = scannedCount
        self.lastEvaluatedKey = lastEvaluatedKey
        self.consumedCapacity = consumedCapacity
    }
}

/// The answer to BatchGetItem. Items come in no order, and those that do not exist are left out.
public struct BatchGetItemOutput: DynamoDBOutput {
    public var items: [String: [EncodedItem]]
    /// What was not read and has to be asked for again, by table.
    public var unprocessedKeys: [String: BatchGetItemRequest.TableKeys]
    public var consumedCapacity: [ConsumedCapacity]

    public init(
        items: [String: [EncodedItem]], unprocessedKeys: [String: BatchGetItemRequest.TableKeys] = [:],
        consumedCapacity: [ConsumedCapacity] = []
    ) {
        self.items = items
        self.unprocessedKeys = unprocessedKeys
        self.consumedCapacity = consumedCapacity
    }
}

/// The answer to BatchWriteItem.
public struct BatchWriteItemOutput: DynamoDBOutput {
    /// What was not written and has to be sent again, by table.
    public var unprocessedItems: [String: [BatchWriteItemRequest.Write]]
    public var itemCollectionMetrics: [String: [ItemCollectionMetrics]]
    public var consumedCapacity: [ConsumedCapacity]

    public init(
        unprocessedItems: [String: [BatchWriteItemRequest.Write]] = [:],
        itemCollectionMetrics: [String: [ItemCollectionMetrics]] = [:], consumedCapacity: [ConsumedCapacity] = []
    ) {
        self.unprocessedItems = unprocessedItems
        self.itemCollectionMetrics = itemCollectionMetrics
        self.consumedCapacity = consumedCapacity
    }
}

/// The answer to TransactGetItems, in the order of the request.
public struct TransactGetItemsOutput: DynamoDBOutput {
    /// `nil` where there is no such item.
    public var items: [EncodedItem?]
    public var consumedCapacity: [ConsumedCapacity]

    public init(items: [EncodedItem?], consumedCapacity: [ConsumedCapacity] = []) {
        self.items = items
        self.consumedCapacity = consumedCapacity
    }
}

/// The answer to TransactWriteItems.
public struct TransactWriteItemsOutput: DynamoDBOutput {
    public var itemCollectionMetrics: [String: [ItemCollectionMetrics]]
    public var consumedCapacity: [ConsumedCapacity]

    public init(
        itemCollectionMetrics: [String: [ItemCollectionMetrics]] = [:], consumedCapacity: [ConsumedCapacity] = []
    ) {
        self.itemCollectionMetrics = itemCollectionMetrics
        self.consumedCapacity = consumedCapacity
    }
}
