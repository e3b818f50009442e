/// A table as the service describes it.
public struct TableDescription: Hashable, Sendable {
    public enum Status: String, Hashable, Sendable, CaseIterable {
        case creating = "CREATING"
        case updating = "UPDATING"
        case deleting = "DELETING"
        case active = "ACTIVE"
        /// The key that the table is encrypted with has not been at hand for more than seven days.
        case inaccessibleEncryptionCredentials = "INACCESSIBLE_ENCRYPTION_CREDENTIALS"
        case archiving = "ARCHIVING"
        case archived = "ARCHIVED"
    }

    /// A secondary index with what the service counts of it.
    public struct Index: Hashable, Sendable {
        public var description: IndexDescription
        public var arn: String?
        /// Global indexes only.
        public var status: Status?
        /// Whether an index that is being added is being filled already; `nil` for all others.
        public var isBackfilling: Bool?
        public var throughputHistory = ThroughputHistory()
        public var warmThroughputStatus: Status?
        public var itemCount: Int
        public var sizeInBytes: Int

        public init(
            description: IndexDescription, arn: String? = nil, status: Status? = nil, itemCount: Int = 0,
            sizeInBytes: Int = 0
        ) {
            self.description = description
            self.arn = arn
            self.status = status
            self.itemCount = itemCount
            self.sizeInBytes = sizeInBytes
        }
    }

    /// When the capacity of a table or an index was changed.
    public struct ThroughputHistory: Hashable, Sendable {
        public var lastIncrease: Date?
        public var lastDecrease: Date?
        /// By the calendar day of UTC.
        public var decreasesToday = 0

        public init() {}
    }

    /// The key that a table is encrypted with.
    public struct Encryption: Hashable, Sendable {
        /// `ENABLED`, `UPDATING` and the like.
        public var status: String
        public var type: String?
        public var keyARN: String?

        public init(status: String, type: String? = nil, keyARN: String? = nil) {
            self.status = status
            self.type = type
            self.keyARN = keyARN
        }
    }

    public var tableName: String
    public var arn: String?
    public var tableID: String?
    public var status: Status
    public var keys: KeySchema
    public var attributeTypes: [String: ScalarType]
    public var indexes: [Index] = []
    public var billingMode = BillingMode.onDemand
    /// When the table last became one that is paid for on demand.
    public var lastOnDemandDate: Date?
    public var throughputHistory = ThroughputHistory()
    public var onDemandThroughput: OnDemandThroughput?
    public var warmThroughput: WarmThroughput?
    public var warmThroughputStatus: Status?
    /// `nil` unless it has ever been set.
    public var tableClass: TableClass?
    /// When the class was last changed.
    public var tableClassDate: Date?
    /// `nil` while the key is the service's own.
    public var encryption: Encryption?
    public var stream: StreamViewType?
    public var streamARN: String?
    /// ISO 8601 text without zone, which names the stream.
    public var streamLabel: String?
    public var deletionProtection = false
    public var creationDate: Date
    public var itemCount = 0
    public var sizeInBytes = 0

    public init(
        tableName: String, status: Status, keys: KeySchema, attributeTypes: [String: ScalarType], creationDate: Date
    ) {
        self.tableName = tableName
        self.status = status
        self.keys = keys
        self.attributeTypes = attributeTypes
        self.creationDate = creationDate
    }
}

/// The answer to CreateTable, DescribeTable, UpdateTable and DeleteTable.
public struct TableOutput: DynamoDBOutput {
    public var table: TableDescription
    public var consumedCapacity: [ConsumedCapacity] { [] }

    public init(table: TableDescription) {
        self.table = table
    }
}

/// The answer to ListTables.
public struct ListTablesOutput: DynamoDBOutput {
    public var tableNames: [String]
    public var lastEvaluatedTableName: String?
    public var consumedCapacity: [ConsumedCapacity] { [] }

    public init(tableNames: [String], lastEvaluatedTableName: String? = nil) {
        self.tableNames = tableNames
        self.lastEvaluatedTableName = lastEvaluatedTableName
    }
}

/// The answer to UpdateTimeToLive and DescribeTimeToLive.
public struct TimeToLiveOutput: DynamoDBOutput {
    public enum Status: String, Hashable, Sendable, CaseIterable {
        case enabling = "ENABLING"
        case disabling = "DISABLING"
        case enabled = "ENABLED"
        case disabled = "DISABLED"
    }

    public var attributeName: String?
    public var status: Status
    public var consumedCapacity: [ConsumedCapacity] { [] }

    public init(attributeName: String?, status: Status) {
        self.attributeName = attributeName
        self.status = status
    }
}

/// The answer to UpdateContinuousBackups and DescribeContinuousBackups.
public struct ContinuousBackupsOutput: DynamoDBOutput {
    public var pointInTimeRecovery: Bool
    /// How many days back; only while it is turned on, as what follows.
    public var recoveryPeriodInDays: Int?
    public var earliestRestorableDate: Date?
    public var latestRestorableDate: Date?
    public var consumedCapacity: [ConsumedCapacity] { [] }

    public init(pointInTimeRecovery: Bool) {
        self.pointInTimeRecovery = pointInTimeRecovery
    }
}
