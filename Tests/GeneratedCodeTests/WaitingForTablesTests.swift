import Entities
import Foundation
import InMemoryDynamoDB
import Synchronization
import TestExecutors
import Testing

@Suite("Waiting for tables", .enabled(if: TestServer.current == nil, "its engine's clock is the test's"))
struct WaitingForTablesTests {
    /// A clock that only pauses move on, one second each.
    private final class Clock: Sendable {
        private let date = Mutex(Date(timeIntervalSince1970: 1_763_640_000))
        var now: Date { date.withLock { $0 } }
        func tick() { date.withLock { $0 += 1 } }
    }

    private static let table = TableSchema(
        "cms", keys: KeySchema(partition: ["pk"]), attributeTypes: ["pk": .string], timeToLive: "expiresAt")
    private let clock = Clock()

    /// A database whose tables and indexes take ten seconds to be made, changed and deleted.
    private func database(_ transport: InMemoryDynamoDB.Transport, _ table: TableSchema = table) -> Database {
        var options = InMemoryDynamoDB.Options()
        options.transitions = .delayed(by: 10)
        return Database(
            InMemoryDynamoDB(transport: transport, options: options, clock: { [clock] in clock.now }), table: table,
            backoff: Backoff(sleep: { [clock] _ in clock.tick() }))
    }

    private func same(_ db: Database, _ table: TableSchema) -> Database {
        Database(db.executor, table: table, backoff: Backoff(sleep: { [clock] _ in clock.tick() }))
    }

    @Test("Creating and deleting wait until it is done", arguments: InMemoryDynamoDB.Transport.allCases)
    func createAndDelete(_ transport: InMemoryDynamoDB.Transport) async throws {
        let db = database(transport)
        let start = clock.now
        try await db.createTables()
        #expect(clock.now == start + 10)
        #expect(try await db.verifyTables() == [])
        try await db.deleteTables()
        #expect(clock.now == start + 20)
        #expect(try await db.verifyTables().map(\.kind) == [.missingTable])
    }

    @Test("What others create and delete is waited for", arguments: InMemoryDynamoDB.Transport.allCases)
    func others(_ transport: InMemoryDynamoDB.Transport) async throws {
        let db = database(transport)
        let start = clock.now
        _ = try await db.executor.execute(PlainOperation(Self.table.createRequest))
        #expect(try await db.verifyTables().map(\.kind) == [.unusable(.creating)])
        try await db.waitUntilTablesActive()
        #expect(clock.now == start + 10)
        _ = try await db.executor.execute(PlainOperation(DeleteTableRequest(tableName: "cms")))
        #expect(try await db.verifyTables().map(\.kind) == [.unusable(.deleting)])
        try await db.waitUntilTablesDeleted()
        #expect(clock.now == start + 20)
    }

    @Test("A table is not ready before its indexes are", arguments: InMemoryDynamoDB.Transport.allCases)
    func indexes(_ transport: InMemoryDynamoDB.Transport) async throws {
        let db = database(transport)
        try await db.createTables()
        let index = IndexDescription(name: "gsi1", keys: KeySchema(partition: ["gsi1pk"]))
        var request = UpdateTableRequest(tableName: "cms")
        request.attributeTypes = ["gsi1pk": .string]
        request.indexChanges = [.create(index)]
        _ = try await db.executor.execute(PlainOperation(request))
        var changed = Self.table
        changed.indexes = [index]
        changed.attributeTypes["gsi1pk"] = .string
        let wanted = same(db, changed)
        #expect(try await wanted.verifyTables().map(\.kind) == [.unusableIndex("gsi1", .creating)])
        let start = clock.now
        try await wanted.waitUntilTablesActive()
        #expect(clock.now == start + 20)
        #expect(try await wanted.verifyTables() == [])
    }

    @Test("Patience has an end", arguments: [(0, "once"), (1, "once"), (5, "5 times")])
    func limit(attempts: Int, times: String) async throws {
        let db = database(.values)
        let start = clock.now
        let error = await #expect(throws: DynamoDBError.self) { try await db.waitUntilTablesActive(attempts: attempts) }
        #expect(error?.code == .resourceInUse)
        #expect(error?.message == "gave up waiting for the table to become active after asking \(times)")
        #expect(error?.tableName == "cms")
        #expect(clock.now == start + Double(max(0, attempts - 1)))
        _ = try await db.executor.execute(PlainOperation(Self.table.createRequest))
        let deletion = await #expect(throws: DynamoDBError.self) {
            try await db.waitUntilTablesDeleted(attempts: attempts)
        }
        #expect(deletion?.message == "gave up waiting for the table to be deleted after asking \(times)")
    }

    @Test("A cancelled task stops waiting")
    func cancellation() async throws {
        let db = Database(
            InMemoryDynamoDB(), table: Self.table,
            backoff: Backoff(sleep: { _ in withUnsafeCurrentTask { $0?.cancel() } }))
        let task = Task { try await db.waitUntilTablesActive() }
        let error = await #expect(throws: DynamoDBError.self) { try await task.value }
        #expect(error?.code == .cancelled)
    }
}
