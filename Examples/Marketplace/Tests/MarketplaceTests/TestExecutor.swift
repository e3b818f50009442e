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

    /// A database that nobody else has: on a server its table gets a name of its own, and is left there.
    func database(_ table: TableSchema) throws -> Database {
        switch self {
        case .inMemory(let transport): Database(InMemoryDynamoDB(transport: transport), table: table)
        case .server: Database(try Self.client.get(), table: table.named("\(table.name)-\(UUID().uuidString)"))
        }
    }
}
