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

    /// A database of the tables, which nobody else has: on a server they get names of their own, and are left there.
    /// - Throws: `ConfigurationError` when the environment names a server and does not say how to get in.
    public func database(_ table: TableSchema, _ second: TableSchema? = nil) throws -> Database {
        switch self {
        case .inMemory(let transport):
            let engine = InMemoryDynamoDB(transport: transport)
            return second.map { Database(engine, table: table, $0) } ?? Database(engine, table: table)
        case .server:
            let server = try TestServer.shared.get()
            let suffix = UUID().uuidString
            let own = table.named("\(table.name)-\(suffix)")
            return second.map { Database(server, table: own, $0.named("\($0.name)-\(suffix)")) }
                ?? Database(server, table: own)
        }
    }
}
