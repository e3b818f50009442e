import Foundation
public import HTTPDynamoDBCore
import Synchronization

#if canImport(FoundationNetworking)
import FoundationNetworking
#endif

/// The transport that needs nothing but Foundation. On Linux it costs many times the CPU of the one on SwiftNIO in `Integrations`, also
/// while it waits: Foundation then asks its sockets again and again whether they can be written to.
///
/// There, Foundation also ends the process when a connection breaks off within the head of a response, up to Swift 6.3 at least
/// (https://github.com/swiftlang/swift-corelibs-foundation/issues/5285): servers had better use the other one. And a request that meets a
/// connection which the server is just closing ends only when its time is over: libcurl sends its head again on a new connection, without the body.
///
/// Responses that are compressed come decompressed, so that their checksum cannot be compared.
public final class URLSessionTransport: HTTPTransport {
    private let session: URLSession
    private let tasks: TaskTable

    /// - Parameters:
    ///   - connectionsPerHost: how many connections a server gets at the most; further requests wait for one.
    ///   - maximumResponseSize: how many bytes the body of a response may have.
    public init(connectionsPerHost: Int = 64, maximumResponseSize: Int = 64 << 20) {
        let configuration = URLSessionConfiguration.ephemeral
        configuration.httpMaximumConnectionsPerHost = max(1, connectionsPerHost)
        configuration.urlCache = nil
        configuration.httpCookieStorage = nil
        configuration.httpShouldSetCookies = false
        configuration.requestCachePolicy = .reloadIgnoringLocalCacheData
        tasks = TaskTable(maximumResponseSize: maximumResponseSize)
        session = URLSession(configuration: configuration, delegate: tasks, delegateQueue: nil)
    }

    deinit {
        // What is under way ends by itself; without this the session would keep its delegate for ever.
        session.finishTasksAndInvalidate()
    }

    public func send(
        _ request: TransportRequest, timeout: Duration
    ) async throws(TransportError) -> TransportResponse {
        guard let url = URL(string: request.endpoint.description + request.path) else {
            throw TransportError(
                .invalidRequest, "\(request.endpoint)\(request.path) is no URL", mayHaveBeenSent: false)
        }
        guard timeout > .zero else {
            throw TransportError(.timedOut, "the time was over before the request was sent", mayHaveBeenSent: false)
        }
        var message = URLRequest(url: url)
        message.httpMethod = request.method.rawValue
        if !request.body.isEmpty { message.httpBody = Data(request.body) }
        for header in request.headers { message.setValue(header.value, forHTTPHeaderField: header.name) }
        // Only what is idle for so long; the whole is timed by the exchange itself.
        message.timeoutInterval = timeout.inSeconds + 1
        let task = session.dataTask(with: message)
        let exchange = URLExchange(task)
        return try await exchange.run(in: tasks, timeout: timeout)
    }
}

extension Duration {
    fileprivate var inSeconds: Double { Double(components.seconds) + Double(components.attoseconds) * 1e-18 }
}
