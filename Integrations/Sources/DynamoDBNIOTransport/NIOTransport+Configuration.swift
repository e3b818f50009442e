public import NIOSSL

extension NIOTransport {
    /// Bounds, times and trust.
    public struct Configuration: Sendable {
        /// The most connections to one endpoint. Requests beyond it wait, in their order.
        public var maximumConnections = 64
        /// How long a connection may take to be there, with its encryption. It counts within a request's own time.
        public var connectTimeout: Duration = .seconds(5)
        /// How long a connection stays open without a request. Load balancers commonly close after 60 seconds: the one who closes first should
        /// be the client, or a request now and then meets a connection that is just being closed.
        public var idleTimeout: Duration = .seconds(50)
        /// After what age a connection gets no further request, so that changes of DNS are followed; `nil` for no such bound.
        public var maximumLifetime: Duration?
        /// The largest body of a response in bytes, as sent and decompressed.
        public var maximumBodySize = 64 * 1024 * 1024
        /// Whose certificates are trusted. Certificates and host names are always verified, from TLS 1.2 on.
        public var trustRoots: NIOSSLTrustRoots = .default

        /// The defaults.
        public init() {}
    }
}
