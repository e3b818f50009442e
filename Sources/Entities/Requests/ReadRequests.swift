/// Reads items of one partition of a table or an index, in order of the sort key.
public struct QueryRequest: Hashable, Sendable {
    public var tableName: String
    public var indexName: String?
    public var keyCondition: KeyCondition
    /// Applied after the read: filtered items are paid for, and count towards `limit` and the 1 MB of a page.
    public var filter: Condition?
    public var projection: [AttributePath]?
    public var select: Select?
    /// Not on global indexes.
    public var consistentRead = false
    /// Ascending order of the sort key.
    public var scanIndexForward = true
    /// How many items are evaluated at the most, from 1.
    public var limit: Int?
    /// The last key of the page before: its `lastEvaluatedKey`.
    public var exclusiveStartKey: EncodedItem?
    public var returnConsumedCapacity = ReturnConsumedCapacity.none

    public init(tableName: String, indexName: String? = nil, keyCondition: KeyCondition) {
        self.tableName = tableName
        self.indexName = indexName
        self.keyCondition = keyCondition
    }
}

/// Reads all items of a table or an index, or one segment of them.
public struct ScanRequest: Hashable, Sendable {
    public var tableName: String
    public var indexName: String?
    public var filter: Condition?
    public var projection: [AttributePath]?
    public var select: Select?
    public var consistentRead = false
    public var limit: Int?
    public var exclusiveStartKey: EncodedItem?
    /// The part that this request reads, below `totalSegments`. Both or neither are given.
    public var segment: Int?
    /// From 1 to 1,000,000.
    public var totalSegments: Int?
    public var returnConsumedCapacity = ReturnConsumedCapacity.none

    public init(tableName: String, indexName: String? = nil) {
        self.tableName = tableName
        self.indexName = indexName
    }
}

/// Reads up to 100 items by their keys, of one table or several.
public struct BatchGetItemRequest: Hashable, Sendable {
    /// What is read of one table.
    public struct TableKeys: Hashable, Sendable {
        public var keys: [EncodedItem]
        public var projection: [AttributePath]?
        public var consistentRead = false

        public init(keys: [EncodedItem]) {
            self.keys = keys
        }
    }

    /// By table name.
    public var tables: [String: TableKeys]
    public var returnConsumedCapacity = ReturnConsumedCapacity.none

    public init(tables: [String: TableKeys]) {
        self.tables = tables
    }
}

/// Reads up to 100 items of one or several tables as of one moment.
public struct TransactGetItemsRequest: Hashable, Sendable {
    /// One item to read.
    public struct Get: Hashable, Sendable {
        public var tableName: String
        public var key: EncodedItem
        public var projection: [AttributePath]?

        public init(tableName: String, key: EncodedItem) {
            self.tableName = tableName
            self.key = key
        }
    }

    public var gets: [Get]
    public var returnConsumedCapacity = ReturnConsumedCapacity.none

    public init(gets: [Get]) {
        self.gets = gets
    }
}
