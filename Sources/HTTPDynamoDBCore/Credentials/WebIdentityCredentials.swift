/// Credentials of a role for a token that an identity provider put into a file, as in EKS with roles for service
/// accounts.
///
/// `AWS_WEB_IDENTITY_TOKEN_FILE` names the file, which is read each time; `AWS_ROLE_ARN` the role;
/// `AWS_ROLE_SESSION_NAME` may name the session.
public struct WebIdentityCredentials: CredentialsProvider {
    private let host: HostEnvironment
    private let transport: any HTTPTransport
    private let region: String?

    /// - Parameter region: where STS is asked; else it is that of the variables or the profile.
    public init(region: String? = nil, transport: any HTTPTransport) { self.init(.process, transport, region: region) }

    init(_ host: HostEnvironment, _ transport: any HTTPTransport, region: String?) {
        self.host = host
        self.transport = transport
        self.region = region
    }

    public func credentials() async throws(CredentialsError) -> AWSCredentials {
        do {
            return try await fetch()
        } catch {
            throw CredentialsError("web identity", error)
        }
    }

    private func fetch() async throws(SourceFailure) -> AWSCredentials {
        guard let path = host[variable: "AWS_WEB_IDENTITY_TOKEN_FILE"] else {
            throw .notFound("AWS_WEB_IDENTITY_TOKEN_FILE is not set")
        }
        guard let arn = host[variable: "AWS_ROLE_ARN"] else {
            throw .failed("AWS_WEB_IDENTITY_TOKEN_FILE is set, and AWS_ROLE_ARN is not")
        }
        let service = try SourceFailure.catching { () throws(ConfigurationError) in
            try SecurityTokenService(try SettingLookup(host, profile: nil), transport, region: region)
        }
        let role = Role(arn: arn, sessionName: host[variable: "AWS_ROLE_SESSION_NAME"])
        return try await service.assume(
            role, webIdentityToken: try Self.token(path, "AWS_WEB_IDENTITY_TOKEN_FILE", host))
    }

    /// The token in a file.
    /// - Parameter origin: what names the file, for errors.
    static func token(_ path: String, _ origin: String, _ host: HostEnvironment) throws(SourceFailure) -> String {
        let text = try SourceFailure.catching { () throws(ConfigurationError) in try host.readFile(host.path(path)) }
        guard let text else { throw .failed("\(origin): there is no file \(path)") }
        let token = text.withoutOuterWhitespace
        guard !token.isEmpty else { throw .failed("\(origin): \(path) is empty") }
        return token
    }
}
