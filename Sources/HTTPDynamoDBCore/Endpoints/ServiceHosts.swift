/// The host names that a service has in a region.
struct ServiceHosts: Hashable, Sendable {
    /// What `EndpointResolver` knows: the service itself, and its change streams.
    enum Service: Int, Hashable, Sendable, CaseIterable { case dynamoDB, streams }

    /// The host for any account.
    let regional: String
    /// What follows the account's number and a dot in the host for one account; `nil` where there are none.
    let accountSuffix: String?

    /// By the rules that AWS publishes for its SDKs (botocore 1.44.5, `endpoint-rule-set-1.json` of `dynamodb` and
    /// `dynamodbstreams`).
    init(_ service: Service, region: String, usesFIPS: Bool, usesDualStack: Bool) {
        let partition = Partition(ofRegion: region)
        let suffix = "\(region).\(usesDualStack ? partition.dualStackSuffix : partition.suffix)"
        // In GovCloud the usual endpoints are FIPS endpoints, except those with IPv6.
        let fips = usesFIPS && (usesDualStack || partition.name != "aws-us-gov") ? "-fips" : ""
        switch service {
        case .dynamoDB:
            regional = "dynamodb\(fips).\(suffix)"
            let hasAccounts = partition.name == "aws" || Self.otherRegionsWithAccounts.contains(region)
            accountSuffix = hasAccounts && !usesFIPS ? "ddb.\(suffix)" : nil
        case .streams:
            regional = usesDualStack ? "streams-dynamodb\(fips).\(suffix)" : "streams.dynamodb\(fips).\(suffix)"
            let hasAccounts = ["aws", "aws-cn", "aws-us-gov"].contains(partition.name)
            let isException = ["me-central-1", "me-south-1"].contains(region)
            accountSuffix = hasAccounts && !isException ? "streams-ddb\(usesFIPS ? "-fips" : "").\(suffix)" : nil
        }
    }

    private static let otherRegionsWithAccounts = ["us-gov-east-1", "us-gov-west-1", "cn-north-1", "cn-northwest-1"]
}
