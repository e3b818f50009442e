/// An HTTP request as an `HTTPTransport` sends it.
///
/// The transport adds `Host` (`host`), `Content-Length` and what concerns the connection, and nothing else.
public struct TransportRequest: Sendable {
    public enum Method: String, Sendable {
        case get = "GET"
        case post = "POST"
        case put = "PUT"
    }

    /// A field of a request or a response.
    public struct Header: Hashable, Sendable {
        public var name: String
        public var value: String

        public init(_ name: String, _ value: String) {
            self.name = name
            self.value = value
        }
    }

    public var method: Method
    public var endpoint: HTTPEndpoint
    /// The path and what follows it, percent-encoded: `/latest/meta-data/?a=b`.
    public var path: String
    public var headers: [Header]
    public var body: [UInt8]

    public init(
        _ method: Method, _ endpoint: HTTPEndpoint, path: String = "/", headers: [Header] = [], body: [UInt8] = []
    ) {
        self.method = method
        self.endpoint = endpoint
        self.path = path
        self.headers = headers
        self.body = body
    }
}
