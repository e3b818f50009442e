import Entities
import Foundation
import HTTPDynamoDB
import InMemoryDynamoDB

/// What the tests' requests run on: an engine of each test's own, or the server that the environment names.
///
///     ENTITIES_TEST_ENDPOINT=http://127.0.0.1:8000 AWS_ACCESS_KEY_ID=… AWS_SECRET_ACCESS_KEY=… swift test
enum TestExecutor: Hashable, Sendable {
    case inMemory(InMemoryDynamoDB.Transport)
    case server

    /// The arguments of a test that is to hold on each.
    static let all: [TestExecutor] = usesServer ? [.server] : InMemoryDynamoDB.Transport.allCases.map(inMemory)
    /// What a test runs on that takes no such argument.
    static let standard: TestExecutor = usesServer ? .server : .inMemory(.values)
    static let usesServer = environment["ENTITIES_TEST_ENDPOINT"]?.isEmpty == false

    private static let environment = ProcessInfo.processInfo.environment

    private static let client = Result {
        // Many tests at once keep a slow server busy, which is not what they are about.
        var options = HTTPDynamoDB.Options()
        options.attemptTimeout = .seconds(120)
        options.totalTimeout = .seconds(240)
        let endpoint = try HTTPEndpoint(environment["ENTITIES_TEST_ENDPOINT"] ?? "")
        return HTTPDynamoDB(region: "us-east-1", endpoint: endpoint, options: options)
    }

    /// Whether a server keeps client tokens, without which a transaction cannot be repeated: moto does not.
    static let keepsTokens = environment["ENTITIES_TEST_SERVER"] != "moto"

    func executor() throws -> any DynamoDBExecutor {
        switch self {
        case .inMemory(let transport): InMemoryDynamoDB(transport: transport)
        case .server: try Self.client.get()
        }
    }

    /// The table under a name that nobody else has; on a server it is left there.
    func table(_ table: TableSchema) -> TableSchema {
        self == .server ? table.named("\(table.name)-\(UUID().uuidString)") : table
    }
}
