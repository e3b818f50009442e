/// Where credentials come from.
///
/// A provider is asked for every request, so it keeps what it has as long as that is good; `CachedCredentials` does so
/// for any source.
public protocol CredentialsProvider: Sendable {
    /// Credentials that are valid now.
    /// - Throws: `CredentialsError`, which names what was tried.
    func credentials() async throws(CredentialsError) -> AWSCredentials
    /// The service said that these credentials are no longer valid, so others are wanted next time.
    func invalidate(_ credentials: AWSCredentials)
}

extension CredentialsProvider {
    public func invalidate(_ credentials: AWSCredentials) {}
}

/// The same credentials always.
public struct StaticCredentials: CredentialsProvider {
    private let value: AWSCredentials

    public init(_ credentials: AWSCredentials) {
        value = credentials
    }

    public func credentials() async throws(CredentialsError) -> AWSCredentials { value }
}
