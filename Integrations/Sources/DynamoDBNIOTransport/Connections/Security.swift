import NIOCore
import NIOSSL
import Synchronization

/// The rules of encryption: TLS 1.2 at least, certificates and host names verified.
final class Security: Sendable {
    private let trustRoots: NIOSSLTrustRoots
    private let made = Mutex<NIOSSLContext?>(nil)

    init(trustRoots: NIOSSLTrustRoots) {
        self.trustRoots = trustRoots
    }

    /// Made once, since it reads the trust roots of the system, and not before somebody needs it.
    func context() throws -> NIOSSLContext {
        try made.withLock { made in
            if let made { return made }
            var configuration = TLSConfiguration.makeClientConfiguration()
            configuration.minimumTLSVersion = .tlsv12
            configuration.certificateVerification = .fullVerification
            configuration.trustRoots = trustRoots
            configuration.applicationProtocols = ["http/1.1"]
            // How long a closed connection waits for the other side's farewell.
            configuration.shutdownTimeout = .seconds(1)
            let context = try NIOSSLContext(configuration: configuration)
            made = context
            return context
        }
    }
}
