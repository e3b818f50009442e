/// The type of a key attribute.
public enum ScalarType: String, Hashable, Sendable, CaseIterable {
    case string = "S"
    case number = "N"
    case binary = "B"
}

/// Which attributes an index holds besides its keys and the table's.
public enum Projection: Hashable, Sendable {
    case all
    case keysOnly
    /// The named attributes, up to 100 over all indexes of a table.
    case include([String])
}

/// The key attributes of a table or an index: one partition and at most one sort attribute, up to four each in a global index.
public struct KeySchema: Hashable, Sendable {
    public var partition: [String]
    public var sort: [String]

    public init(partition: [String], sort: [String] = []) {
        self.partition = partition
        self.sort = sort
    }

    /// All names, partition first.
    public var names: [String] { partition + sort }
}

/// A secondary index, as a table is created with it.
public struct IndexDescription: Hashable, Sendable {
    public var name: String
    public var keys: KeySchema
    public var projection: Projection
    /// Local: shares the table's partition key and is created with the table.
    public var isLocal: Bool
    /// The capacity of a global index of a provisioned table; the table's own where `nil`.
    public var throughput: ProvisionedThroughput?
    /// Global indexes of on-demand tables only.
    public var onDemandThroughput: OnDemandThroughput?
    /// Global indexes only.
    public var warmThroughput: WarmThroughput?

    public init(
        name: String, keys: KeySchema, projection: Projection = .all, isLocal: Bool = false,
        throughput: ProvisionedThroughput? = nil
    ) {
        self.name = name
        self.keys = keys
        self.projection = projection
        self.isLocal = isLocal
        self.throughput = throughput
    }
}

/// Provisioned capacity: read and write units per second, from 1.
public struct ProvisionedThroughput: Hashable, Sendable {
    public var read: Int
    public var write: Int

    public init(read: Int, write: Int) {
        self.read = read
        self.write = write
    }
}

/// How a table is paid for.
public enum BillingMode: Hashable, Sendable {
    case onDemand
    /// Read and write capacity units per second, from 1.
    case provisioned(read: Int, write: Int)
}

/// What a table's stream holds of each change.
public enum StreamViewType: String, Hashable, Sendable, CaseIterable {
    case keysOnly = "KEYS_ONLY"
    case newImage = "NEW_IMAGE"
    case oldImage = "OLD_IMAGE"
    case newAndOldImages = "NEW_AND_OLD_IMAGES"
}

/// Creates a table.
public struct CreateTableRequest: Hashable, Sendable {
    public var tableName: String
    public var keys: KeySchema
    /// The types of all key attributes of the table and its indexes, and of nothing else.
    public var attributeTypes: [String: ScalarType]
    public var indexes: [IndexDescription] = []
    public var billingMode = BillingMode.onDemand
    public var onDemandThroughput: OnDemandThroughput?
    public var warmThroughput: WarmThroughput?
    public var stream: StreamViewType?
    public var encryption: ServerSideEncryption?
    public var tableClass: TableClass?
    public var deletionProtection = false
    /// The JSON text of a policy that says who may use the table.
    public var resourcePolicy: String?
    /// Names and values for the bill and for access rules, up to 50.
    public var tags: [String: String] = [:]

    public init(tableName: String, keys: KeySchema, attributeTypes: [String: ScalarType]) {
        self.tableName = tableName
        self.keys = keys
        self.attributeTypes = attributeTypes
    }
}

/// Describes a table.
public struct DescribeTableRequest: Hashable, Sendable {
    public var tableName: String

    public init(tableName: String) {
        self.tableName = tableName
    }
}

/// Deletes a table with all its items.
public struct DeleteTableRequest: Hashable, Sendable {
    public var tableName: String

    public init(tableName: String) {
        self.tableName = tableName
    }
}

/// Lists the names of tables, in order, up to 100 at a time.
public struct ListTablesRequest: Hashable, Sendable {
    public var exclusiveStartTableName: String?
    public var limit: Int?

    public init(exclusiveStartTableName: String? = nil, limit: Int? = nil) {
        self.exclusiveStartTableName = exclusiveStartTableName
        self.limit = limit
    }
}

/// Names the attribute that holds the time after which an item expires, or turns expiry off.
public struct UpdateTimeToLiveRequest: Hashable, Sendable {
    public var tableName: String
    public var attributeName: String
    public var enabled: Bool

    public init(tableName: String, attributeName: String, enabled: Bool = true) {
        self.tableName = tableName
        self.attributeName = attributeName
        self.enabled = enabled
    }
}

/// Asks for a table's time to live setting.
public struct DescribeTimeToLiveRequest: Hashable, Sendable {
    public var tableName: String

    public init(tableName: String) {
        self.tableName = tableName
    }
}

/// Turns point-in-time recovery on or off.
public struct UpdateContinuousBackupsRequest: Hashable, Sendable {
    public var tableName: String
    public var pointInTimeRecovery: Bool
    /// For how many days back, from 1 to 35, which is also what counts where it is `nil`.
    public var recoveryPeriodInDays: Int?

    public init(tableName: String, pointInTimeRecovery: Bool, recoveryPeriodInDays: Int? = nil) {
        self.tableName = tableName
        self.pointInTimeRecovery = pointInTimeRecovery
        self.recoveryPeriodInDays = recoveryPeriodInDays
    }
}

/// Asks for a table's point-in-time recovery.
public struct DescribeContinuousBackupsRequest: Hashable, Sendable {
    public var tableName: String

    public init(tableName: String) {
        self.tableName = tableName
    }
}
