/// What carries HTTP requests to servers and their responses back: one on `URLSession` is here, one on SwiftNIO in `Integrations`.
///
/// A transport keeps connections open between requests, bounds their number, and lets those wait that find none free. It follows no
/// redirects and tries nothing twice: what may be repeated is known above it only.
public protocol HTTPTransport: Sendable {
    /// Sends a request and returns the response, of whatever status, with its whole body.
    ///
    /// When the task is cancelled, the connection is given up and `cancelled` is thrown.
    /// - Parameter timeout: how long all of it may take, waiting for a connection included. By then it has returned or thrown.
    /// - Throws: `TransportError`, which says whether the server may have got the request.
    func send(_ request: TransportRequest, timeout: Duration) async throws(TransportError) -> TransportResponse
}
