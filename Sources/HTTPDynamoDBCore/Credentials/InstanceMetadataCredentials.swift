import Foundation
import Synchronization

/// Credentials of the role of the EC2 instance that this process runs on, from its metadata service, version 2.
///
/// When the service cannot give new credentials, those it gave last stay in use for another 10 to 15 minutes, even if
/// they have expired: AWS accepts them while its own systems are at fault ("static stability" in the AWS SDKs).
///
/// `AWS_EC2_METADATA_DISABLED`, `AWS_EC2_METADATA_SERVICE_ENDPOINT` and `AWS_EC2_METADATA_SERVICE_ENDPOINT_MODE`
/// (`ipv4`, `ipv6`) are heeded.
public final class InstanceMetadataCredentials: CredentialsProvider {
    private let host: HostEnvironment
    private let metadata: InstanceMetadata
    /// Those that were given last.
    private let latest = Mutex<AWSCredentials?>(nil)

    /// - Parameter profile: of the shared files, whose settings for the service count behind the variables.
    public convenience init(profile: String? = nil, transport: any HTTPTransport) {
        self.init(.process, transport, profile: profile)
    }

    init(_ host: HostEnvironment, _ transport: any HTTPTransport, profile: String? = nil) {
        self.host = host
        metadata = InstanceMetadata(host, transport, profile: profile)
    }

    public func credentials() async throws(CredentialsError) -> AWSCredentials {
        do {
            let credentials = extended(try await metadata.credentials())
            latest.withLock { $0 = credentials }
            return credentials
        } catch {
            if error.reason != .cancelled, let credentials = latest.withLock({ $0 }) { return extended(credentials) }
            throw CredentialsError("instance metadata", error)
        }
    }

    /// The region of the instance. `AWSSettings.load` does not ask for it.
    /// - Throws: `CredentialsError`
    public func region() async throws(CredentialsError) -> String {
        do {
            return try await metadata.region()
        } catch {
            throw CredentialsError("instance metadata", error)
        }
    }

    /// Credentials that end within the next five minutes, or have ended, get another end: five to ten minutes from now
    /// a cache asks again.
    private func extended(_ credentials: AWSCredentials) -> AWSCredentials {
        let now = host.now()
        let window = CachedCredentials.advisoryWindow
        guard let expiration = credentials.expiration, expiration <= now + window else { return credentials }
        var credentials = credentials
        credentials.expiration = now + window + 300 + 300 * host.random()
        return credentials
    }
}
