import NIOCore

/// What one client may ask of the server.
struct ConnectionLimits: Sendable {
    /// The largest body, as sent and unpacked, in bytes.
    var body = 16 * 1024 * 1024
    /// All headers of a request, in bytes.
    var headers = 64 * 1024
    /// How long a connection may be without a request.
    var idle = TimeAmount.minutes(5)
    /// How long a request may take to arrive from its head on, and an answer to be read.
    var request = TimeAmount.minutes(1)
}
