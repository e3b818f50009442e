/// Credentials as a profile of the shared files has them: keys, a role on top of another profile or source, a web
/// identity, or a command.
///
/// The files are read each time. Profiles of IAM Identity Center (SSO) and `aws login` are not supported by themselves:
/// `credential_process` can bring in the AWS CLI, and the error says how.
public struct ProfileCredentials: CredentialsProvider {
    let host: HostEnvironment
    let transport: any HTTPTransport
    private let profile: String?
    private let region: String?
    /// For `credential_source`; it remembers what it gave.
    let instance: InstanceMetadataCredentials

    /// - Parameters:
    ///   - profile: its name; else it is `AWS_PROFILE`, or `default`.
    ///   - region: where STS is asked for roles; else it is that of the variables or the profile.
    public init(_ profile: String? = nil, region: String? = nil, transport: any HTTPTransport) {
        self.init(.process, transport, profile: profile, region: region)
    }

    init(_ host: HostEnvironment, _ transport: any HTTPTransport, profile: String?, region: String?) {
        self.host = host
        self.transport = transport
        self.profile = profile
        self.region = region
        instance = InstanceMetadataCredentials(host, transport, profile: profile)
    }

    public func credentials() async throws(CredentialsError) -> AWSCredentials {
        let name = profile ?? host[variable: "AWS_PROFILE"] ?? "default"
        do {
            let lookup = try SourceFailure.catching { () throws(ConfigurationError) in
                try SettingLookup(host, profile: profile)
            }
            return try await fetch(lookup)
        } catch {
            throw CredentialsError("profile '\(name)'", error)
        }
    }

    private func fetch(_ lookup: SettingLookup) async throws(SourceFailure) -> AWSCredentials {
        guard lookup.profile != nil else {
            let message = lookup.files.missing(lookup.profileName)
            throw lookup.isProfileChosen ? .failed(message) : .notFound(message)
        }
        let chain = try ProfileChain(lookup)
        var credentials = try await base(chain.base, lookup)
        for role in chain.roles {
            credentials = try await service(lookup).assume(role, with: credentials)
        }
        return credentials
    }

    private func base(_ base: ProfileChain.Base, _ lookup: SettingLookup) async throws(SourceFailure) -> AWSCredentials
    {
        switch base {
        case .keys(let credentials):
            return credentials
        case .webIdentity(let role, let tokenFile):
            let token = try WebIdentityCredentials.token(tokenFile.value, tokenFile.origin, host)
            return try await service(lookup).assume(role, webIdentityToken: token)
        case .command(let line, let accountID):
            return try await credentials(ofCommand: line, accountID: accountID)
        case .source(let source, let origin):
            return try await credentials(of: source, origin)
        }
    }

    private func service(_ lookup: SettingLookup) throws(SourceFailure) -> SecurityTokenService {
        try SourceFailure.catching { () throws(ConfigurationError) in
            try SecurityTokenService(lookup, transport, region: region)
        }
    }

    private func credentials(
        of source: ProfileChain.NamedSource, _ origin: String
    ) async throws(SourceFailure) -> AWSCredentials {
        let provider: any CredentialsProvider =
            switch source {
            case .environment: EnvironmentCredentials(host)
            case .container: ContainerCredentials(host, transport)
            case .instance: instance
            }
        do {
            return try await provider.credentials()
        } catch {
            guard error.reason != .cancelled else { throw .cancelled }
            throw .failed("\(origin): credential_source: \(error.attempts.map(\.reason).joined(separator: "; "))")
        }
    }
}
