/// Why an `HTTPTransport` has no response.
public struct TransportError: Error, Hashable, Sendable {
    public enum Reason: Hashable, Sendable {
        /// The request cannot be sent as it is, by anybody: a header or the path has characters that have no place there.
        case invalidRequest
        /// There is no connection: the name is unknown, the server refuses, its certificate is not trusted.
        case unreachable
        /// The connection ended before the response did.
        case connectionLost
        /// The time was over.
        case timedOut
        /// The task was cancelled.
        case cancelled
        /// What came is no HTTP, or has a body that cannot be decompressed.
        case malformedResponse
        /// The body is larger than the transport takes.
        case responseTooLarge
    }

    public var reason: Reason
    /// What happened, in the words of whoever noticed it, without secrets.
    public var message: String
    /// Whether the server may have got the request. Only where this is false it was certainly not carried out.
    public var mayHaveBeenSent: Bool

    public init(_ reason: Reason, _ message: String, mayHaveBeenSent: Bool) {
        self.reason = reason
        self.message = message
        self.mayHaveBeenSent = mayHaveBeenSent
    }
}

extension TransportError: CustomStringConvertible {
    public var description: String { message }
}
