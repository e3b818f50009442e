/// How much a response says about the capacity that the request consumed.
public enum ReturnConsumedCapacity: String, Hashable, Sendable, CaseIterable {
    /// Nothing.
    case none = "NONE"
    /// The total per table.
    case total = "TOTAL"
    /// The total, and its parts for the table and for each index.
    case indexes = "INDEXES"
}

/// Which attributes a write returns.
public enum ReturnValues: String, Hashable, Sendable, CaseIterable {
    case none = "NONE"
    /// The whole item as it was before.
    case allOld = "ALL_OLD"
    /// UpdateItem only: the touched attributes as they were before.
    case updatedOld = "UPDATED_OLD"
    /// UpdateItem only: the whole item as it is now.
    case allNew = "ALL_NEW"
    /// UpdateItem only: the touched attributes as they are now.
    case updatedNew = "UPDATED_NEW"
}

/// Whether a write whose condition failed returns the item that it met.
public enum ReturnValuesOnConditionCheckFailure: String, Hashable, Sendable, CaseIterable {
    case none = "NONE"
    case allOld = "ALL_OLD"
}

/// Whether a write reports the size of the item collection (tables with local indexes).
public enum ReturnItemCollectionMetrics: String, Hashable, Sendable, CaseIterable {
    case none = "NONE"
    case size = "SIZE"
}

/// What a Query or Scan returns of the items.
public enum Select: String, Hashable, Sendable, CaseIterable {
    case allAttributes = "ALL_ATTRIBUTES"
    case allProjectedAttributes = "ALL_PROJECTED_ATTRIBUTES"
    case specificAttributes = "SPECIFIC_ATTRIBUTES"
    /// No items, only their number.
    case count = "COUNT"
}
