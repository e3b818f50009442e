/// Asks how much capacity the account, and each of its tables, may have.
public struct DescribeLimitsRequest: Hashable, Sendable {
    public init() {}
}

/// Asks where the service is to be found.
public struct DescribeEndpointsRequest: Hashable, Sendable {
    public init() {}
}

/// The answer to DescribeLimits, in capacity units per second.
public struct DescribeLimitsOutput: DynamoDBOutput {
    public var accountMaxReads: Int
    public var accountMaxWrites: Int
    public var tableMaxReads: Int
    public var tableMaxWrites: Int
    public var consumedCapacity: [ConsumedCapacity] { [] }

    public init(accountMaxReads: Int, accountMaxWrites: Int, tableMaxReads: Int, tableMaxWrites: Int) {
        self.accountMaxReads = accountMaxReads
        self.accountMaxWrites = accountMaxWrites
        self.tableMaxReads = tableMaxReads
        self.tableMaxWrites = tableMaxWrites
    }
}

/// The answer to DescribeEndpoints.
public struct DescribeEndpointsOutput: DynamoDBOutput {
    public struct Endpoint: Hashable, Sendable {
        /// Host and port, without a scheme.
        public var address: String
        /// For how long the address is good, in minutes.
        public var cachePeriod: Int

        public init(address: String, cachePeriod: Int) {
            self.address = address
            self.cachePeriod = cachePeriod
        }
    }

    public var endpoints: [Endpoint]
    public var consumedCapacity: [ConsumedCapacity] { [] }

    public init(endpoints: [Endpoint]) {
        self.endpoints = endpoints
    }
}
