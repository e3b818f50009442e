import Foundation
import InMemoryDynamoDB
import Testing

@Suite("Snapshots of the engine")
struct SnapshotTests {
    private static let date = Date(timeIntervalSince1970: 1_700_000_000.25)

    private static func ask(_ engine: InMemoryDynamoDB, _ operation: String, _ body: String) -> String {
        let answer = engine.respond(target: "DynamoDB_20120810.\(operation)", body: Array(body.utf8))
        return String(decoding: answer.body, as: UTF8.self)
    }

    /// Two tables: one with indexes, settings and items, one with nothing.
    private static func filled(items: Int = 40) -> InMemoryDynamoDB {
        let engine = InMemoryDynamoDB(clock: { date })
        _ = ask(
            engine, "CreateTable",
            """
            {"TableName":"things","BillingMode":"PROVISIONED","ProvisionedThroughput":{"ReadCapacityUnits":7,"WriteCapacityUnits":8},
            "KeySchema":[{"AttributeName":"pk","KeyType":"HASH"},{"AttributeName":"sk","KeyType":"RANGE"}],
            "AttributeDefinitions":[{"AttributeName":"pk","AttributeType":"S"},{"AttributeName":"sk","AttributeType":"N"},
            {"AttributeName":"by","AttributeType":"B"}],
            "LocalSecondaryIndexes":[{"IndexName":"local","KeySchema":[{"AttributeName":"pk","KeyType":"HASH"},
            {"AttributeName":"by","KeyType":"RANGE"}],"Projection":{"ProjectionType":"KEYS_ONLY"}}],
            "GlobalSecondaryIndexes":[{"IndexName":"global","KeySchema":[{"AttributeName":"by","KeyType":"HASH"}],
            "Projection":{"ProjectionType":"INCLUDE","NonKeyAttributes":["x"]},
            "ProvisionedThroughput":{"ReadCapacityUnits":1,"WriteCapacityUnits":2}}]}
            """)
        _ = ask(
            engine, "CreateTable",
            """
            {"TableName":"nothing","BillingMode":"PAY_PER_REQUEST","KeySchema":[{"AttributeName":"pk","KeyType":"HASH"}],
            "AttributeDefinitions":[{"AttributeName":"pk","AttributeType":"S"}]}
            """)
        _ = ask(
            engine, "UpdateTimeToLive",
            "{\"TableName\":\"things\",\"TimeToLiveSpecification\":{\"AttributeName\":\"ttl\",\"Enabled\":true}}")
        _ = ask(
            engine, "UpdateContinuousBackups",
            "{\"TableName\":\"things\",\"PointInTimeRecoverySpecification\":{\"PointInTimeRecoveryEnabled\":true}}")
        for number in 0..<items {
            _ = ask(
                engine, "PutItem",
                """
                {"TableName":"things","Item":{"pk":{"S":"p\(number % 7)"},"sk":{"N":"\(number)"},"by":{"B":"AAE="},
                "x":{"L":[{"NULL":true},{"M":{"é":{"NS":["1","2.5"]}}}]}}}
                """)
        }
        return engine
    }

    private static let questions = [
        ("ListTables", "{}"), ("DescribeTable", "{\"TableName\":\"things\"}"),
        ("DescribeTable", "{\"TableName\":\"nothing\"}"), ("DescribeTimeToLive", "{\"TableName\":\"things\"}"),
        ("Scan", "{\"TableName\":\"things\"}"), ("Scan", "{\"TableName\":\"nothing\"}"),
        (
            "Query",
            """
            {"TableName":"things","IndexName":"global","KeyConditionExpression":"#b = :b","ExpressionAttributeNames":{"#b":"by"},
            "ExpressionAttributeValues":{":b":{"B":"AAE="}}}
            """
        ),
        (
            "Query",
            """
            {"TableName":"things","IndexName":"local","KeyConditionExpression":"pk = :p",
            "ExpressionAttributeValues":{":p":{"S":"p3"}}}
            """
        ),
    ]

    @Test("whatever is asked of the restored engine, it answers as the first", arguments: [0, 40, 3000])
    func roundTrip(items: Int) throws {
        let engine = Self.filled(items: items)
        let restored = InMemoryDynamoDB(clock: { Self.date + 1000 })
        try restored.restore(snapshot: try engine.snapshot())
        for (operation, body) in Self.questions {
            let expected = Self.ask(engine, operation, body)
            #expect(!expected.contains("__type"))
            #expect(Self.ask(restored, operation, body) == expected)
        }
        // And it can be written to: the same snapshot comes of the same changes.
        for engine in [engine, restored] {
            _ = Self.ask(
                engine, "PutItem", "{\"TableName\":\"things\",\"Item\":{\"pk\":{\"S\":\"p\"},\"sk\":{\"N\":\"0\"}}}")
        }
        #expect(try restored.snapshot() == engine.snapshot())
    }

    @Test("a snapshot that is cut off anywhere is refused, and nothing of it stays")
    func truncated() throws {
        let bytes = try Self.filled().snapshot()
        for count in 0..<bytes.count {
            let engine = InMemoryDynamoDB()
            #expect(throws: SnapshotError.self) { try engine.restore(snapshot: Array(bytes.prefix(count))) }
            #expect(engine.tableCount == 0)
        }
    }

    @Test("a snapshot with any byte changed is refused")
    func changed() throws {
        let bytes = try Self.filled().snapshot()
        for place in bytes.indices {
            var changed = bytes
            changed[place] ^= 0x20
            #expect(throws: SnapshotError.self) { try InMemoryDynamoDB().restore(snapshot: changed) }
        }
    }

    @Test("what is no snapshot is told from one of another version, and from one with something behind it")
    func foreign() throws {
        #expect(throws: SnapshotError.notASnapshot) { try InMemoryDynamoDB().restore(snapshot: Array("PK..".utf8)) }
        var bytes = try Self.filled().snapshot()
        #expect(throws: SnapshotError.self) { try InMemoryDynamoDB().restore(snapshot: bytes + [0]) }
        bytes[10] = 9
        #expect(throws: SnapshotError.unknownVersion(9)) { try InMemoryDynamoDB().restore(snapshot: bytes) }
    }

    @Test("an engine with tables takes none")
    func inUse() throws {
        let engine = Self.filled()
        let before = try engine.snapshot()
        #expect(throws: SnapshotError.engineInUse) { try engine.restore(snapshot: before) }
        #expect(try engine.snapshot() == before)
    }

    @Test("a failure to write or read is passed on")
    func failure() throws {
        struct Failure: Error {}
        #expect(throws: Failure.self) { try Self.filled().writeSnapshot { _ in throw Failure() } }
        #expect(throws: Failure.self) { try InMemoryDynamoDB().restore { _ in throw Failure() } }
    }
}
