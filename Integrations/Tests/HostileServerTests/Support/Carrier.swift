import DynamoDBNIOTransport
import HTTPDynamoDB

/// The transports.
enum Carrier: String, CaseIterable, Sendable {
    case nio
    case urlSession

    /// Whether it outlives a response that ends within its head: not Foundation on Linux (swift-corelibs-foundation, issue 5285).
    var outlivesCutHeads: Bool {
        #if os(Linux)
        self != .urlSession
        #else
        true
        #endif
    }

    /// - Parameter maximumBodySize: more than this of a response is refused.
    func transport(maximumBodySize: Int = HostileConnection.hugeSize - 1) -> any HTTPTransport {
        switch self {
        case .nio:
            var configuration = NIOTransport.Configuration()
            configuration.maximumBodySize = maximumBodySize
            return NIOTransport(configuration: configuration)
        case .urlSession:
            return URLSessionTransport(maximumResponseSize: maximumBodySize)
        }
    }

    /// Runs `body` with an executor whose requests go to the server.
    func run<Result>(
        _ server: HostileServer, options: HTTPDynamoDB.Options = .patient,
        credentials: any CredentialsProvider = RotatingCredentials(), _ body: (HTTPDynamoDB) async throws -> Result
    ) async throws -> Result {
        let transport = transport()
        let result = try await body(
            HTTPDynamoDB(server, transport, options: options, credentials: credentials))
        // The one on `URLSession` closes its connections with its last reference.
        await (transport as? NIOTransport)?.shutdown()
        return result
    }
}
