/// What the environment and the shared files of AWS say about a client: region, endpoints, retries.
///
/// ```swift
/// let settings = try AWSSettings.load(profile: "staging")
/// ```
public struct AWSSettings: Hashable, Sendable {
    /// How failed requests are repeated. This library does as `standard` says, whatever is set: `legacy` is what SDKs
    /// did before, and `adaptive` adds a limit of the request rate that AWS calls experimental.
    public enum RetryMode: String, Hashable, Sendable, CaseIterable {
        case standard, adaptive, legacy
    }

    /// The profile that was read, which need not be there if it is `default`.
    public var profile: String
    public var region: String
    public var endpoints: EndpointSettings
    /// How many times a request is sent at most, the first included; `nil`: the executor's own number.
    public var maxAttempts: Int?
    public var retryMode: RetryMode

    public init(
        profile: String = "default", region: String, endpoints: EndpointSettings = EndpointSettings(),
        maxAttempts: Int? = nil,
        retryMode: RetryMode = .standard
    ) {
        self.profile = profile
        self.region = region
        self.endpoints = endpoints
        self.maxAttempts = maxAttempts
        self.retryMode = retryMode
    }

    /// Reads the variables and files of this process, which takes about a millisecond. What is given here counts before
    /// variables, and these before files; `docs/Credentials.md` lists them.
    ///
    /// Nothing is asked over the network. On EC2, `InstanceMetadataCredentials.region()` gives the region of the
    /// instance.
    /// - Throws: `ConfigurationError` if there is no region, the profile is not there, or a setting makes no sense; it
    ///   names the variable, or file and line.
    public static func load(
        profile: String? = nil, region: String? = nil, endpoint: HTTPEndpoint? = nil
    ) throws(ConfigurationError) -> AWSSettings {
        try load(profile: profile, region: region, endpoint: endpoint, from: .process)
    }

    static func load(
        profile: String? = nil, region: String? = nil, endpoint: HTTPEndpoint? = nil, from host: HostEnvironment
    ) throws(ConfigurationError) -> AWSSettings {
        let lookup = try SettingLookup(host, profile: profile)
        guard lookup.profile != nil || !lookup.isProfileChosen else {
            throw ConfigurationError(lookup.files.missing(lookup.profileName))
        }
        return AWSSettings(
            profile: lookup.profileName, region: try lookup.region(region),
            endpoints: try EndpointSettings(lookup, endpoint: endpoint),
            maxAttempts: try lookup.setting("AWS_MAX_ATTEMPTS", "max_attempts")?.int(in: 1...1000),
            retryMode: try lookup.setting("AWS_RETRY_MODE", "retry_mode")?.choice() ?? .standard)
    }
}

extension SettingLookup {
    /// The region: the given one, `AWS_REGION`, `AWS_DEFAULT_REGION`, or that of the profile.
    func region(_ given: String?) throws(ConfigurationError) -> String {
        if let given { return try Region.checked(given, from: "region") }
        guard let found = setting("AWS_REGION", nil) ?? setting("AWS_DEFAULT_REGION", "region") else {
            throw ConfigurationError(
                "there is no region: give one, set AWS_REGION, or put 'region = …' into the profile '\(profileName)' in "
                    + files.paths.joined(separator: " or "))
        }
        return try Region.checked(found.text, from: found.origin)
    }
}
