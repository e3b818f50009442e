/// Puts and deletes up to 25 items of one or several tables. Not atomic, and without conditions.
public struct BatchWriteItemRequest: Hashable, Sendable {
    /// One write.
    public enum Write: Hashable, Sendable {
        case put(EncodedItem)
        /// The primary key of the item.
        case delete(EncodedItem)
    }

    /// By table name.
    public var tables: [String: [Write]]
    public var returnConsumedCapacity = ReturnConsumedCapacity.none
    public var returnItemCollectionMetrics = ReturnItemCollectionMetrics.none

    public init(tables: [String: [Write]]) {
        self.tables = tables
    }
}

/// Writes up to 100 items of one or several tables, all or none.
public struct TransactWriteItemsRequest: Hashable, Sendable {
    /// One action. The return and capacity settings of the single requests do not apply, but for
    /// `returnValuesOnConditionCheckFailure`.
    public indirect enum Action: Hashable, Sendable {
        case put(PutItemRequest)
        case update(UpdateItemRequest)
        case delete(DeleteItemRequest)
        case check(ConditionCheck)
    }

    /// A condition on an item that the transaction does not change.
    public struct ConditionCheck: Hashable, Sendable {
        public var tableName: String
        public var key: EncodedItem
        public var condition: Condition
        public var returnValuesOnConditionCheckFailure = ReturnValuesOnConditionCheckFailure.none

        public init(tableName: String, key: EncodedItem, condition: Condition) {
            self.tableName = tableName
            self.key = key
            self.condition = condition
        }
    }

    public var actions: [Action]
    /// Makes repeats of the same request within ten minutes harmless; 1 to 36 characters.
    public var clientRequestToken: String?
    public var returnConsumedCapacity = ReturnConsumedCapacity.none
    public var returnItemCollectionMetrics = ReturnItemCollectionMetrics.none

    public init(actions: [Action], clientRequestToken: String? = nil) {
        self.actions = actions
        self.clientRequestToken = clientRequestToken
    }
}
