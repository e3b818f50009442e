/// What a request consumed of a table's capacity. Units: one read unit is 4 KB read strongly, one write unit 1 KB written.
public struct ConsumedCapacity: Hashable, Sendable {
    /// Read and write units; in most answers only their sum is given.
    public struct Units: Hashable, Sendable {
        public var total: Double
        public var read: Double?
        public var write: Double?

        public init(total: Double, read: Double? = nil, write: Double? = nil) {
            self.total = total
            self.read = read
            self.write = write
        }
    }

    public var tableName: String
    public var units: Units
    /// The table's own part, with `ReturnConsumedCapacity.indexes`.
    public var table: Units?
    public var localIndexes: [String: Units]
    public var globalIndexes: [String: Units]

    public init(
        tableName: String, units: Units, table: Units? = nil, localIndexes: [String: Units] = [:],
        globalIndexes: [String: Units] = [:]
    ) {
        self.tableName = tableName
        self.units = units
        self.table = table
        self.localIndexes = localIndexes
        self.globalIndexes = globalIndexes
    }
}

/// The size of the item collection that a write touched: an estimate between two bounds, in gigabytes.
public struct ItemCollectionMetrics: Hashable, Sendable {
    /// The partition key of the collection.
    public var key: EncodedItem
    public var sizeEstimate: ClosedRange<Double>

    public init(key: EncodedItem, sizeEstimate: ClosedRange<Double>) {
        self.key = key
        self.sizeEstimate = sizeEstimate
    }
}
