/// Reads one item by its primary key.
public struct GetItemRequest: Hashable, Sendable {
    public var tableName: String
    /// The primary key, nothing else.
    public var key: EncodedItem
    /// Strongly consistent, at twice the price.
    public var consistentRead = false
    /// What to return of the item; all of it where `nil`.
    public var projection: [AttributePath]?
    public var returnConsumedCapacity = ReturnConsumedCapacity.none

    public init(tableName: String, key: EncodedItem) {
        self.tableName = tableName
        self.key = key
    }
}

/// Writes a whole item, in place of one with the same key.
public struct PutItemRequest: Hashable, Sendable {
    public var tableName: String
    public var item: EncodedItem
    public var condition: Condition?
    /// `.none` or `.allOld`.
    public var returnValues = ReturnValues.none
    public var returnValuesOnConditionCheckFailure = ReturnValuesOnConditionCheckFailure.none
    public var returnConsumedCapacity = ReturnConsumedCapacity.none
    public var returnItemCollectionMetrics = ReturnItemCollectionMetrics.none

    public init(tableName: String, item: EncodedItem) {
        self.tableName = tableName
        self.item = item
    }
}

/// Changes attributes of an item, which is created where there is none.
public struct UpdateItemRequest: Hashable, Sendable {
    public var tableName: String
    public var key: EncodedItem
    /// May be empty: then an item is created that has nothing but its key, or nothing changes.
    public var update: UpdateExpression
    public var condition: Condition?
    public var returnValues = ReturnValues.none
    public var returnValuesOnConditionCheckFailure = ReturnValuesOnConditionCheckFailure.none
    public var returnConsumedCapacity = ReturnConsumedCapacity.none
    public var returnItemCollectionMetrics = ReturnItemCollectionMetrics.none

    public init(tableName: String, key: EncodedItem, update: UpdateExpression) {
        self.tableName = tableName
        self.key = key
        self.update = update
    }
}

/// Deletes an item; nothing happens where there is none.
public struct DeleteItemRequest: Hashable, Sendable {
    public var tableName: String
    public var key: EncodedItem
    public var condition: Condition?
    /// `.none` or `.allOld`.
    public var returnValues = ReturnValues.none
    public var returnValuesOnConditionCheckFailure = ReturnValuesOnConditionCheckFailure.none
    public var returnConsumedCapacity = ReturnConsumedCapacity.none
    public var returnItemCollectionMetrics = ReturnItemCollectionMetrics.none

    public init(tableName: String, key: EncodedItem) {
        self.tableName = tableName
        self.key = key
    }
}
