/// Credentials in variables: `AWS_ACCESS_KEY_ID`, `AWS_SECRET_ACCESS_KEY`, `AWS_SESSION_TOKEN`, `AWS_ACCOUNT_ID`.
public struct EnvironmentCredentials: CredentialsProvider {
    private let host: HostEnvironment

    public init() { self.init(.process) }

    init(_ host: HostEnvironment) { self.host = host }

    public func credentials() async throws(CredentialsError) -> AWSCredentials {
        do {
            return try read()
        } catch {
            throw CredentialsError("environment", error)
        }
    }

    private func read() throws(SourceFailure) -> AWSCredentials {
        let names = (
            accessKeyID: "AWS_ACCESS_KEY_ID", secretAccessKey: "AWS_SECRET_ACCESS_KEY",
            sessionToken: "AWS_SESSION_TOKEN"
        )
        // Secrets that were mounted from files often end with a line feed.
        let key = host[variable: names.accessKeyID]?.withoutOuterWhitespace
        let secret = host[variable: names.secretAccessKey]?.withoutOuterWhitespace
        guard key != nil || secret != nil else { throw .notFound("AWS_ACCESS_KEY_ID is not set") }
        return try AWSCredentials(
            checking: key, secret, sessionToken: host[variable: names.sessionToken]?.withoutOuterWhitespace,
            accountID: host[variable: "AWS_ACCOUNT_ID"]?.withoutOuterWhitespace, names: names)
    }
}

extension String {
    /// Without white space and line ends at both ends.
    var withoutOuterWhitespace: String {
        let start = drop { $0.isWhitespace }
        guard let end = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
        return String(start[...end])
    }
}
