/// Changes a table: its capacity, its indexes, or one of its settings. Most changes must be the only ones in their request.
public struct UpdateTableRequest: Hashable, Sendable {
    /// Turns the table's stream on or off.
    public enum StreamChange: Hashable, Sendable {
        case on(StreamViewType)
        case off
    }

    /// A change of a global index. A request may add or remove one index, or change any number of them.
    public enum IndexChange: Hashable, Sendable {
        /// Adds an index and fills it with the items that are there.
        case create(IndexDescription)
        case update(IndexUpdate)
        case delete(String)
    }

    /// Other capacity for an index.
    public struct IndexUpdate: Hashable, Sendable {
        public var name: String
        public var throughput: ProvisionedThroughput?
        public var onDemandThroughput: OnDemandThroughput?
        public var warmThroughput: WarmThroughput?

        public init(
            name: String, throughput: ProvisionedThroughput? = nil, onDemandThroughput: OnDemandThroughput? = nil,
            warmThroughput: WarmThroughput? = nil
        ) {
            self.name = name
            self.throughput = throughput
            self.onDemandThroughput = onDemandThroughput
            self.warmThroughput = warmThroughput
        }
    }

    public var tableName: String
    /// The types of the key attributes of an index that is added. The types of other attributes stay what they are.
    public var attributeTypes: [String: ScalarType] = [:]
    /// How the table is paid for from now on. A table that becomes provisioned needs an update with a capacity for each global index, too.
    public var billingMode: BillingMode?
    /// Other capacity for a table that stays provisioned.
    public var throughput: ProvisionedThroughput?
    public var onDemandThroughput: OnDemandThroughput?
    public var warmThroughput: WarmThroughput?
    public var indexChanges: [IndexChange] = []
    public var stream: StreamChange?
    public var encryption: ServerSideEncryption?
    public var tableClass: TableClass?
    public var deletionProtection: Bool?

    public init(tableName: String) {
        self.tableName = tableName
    }
}
