import Entities
import InMemoryDynamoDB
import Testing

@Suite("Tables")
struct TableTests {
    static let transports = InMemoryDynamoDB.Transport.allCases

    static func request() -> CreateTableRequest {
        var request = CreateTableRequest(
            tableName: "cms", keys: KeySchema(partition: ["pk"], sort: ["sk"]),
            attributeTypes: ["pk": .string, "sk": .string, "g": .number, "l": .binary])
        request.indexes = [
            IndexDescription(
                name: "global", keys: KeySchema(partition: ["g"], sort: ["pk"]), projection: .include(["x", "y"])),
            IndexDescription(
                name: "local", keys: KeySchema(partition: ["pk"], sort: ["l"]), projection: .keysOnly, isLocal: true),
        ]
        request.stream = .newAndOldImages
        return request
    }

    @Test(arguments: transports)
    func tableIsDescribedAsItWasMade(_ transport: InMemoryDynamoDB.Transport) async throws {
        let db = TestDatabase(transport)
        let made = try await db.engine.execute(PlainOperation(Self.request())).table
        #expect(made.status == .creating)
        #expect(made.keys == Self.request().keys)
        #expect(made.attributeTypes == Self.request().attributeTypes)
        #expect(Set(made.indexes.map(\.description)) == Set(Self.request().indexes))
        #expect(made.creationDate == db.clock.now)
        #expect(made.arn == "arn:aws:dynamodb:us-east-1:123456789012:table/cms")
        #expect(made.stream == .newAndOldImages)
        #expect(made.streamARN?.hasPrefix("arn:aws:dynamodb:us-east-1:123456789012:table/cms/stream/2026-") == true)
        #expect(made.streamLabel?.count == 23)
        let id = try #require(made.tableID)
        #expect(id.split(separator: "-").map(\.count) == [8, 4, 4, 4, 12])
        let again = try await TestDatabase(transport).engine.execute(PlainOperation(Self.request())).table
        #expect(again.tableID == id)
        try await db.put(["pk": "a", "sk": "b", "g": 1], on: "cms")
        let described = try await db.engine.execute(PlainOperation(DescribeTableRequest(tableName: "cms"))).table
        #expect(described.itemCount == 1)
        #expect(described.sizeInBytes == 9)
        #expect(described.indexes.map(\.itemCount) == [0, 1])
    }

    @Test(arguments: transports)
    func provisionedTable(_ transport: InMemoryDynamoDB.Transport) async throws {
        var request = Self.request()
        request.billingMode = .provisioned(read: 5, write: 6)
        request.indexes[0].throughput = ProvisionedThroughput(read: 2, write: 3)
        let table = try await TestDatabase(transport).engine.execute(PlainOperation(request)).table
        #expect(table.billingMode == .provisioned(read: 5, write: 6))
    }

    @Test(arguments: transports)
    func namesAreListedInOrderAndPages(_ transport: InMemoryDynamoDB.Transport) async throws {
        let db = TestDatabase(transport)
        for name in ["bbb", "aaa", "ccc", "BBB"] { try await db.createTable(name) }
        func list(_ start: String?, _ limit: Int?) async throws -> ListTablesOutput {
            try await db.engine.execute(
                PlainOperation(ListTablesRequest(exclusiveStartTableName: start, limit: limit)))
        }
        #expect(try await list(nil, nil).tableNames == ["BBB", "aaa", "bbb", "ccc"])
        let page = try await list(nil, 2)
        #expect(page.tableNames == ["BBB", "aaa"])
        #expect(page.lastEvaluatedTableName == "aaa")
        let rest = try await list("aaa", 2)
        #expect(rest.tableNames == ["bbb", "ccc"])
        #expect(rest.lastEvaluatedTableName == nil)
    }

    @Test(arguments: transports)
    func deletingATableDeletesItsItems(_ transport: InMemoryDynamoDB.Transport) async throws {
        let db = try await TestDatabase.withTable(transport)
        try await db.put(["pk": "a", "sk": "1"])
        let output = try await db.engine.execute(PlainOperation(DeleteTableRequest(tableName: "tbl")))
        #expect(output.table.status == .deleting)
        #expect(try await failure { try await db.get(["pk": "a", "sk": "1"]) }.code == .resourceNotFound)
        let error = try await failure {
            try await db.engine.execute(PlainOperation(DescribeTableRequest(tableName: "tbl")))
        }
        #expect(error.message == "Requested resource not found: Table: tbl not found")
        try await db.createTable("tbl")
        #expect(try await db.scan().count == 0)
    }

    @Test(arguments: transports)
    func protectedTableStays(_ transport: InMemoryDynamoDB.Transport) async throws {
        let db = TestDatabase(transport)
        var request = Self.request()
        request.deletionProtection = true
        #expect(try await db.engine.execute(PlainOperation(request)).table.deletionProtection)
        #expect(
            try await refusal { try await db.engine.execute(PlainOperation(DeleteTableRequest(tableName: "cms"))) }
                .contains("protected against deletion"))
        let error = try await failure { try await db.engine.execute(PlainOperation(request)) }
        #expect(error.code == .resourceInUse)
        #expect(error.message == "Table already exists: cms")
    }

    struct Refusal: Sendable, CustomTestStringConvertible {
        let message: String
        let change: @Sendable (inout CreateTableRequest) -> Void
        var testDescription: String { message }
    }

    private static let invalid = "One or more parameter values were invalid: "

    @Test(
        arguments: transports,
        [
            Refusal(
                message: "'tableName' failed to satisfy constraint: Member must have length greater than or equal to 3"
            ) {
                $0.tableName = "ab"
            },
            Refusal(message: "Member must satisfy regular expression pattern: [a-zA-Z0-9_.-]+") {
                $0.tableName = "a b c"
            },
            Refusal(
                message: invalid + "Some index key attributes are not defined in AttributeDefinitions. Keys: [g, pk], "
                    + "AttributeDefinitions: [l, pk, sk]"
            ) { $0.attributeTypes["g"] = nil },
            Refusal(message: "Invalid KeySchema: Some index key attribute have no definition") {
                $0.attributeTypes["sk"] = nil
            },
            Refusal(
                message: invalid + "Some AttributeDefinitions are not used. AttributeDefinitions: [g, l, pk, sk, z], "
                    + "keys used: [pk, sk, l, g]"
            ) { $0.attributeTypes["z"] = .string },
            Refusal(
                message: invalid
                    + "Number of attributes in KeySchema does not exactly match number of attributes defined in "
                    + "AttributeDefinitions"
            ) { $0.indexes = [] },
            Refusal(message: "Both the Hash Key and the Range Key element in the KeySchema have the same name") {
                $0.keys.sort = ["pk"]
            },
            Refusal(message: invalid + "Duplicate index name: local") { $0.indexes[0].name = "local" },
            Refusal(
                message: invalid
                    + "Index KeySchema does not have the same leading hash key as table KeySchema for index: "
                    + "local. index hash key: g, table hash key: pk"
            ) { $0.indexes[1].keys.partition = ["g"] },
            Refusal(
                message: invalid
                    + "Table KeySchema does not have a range key, which is required when specifying a LocalSecondaryIndex"
            ) { $0.keys.sort = [] },
            // As text it is an empty list, which is refused as such.
            Refusal(message: "onKeyAttributes") {
                $0.indexes[0].projection = .include([])
            },
            Refusal(message: "GlobalSecondaryIndex count exceeds the per-table limit of 20") { request in
                request.indexes += (0..<20).map { .init(name: "more\($0)", keys: KeySchema(partition: ["g"])) }
            },
            Refusal(message: "Number of LocalSecondaryIndexes exceeds per-table limit of 5") { request in
                request.indexes += (0..<5).map {
                    .init(name: "more\($0)", keys: KeySchema(partition: ["pk"], sort: ["l"]), isLocal: true)
                }
            },
            Refusal(message: "The KeySchema contains multiple key attributes with the same name") {
                $0.indexes[0].keys.partition = ["g", "pk", "sk", "l", "g"]
            },
            Refusal(message: "provisionedThroughput.readCapacityUnits' failed to satisfy constraint") {
                $0.billingMode = .provisioned(read: 0, write: 1)
            },
        ])
    func refusedTables(_ transport: InMemoryDynamoDB.Transport, _ refused: Refusal) async throws {
        let db = TestDatabase(transport)
        var request = Self.request()
        refused.change(&request)
        let message = try await refusal { try await db.engine.execute(PlainOperation(request)) }
        #expect(message.contains(refused.message), "\(message)")
        #expect(try await db.engine.execute(PlainOperation(ListTablesRequest())).tableNames == [])
    }

    @Test(arguments: transports)
    func timeToLiveIsKeptAndReported(_ transport: InMemoryDynamoDB.Transport) async throws {
        let db = try await TestDatabase.withTable(transport)
        func update(_ name: String, _ enabled: Bool) async throws -> TimeToLiveOutput {
            try await db.engine.execute(
                PlainOperation(UpdateTimeToLiveRequest(tableName: "tbl", attributeName: name, enabled: enabled)))
        }
        func describe() async throws -> TimeToLiveOutput {
            try await db.engine.execute(PlainOperation(DescribeTimeToLiveRequest(tableName: "tbl")))
        }
        #expect(try await describe().status == .disabled)
        #expect(try await update("expires", true).attributeName == "expires")
        #expect(try await describe().status == .enabled)
        #expect(try await describe().attributeName == "expires")
        #expect(try await refusal { try await update("expires", true) } == "TimeToLive is already enabled")
        #expect(
            try await refusal { try await update("other", true) }
                == "TimeToLive is active on a different AttributeName: current AttributeName is expires")
        _ = try await update("expires", false)
        #expect(try await describe().status == .disabled)
        #expect(try await refusal { try await update("expires", false) } == "TimeToLive is already disabled")
    }

    @Test(arguments: transports)
    func pointInTimeRecoveryIsReported(_ transport: InMemoryDynamoDB.Transport) async throws {
        let db = try await TestDatabase.withTable(transport)
        let request = UpdateContinuousBackupsRequest(tableName: "tbl", pointInTimeRecovery: true)
        #expect(try await db.engine.execute(PlainOperation(request)).pointInTimeRecovery)
        let unknown = UpdateContinuousBackupsRequest(tableName: "nowhere", pointInTimeRecovery: true)
        #expect(try await failure { try await db.engine.execute(PlainOperation(unknown)) }.code == .tableNotFound)
    }
}
