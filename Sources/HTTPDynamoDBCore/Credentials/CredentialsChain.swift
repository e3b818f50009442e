/// Several sources, asked in their order until one has credentials.
///
/// Only a source that is not there (`CredentialsError.Reason.notFound`) lets the next one have a turn: one that is set
/// up and broken ends the search, so that nobody works with credentials other than those that were meant.
public struct CredentialsChain: CredentialsProvider {
    private let sources: [any CredentialsProvider]

    public init(_ sources: [any CredentialsProvider]) { self.sources = sources }

    public func credentials() async throws(CredentialsError) -> AWSCredentials {
        var attempts: [CredentialsError.Attempt] = []
        for source in sources {
            do {
                return try await source.credentials()
            } catch {
                attempts += error.attempts
                guard error.reason == .notFound else { throw CredentialsError(attempts, reason: error.reason) }
            }
        }
        throw CredentialsError(attempts, reason: .notFound)
    }

    public func invalidate(_ credentials: AWSCredentials) {
        for source in sources { source.invalidate(credentials) }
    }
}

extension CredentialsProvider where Self == CachedCredentials {
    /// The sources that all AWS SDKs ask: variables, web identity, profile, container, EC2 instance; cached.
    ///
    /// ```swift
    /// let credentials: any CredentialsProvider = .standard(profile: "staging", transport: transport)
    /// ```
    /// - Parameters:
    ///   - profile: its name. If it is given, the variables are not asked; else it is `AWS_PROFILE`, or `default`.
    ///   - region: where STS is asked for roles; else it is that of the variables or the profile.
    public static func standard(
        profile: String? = nil, region: String? = nil, transport: any HTTPTransport
    ) -> CachedCredentials {
        let host = HostEnvironment.process
        return CachedCredentials(
            CredentialsChain.standard(host, transport, profile: profile, region: region), now: host.now)
    }
}

extension CredentialsChain {
    static func standard(
        _ host: HostEnvironment, _ transport: any HTTPTransport, profile: String?, region: String?
    ) -> CredentialsChain {
        let variables: [any CredentialsProvider] =
            profile == nil
            ? [EnvironmentCredentials(host), WebIdentityCredentials(host, transport, region: region)] : []
        return CredentialsChain(
            variables + [
                ProfileCredentials(host, transport, profile: profile, region: region),
                ContainerCredentials(host, transport),
                InstanceMetadataCredentials(host, transport, profile: profile),
            ])
    }
}
