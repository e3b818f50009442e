/// Which of the endpoints of a region requests go to.
public struct EndpointSettings: Hashable, Sendable {
    /// Whether endpoints by account, `111122223333.ddb.eu-central-1.amazonaws.com`, are used. They are answered closer
    /// to the data.
    public enum AccountIDMode: String, Hashable, Sendable, CaseIterable {
        /// Where the account is known and the region has them.
        case preferred
        /// Only those: else requests fail.
        case required
        /// Never.
        case disabled
    }

    /// An endpoint that all requests to DynamoDB go to, instead of the one that follows from the region.
    public var endpoint: HTTPEndpoint?
    /// The same for DynamoDB Streams.
    public var streamsEndpoint: HTTPEndpoint?
    /// Endpoints with cryptography that is validated by FIPS 140-3.
    public var usesFIPS: Bool
    /// Endpoints with IPv6 addresses too.
    public var usesDualStack: Bool
    public var accountIDMode: AccountIDMode

    /// Settings of one endpoint for DynamoDB and its streams, or of the region's own.
    public init(
        endpoint: HTTPEndpoint? = nil, usesFIPS: Bool = false, usesDualStack: Bool = false,
        accountIDMode: AccountIDMode = .preferred
    ) {
        self.endpoint = endpoint
        self.streamsEndpoint = endpoint
        self.usesFIPS = usesFIPS
        self.usesDualStack = usesDualStack
        self.accountIDMode = accountIDMode
    }

    /// - Parameter endpoint: one from the code, which counts instead of all that is configured.
    init(_ lookup: SettingLookup, endpoint: HTTPEndpoint?) throws(ConfigurationError) {
        self.init(
            endpoint: endpoint, usesFIPS: try lookup.usesFIPS, usesDualStack: try lookup.usesDualStack,
            accountIDMode: try lookup.setting("AWS_ACCOUNT_ID_ENDPOINT_MODE", "account_id_endpoint_mode")?.choice()
                ?? .preferred)
        if endpoint == nil {
            self.endpoint = try lookup.endpoint(of: "dynamodb")
            streamsEndpoint = try lookup.endpoint(of: "dynamodb_streams")
        }
    }
}

extension SettingLookup {
    var usesFIPS: Bool {
        get throws(ConfigurationError) { try setting("AWS_USE_FIPS_ENDPOINT", "use_fips_endpoint")?.bool() ?? false }
    }

    var usesDualStack: Bool {
        get throws(ConfigurationError) {
            try setting("AWS_USE_DUALSTACK_ENDPOINT", "use_dualstack_endpoint")?.bool() ?? false
        }
    }
}
