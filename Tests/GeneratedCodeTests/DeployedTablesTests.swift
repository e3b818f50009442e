import Entities
import GeneratedModel
import InMemoryDynamoDB
import TestExecutors
import Testing

/// Deployed tables against definitions, on the in-memory engine: as values, and once more as JSON text.
@Suite("Deployed tables", .enabled(if: TestServer.current == nil, "its tables are engines of their own"))
struct DeployedTablesTests {
    private static let table = TableSchema(
        "cms", keys: KeySchema(partition: ["pk"], sort: ["sk"]),
        attributeTypes: ["at": .number, "gsi1pk": .string, "gsi1sk": .string, "pk": .string, "sk": .string],
        indexes: [
            IndexDescription(name: "gsi1", keys: KeySchema(partition: ["gsi1pk"], sort: ["gsi1sk"])),
            IndexDescription(name: "gsi2", keys: KeySchema(partition: ["gsi1pk"]), projection: .include(["a", "b"])),
            IndexDescription(
                name: "lsi1", keys: KeySchema(partition: ["pk"], sort: ["at"]), projection: .keysOnly, isLocal: true),
        ], stream: .newAndOldImages, timeToLive: "expiresAt", pointInTimeRecovery: true, tags: ["team": "press"])

    /// A change to the definition before the table is created, and what is then different.
    struct Change: Sendable, CustomTestStringConvertible {
        let difference: String?
        let severity: TableDifference.Severity
        let change: @Sendable (inout TableSchema) -> Void
        var testDescription: String { difference ?? "none" }

        static func error(_ difference: String, _ change: @escaping @Sendable (inout TableSchema) -> Void) -> Change {
            Change(difference: difference, severity: .error, change: change)
        }
        static func notice(_ difference: String, _ change: @escaping @Sendable (inout TableSchema) -> Void) -> Change {
            Change(difference: difference, severity: .notice, change: change)
        }
    }

    private static let changes: [Change] = [
        .error("has the key (pk; gsi1sk), the definition says (pk; sk)") {
            $0.keys.sort = ["gsi1sk"]
            $0.attributeTypes["sk"] = nil
        },
        .error("attribute at has the type S, the definition says N") { $0.attributeTypes["at"] = .string },
        .error("index gsi2 does not exist") { $0.indexes.remove(at: 1) },
        .notice("index gsi3 is not in the definition") {
            $0.indexes.append(IndexDescription(name: "gsi3", keys: KeySchema(partition: ["gsi1sk"])))
        },
        .error("index gsi1 has the key (gsi1sk; gsi1pk), the definition says (gsi1pk; gsi1sk)") {
            $0.indexes[0].keys = KeySchema(partition: ["gsi1sk"], sort: ["gsi1pk"])
        },
        .error("index lsi1 is global, the definition says local") { $0.indexes[2].isLocal = false },
        .error("index gsi1 projects KEYS_ONLY, the definition says ALL") { $0.indexes[0].projection = .keysOnly },
        .error("index gsi2 projects INCLUDE (a), the definition says INCLUDE (a, b)") {
            $0.indexes[1].projection = .include(["a"])
        },
        .notice("index gsi2 projects INCLUDE (a, b, c), the definition says INCLUDE (a, b)") {
            $0.indexes[1].projection = .include(["c", "b", "a"])
        },
        .notice("index gsi2 projects ALL, the definition says INCLUDE (a, b)") { $0.indexes[1].projection = .all },
        Change(difference: nil, severity: .notice) { $0.indexes[1].projection = .include(["b", "a"]) },
        .notice("is paid for as provisioned, the definition says on demand") {
            $0.billingMode = .provisioned(read: 1, write: 1)
        },
        .error("has no stream, the definition says a stream of NEW_AND_OLD_IMAGES") { $0.stream = nil },
        .error("items do not expire, the definition says that they expire by expiresAt") { $0.timeToLive = nil },
        .error("items expire by at, the definition says that they expire by expiresAt") { $0.timeToLive = "at" },
        .error("point-in-time recovery is off, the definition says on") { $0.pointInTimeRecovery = false },
        .notice("deletion protection is on, the definition says off") { $0.deletionProtection = true },
        .notice("tag team is 'other', the definition says 'press'") { $0.tags["team"] = "other" },
        .notice("tag team is not there, the definition says 'press'") { $0.tags = [:] },
        .notice("tag more is 'x', the definition says not there") { $0.tags["more"] = "x" },
    ]

    @Test("Every difference is found, and told", arguments: changes, InMemoryDynamoDB.Transport.allCases)
    func differences(_ change: Change, _ transport: InMemoryDynamoDB.Transport) async throws {
        var deployed = Self.table
        change.change(&deployed)
        let executor = InMemoryDynamoDB(transport: transport)
        try await Database(executor, table: deployed).createTables()
        let db = Database(executor, table: Self.table)
        // What exists is left as it is.
        try await db.createTables()
        let found = try await db.verifyTables()
        let expected = change.difference.map { ["table cms: \($0)"] } ?? []
        #expect(found.map(\.description) == expected)
        #expect(found.allSatisfy { $0.severity == change.severity })
        switch change.severity {
        case .notice: #expect(try await db.requireTables() == found)
        case .error:
            let error = await #expect(throws: DynamoDBError.self) { try await db.requireTables() }
            #expect(error?.code == .tableMismatch)
            #expect(
                error?.message == "the deployed tables are not what the definitions say:\n  \(expected.joined())")
        }
    }

    @Test("Tables that were created from definitions are as they say", arguments: InMemoryDynamoDB.Transport.allCases)
    func generated(_ transport: InMemoryDynamoDB.Transport) async throws {
        let db = Database(
            InMemoryDynamoDB(transport: transport), table: Press.table, Meters.table.named("meters-staging"),
            Ledger.table)
        #expect(try await db.verifyTables().map(\.kind) == [.missingTable, .missingTable, .missingTable])
        #expect(try await db.describeTables() == [:])
        try await db.createTables()
        #expect(try await db.requireTables() == [])
        let press = try #require(try await db.describeTables()[Press.table.name])
        #expect(press.timeToLive == Press.table.timeToLive)
        #expect(press.pointInTimeRecovery == true)
        #expect(press.tags == Press.table.tags)
        #expect(press.description.indexes.count == Press.table.indexes.count)
    }
}
