import Foundation
public import HTTPDynamoDB

/// The server that the environment names, whose tables are thrown away with it.
public struct TestServer: Sendable {
    /// Servers that differ in what they do.
    public enum Kind: String, Sendable {
        /// Ours, which checks signatures.
        case dynabox
        /// https://github.com/getmoto/moto, which does not.
        case moto
    }

    public let kind: Kind?
    private let endpoint: String

    /// `nil` where tests run in memory.
    public static let current: TestServer? = {
        let environment = ProcessInfo.processInfo.environment
        guard let endpoint = environment["ENTITIES_TEST_ENDPOINT"], !endpoint.isEmpty else { return nil }
        return TestServer(kind: environment["ENTITIES_TEST_SERVER"].flatMap(Kind.init(rawValue:)), endpoint: endpoint)
    }()

    /// Whether that is moto, which does some things otherwise than AWS says. Tests that need them are left out there, and say why.
    public static let isMoto = current?.kind == .moto

    /// One executor for all tests, as a program has it.
    static let shared = Result {
        guard let current else { throw ConfigurationError("ENTITIES_TEST_ENDPOINT names no server") }
        return try current.executor()
    }

    /// - Parameter credentials: others than those of the environment.
    public func executor(credentials: AWSCredentials? = nil) throws -> HTTPDynamoDB {
        // Many tests at once keep a slow server busy, which is not what they are about.
        var options = HTTPDynamoDB.Options()
        options.attemptTimeout = .seconds(120)
        options.totalTimeout = .seconds(240)
        return HTTPDynamoDB(
            region: "us-east-1", endpoint: try HTTPEndpoint(endpoint),
            credentials: credentials.map(StaticCredentials.init), options: options)
    }
}
