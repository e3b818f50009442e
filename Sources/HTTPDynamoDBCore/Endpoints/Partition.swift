/// A group of regions with names, accounts and host names of its own.
struct Partition: Hashable, Sendable {
    let name: String
    /// How the names of its regions begin.
    private let prefix: String
    /// What hosts end with, `amazonaws.com`.
    let suffix: String
    /// What hosts end with that have IPv6 addresses too, `api.aws`.
    let dualStackSuffix: String

    /// The partition of a region. What no other has is in `aws`, so that new regions need no new release.
    init(ofRegion region: String) {
        self = Self.others.first { region.hasPrefix($0.prefix) } ?? Self.aws
    }

    private init(_ name: String, _ prefix: String, _ suffix: String, _ dualStackSuffix: String) {
        self.name = name
        self.prefix = prefix
        self.suffix = suffix
        self.dualStackSuffix = dualStackSuffix
    }

    private static let aws = Partition("aws", "", "amazonaws.com", "api.aws")

    /// As in `partitions.json` of the AWS SDKs (botocore 1.44.5).
    private static let others = [
        Partition("aws-cn", "cn-", "amazonaws.com.cn", "api.amazonwebservices.com.cn"),
        Partition("aws-us-gov", "us-gov-", "amazonaws.com", "api.aws"),
        Partition("aws-eusc", "eusc-", "amazonaws.eu", "api.amazonwebservices.eu"),
        Partition("aws-iso", "us-iso-", "c2s.ic.gov", "api.aws.ic.gov"),
        Partition("aws-iso-b", "us-isob-", "sc2s.sgov.gov", "api.aws.scloud"),
        Partition("aws-iso-e", "eu-isoe-", "cloud.adc-e.uk", "api.cloud-aws.adc-e.uk"),
        Partition("aws-iso-f", "us-isof-", "csp.hci.ic.gov", "api.aws.hci.ic.gov"),
    ]
}
