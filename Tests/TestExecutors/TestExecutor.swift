public import Entities
import Foundation
import HTTPDynamoDB
public import InMemoryDynamoDB

/// What the requests of a test run on: an engine of the test's own, or the server that the environment names.
///
///     ENTITIES_TEST_ENDPOINT=http://127.0.0.1:8000 AWS_ACCESS_KEY_ID=… AWS_SECRET_ACCESS_KEY=… swift test
public enum TestExecutor: Hashable, Sendable {
    case inMemory(InMemoryDynamoDB.Transport)
    case server

    /// The arguments of a test that is to hold on each.
    public static let all: [TestExecutor] =
        TestServer.current == nil ? InMemoryDynamoDB.Transport.allCases.map(inMemory) : [.server]

    /// What a test runs on that takes no such argument.
    public static let standard: TestExecutor = TestServer.current == nil ? .inMemory(.values) : .server

    /// The cases of a test that makes many requests: all of them in memory, and every twentieth over a network.
    public static func sample<Case>(_ cases: [Case]) -> [Case] {
        TestServer.current == nil ? cases : stride(from: 0, to: cases.count, by: 20).map { cases[$0] }
    }

    /// A database of the tables, which nobody else has: on a server they get names of their own, and are left there.
    /// - Throws: `ConfigurationError` when what the environment names is no endpoint.
    public func database(
        _ table: TableSchema, _ second: TableSchema? = nil, backoff: Backoff = .standard, cursorKeys: CursorKeys? = nil
    ) throws -> Database {
        let executor: any DynamoDBExecutor
        var suffix = ""
        switch self {
        case .inMemory(let transport): executor = InMemoryDynamoDB(transport: transport)
        case .server:
            executor = try TestServer.shared.get()
            suffix = "-\(UUID().uuidString)"
        }
        let own = table.named(table.name + suffix)
        guard let second else { return Database(executor, table: own, backoff: backoff, cursorKeys: cursorKeys) }
        return Database(
            executor, table: own, second.named(second.name + suffix), backoff: backoff, cursorKeys: cursorKeys)
    }
}
