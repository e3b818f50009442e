import Entities
import InMemoryDynamoDB
import Testing

@Suite("Rules for items and keys")
struct ItemRulesTests {
    static let transports = InMemoryDynamoDB.Transport.allCases
    private static let invalid = "One or more parameter values were invalid: "

    static func text(_ count: Int) -> AttributeValue { .string(String(repeating: "x", count: count)) }

    static func nested(_ lists: Int) -> AttributeValue {
        (0..<lists).reduce(.bool(true)) { inner, _ in .list([inner]) }
    }

    @Test(
        arguments: transports,
        [
            (["pk": "a"], invalid + "Missing the key sk in the item"),
            (["sk": "a"], invalid + "Missing the key pk in the item"),
            (["pk": 1, "sk": "1"], invalid + "Type mismatch for key pk expected: S actual: N"),
            (["pk": "a", "sk": ["x"]], invalid + "Type mismatch for key sk expected: S actual: L"),
            (
                ["pk": "", "sk": "1"],
                "One or more parameter values are not valid. The AttributeValue for a key attribute cannot contain an empty "
                    + "string value. Key: pk"
            ),
            (
                ["pk": text(2049), "sk": "1"],
                invalid + "Size of hashkey has exceeded the maximum size limit of2048 bytes"
            ),
            (
                ["pk": "a", "sk": text(1025)],
                invalid + "Aggregated size of all range keys has exceeded the size limit of 1024 bytes"
            ),
            // 2 + 1, 2 + 1, 1 and the text: one byte too many.
            (["pk": "a", "sk": "1", "x": text(409_600 - 6)], "Item size has exceeded the maximum allowed size"),
            (
                ["pk": "a", "sk": "1", "x": nested(32)],
                "Nesting Levels have exceeded supported limits: Attributes in the item have nested levels beyond supported "
                    + "limit"
            ),
        ] as [(EncodedItem, String)])
    func refusedItems(
        _ transport: InMemoryDynamoDB.Transport, _ example: (item: EncodedItem, message: String)
    ) async throws {
        let db = try await TestDatabase.withTable(transport)
        #expect(try await refusal { try await db.put(example.item) } == example.message)
        #expect(try await db.scan().count == 0)
    }

    @Test(
        arguments: transports,
        [
            ["pk": text(2048), "sk": "1"], ["pk": "a", "sk": text(1024)],
            ["pk": "a", "sk": "1", "x": text(409_600 - 7)],
            ["pk": "a", "sk": "1", "x": nested(31)], ["pk": "a", "sk": "1", "x": ""],
            ["pk": "a", "sk": "1", "x": [], "y": [:], "z": .binary([])],
        ] as [EncodedItem])
    func allowedItems(_ transport: InMemoryDynamoDB.Transport, _ item: EncodedItem) async throws {
        let db = try await TestDatabase.withTable(transport)
        try await db.put(item)
        #expect(try await db.scan().items == [item])
    }

    @Test(
        arguments: transports,
        [
            ["x": .stringSet([])], ["x": [.numberSet([])]], ["x": ["y": .binarySet([])]],
        ] as [EncodedItem])
    func emptySetsAreRefusedAtEveryDepth(_ transport: InMemoryDynamoDB.Transport, _ attributes: EncodedItem)
        async throws
    {
        let db = try await TestDatabase.withTable(transport)
        let item = attributes.replacing(["pk": "a", "sk": "1"])
        #expect(try await refusal { try await db.put(item) }.contains("set"))
    }

    @Test(
        arguments: transports,
        [
            ["pk": "a"], ["pk": "a", "sk": "1", "x": 1], ["pk": "a", "sk": 1], ["pk": "a", "other": "1"], [:],
        ] as [EncodedItem])
    func keyMustBeThePrimaryKeyAndNothingElse(_ transport: InMemoryDynamoDB.Transport, _ key: EncodedItem) async throws
    {
        let db = try await TestDatabase.withTable(transport)
        let message = "The provided key element does not match the schema"
        #expect(try await refusal { try await db.get(key) } == message)
        #expect(try await refusal { try await db.delete(key) } == message)
        #expect(try await refusal { try await db.update(key, .init()) } == message)
    }

    @Test(arguments: transports)
    func namesOfTablesAreChecked(_ transport: InMemoryDynamoDB.Transport) async throws {
        let db = TestDatabase(transport)
        #expect(
            try await refusal { try await db.get(["pk": "a"], on: "no good") }
                == "1 validation error detected: Value 'no good' at 'tableName' failed to satisfy constraint: "
                + "Member must satisfy regular expression pattern: [a-zA-Z0-9_.-]+")
    }

    @Test(arguments: transports)
    func onlyUpdatesReturnNewValues(_ transport: InMemoryDynamoDB.Transport) async throws {
        let db = try await TestDatabase.withTable(transport)
        for option in [ReturnValues.allNew, .updatedOld, .updatedNew] {
            #expect(
                try await refusal { try await db.put(["pk": "a", "sk": "1"]) { $0.returnValues = option } }
                    == "ReturnValues can only be ALL_OLD or NONE")
            #expect(
                try await refusal { try await db.delete(["pk": "a", "sk": "1"]) { $0.returnValues = option } }
                    == "ReturnValues can only be ALL_OLD or NONE")
        }
    }

    @Test(
        arguments: transports,
        [
            (KeyCondition([]), "Query condition missed key schema element: pk"),
            (KeyCondition([.init("x", .value(1))]), "Query condition missed key schema element: pk"),
            (
                KeyCondition([.init("pk", .value("a")), .init("x", .value(1))]),
                "Query condition missed key schema element: sk"
            ),
            (
                KeyCondition([.init("pk", .value(1))]),
                invalid + "Condition parameter type does not match schema type"
            ),
            (
                KeyCondition([.init("pk", .value("a"))], range: .init("sk", .between(.value("b"), .value("a")))),
                "Invalid KeyConditionExpression: The BETWEEN operator requires upper bound to be greater than or equal to "
                    + "lower bound; lower bound operand: AttributeValue: {S:b}, upper bound operand: AttributeValue: {S:a}"
            ),
            (
                KeyCondition([.init("pk", .value("a"))], range: .init("sk", .beginsWith(.value(1)))),
                "Invalid KeyConditionExpression: Incorrect operand type for operator or function; operator or function: "
                    + "begins_with, operand type: N"
            ),
            (
                KeyCondition([.init("pk", .value(""))]),
                "One or more parameter values are not valid. The AttributeValue for a key attribute cannot contain an empty "
                    + "string value. Key: pk"
            ),
        ])
    func refusedKeyConditions(
        _ transport: InMemoryDynamoDB.Transport, _ example: (condition: KeyCondition, message: String)
    ) async throws {
        // Without any condition there is no text for the wire.
        if transport == .wire, example.condition.equalities.isEmpty { return }
        let db = try await TestDatabase.withTable(transport)
        #expect(try await refusal { try await db.query(example.condition) } == example.message)
    }

    @Test(arguments: transports)
    func filterOfAQueryCannotNameItsKeys(_ transport: InMemoryDynamoDB.Transport) async throws {
        let db = try await TestDatabase.withTable(transport)
        let message = try await refusal {
            try await db.query(.partition("a")) { $0.filter = .compare(.name("sk"), .equal, .value("1")) }
        }
        #expect(
            message == "Filter Expression can only contain non-primary key attributes: Primary key attribute: sk")
    }

    @Test(
        arguments: transports,
        [
            (["pk": "b", "sk": "05"], "The query can return at most one row and cannot be restarted"),
            (["pk": "a", "sk": "09"], "The provided starting key does not match the range key predicate"),
            (["pk": "a"], "The provided starting key is invalid"),
            (["pk": "a", "sk": "05", "x": 1], "The provided starting key is invalid"),
        ] as [(EncodedItem, String)])
    func startingKeyMustFitTheQuery(
        _ transport: InMemoryDynamoDB.Transport, _ example: (key: EncodedItem, message: String)
    ) async throws {
        let db = try await TestDatabase.withTable(transport)
        let message = try await refusal {
            try await db.query(.partition("a", sk: .less(.value("07")))) { $0.exclusiveStartKey = example.key }
        }
        #expect(message == example.message)
    }

    @Test(arguments: InMemoryDynamoDB.Transport.allCases)
    func valueThatIsNoneIsRefusedBeforeAnythingIsSent(_ transport: InMemoryDynamoDB.Transport) async throws {
        let db = try await TestDatabase.withTable(transport)
        let problem = AttributeError(.outOfRange, reason: "too large")
        let error = try await failure {
            try await db.put(["pk": "a", "sk": "1"], if: .compare(.name("x"), .equal, .invalid(problem)))
        }
        #expect(error.code == .invalidRequest)
        #expect(error.underlying == problem)
        #expect(try await db.scan().count == 0)
    }
}
