import Entities
import InMemoryDynamoDB
import Testing

@Suite("Transactions")
struct TransactionTests {
    static let transports = InMemoryDynamoDB.Transport.allCases

    static func put(
        _ item: EncodedItem, if condition: Condition? = nil, on table: String = "tbl", returnsItem: Bool = false
    ) -> TransactWriteItemsRequest.Action {
        var request = PutItemRequest(tableName: table, item: item)
        request.condition = condition
        if returnsItem { request.returnValuesOnConditionCheckFailure = .allOld }
        return .put(request)
    }

    static func add(
        _ amount: Int, to key: EncodedItem, if condition: Condition? = nil
    ) -> TransactWriteItemsRequest.Action {
        var request = UpdateItemRequest(
            tableName: "tbl", key: key,
            update: .init(add: [.init(AttributePath("n"), .value(.number(Number(amount))))]))
        request.condition = condition
        return .update(request)
    }

    @Test(arguments: transports)
    func allActionsHappenOverSeveralTables(_ transport: InMemoryDynamoDB.Transport) async throws {
        let db = try await TestDatabase.withTable(transport)
        try await db.createTable("other", sort: nil)
        try await db.put(["pk": "a", "sk": "1", "n": 1])
        try await db.put(["pk": "a", "sk": "2"])
        try await db.transact(
            Self.add(5, to: ["pk": "a", "sk": "1"]), .delete(.init(tableName: "tbl", key: ["pk": "a", "sk": "2"])),
            Self.put(["pk": "new"], on: "other"),
            .check(.init(tableName: "tbl", key: ["pk": "a", "sk": "3"], condition: .notExists(.name("pk")))))
        let request = TransactGetItemsRequest(gets: [
            .init(tableName: "other", key: ["pk": "new"]), .init(tableName: "tbl", key: ["pk": "a", "sk": "2"]),
            .init(tableName: "tbl", key: ["pk": "a", "sk": "1"]),
        ])
        let output = try await db.engine.execute(PlainOperation(request))
        #expect(output.items == [["pk": "new"], nil, ["pk": "a", "sk": "1", "n": 6]])
    }

    @Test(arguments: transports)
    func oneFailedConditionUndoesAll(_ transport: InMemoryDynamoDB.Transport) async throws {
        let db = try await TestDatabase.withTable(transport)
        let item: EncodedItem = ["pk": "a", "sk": "1", "n": 1]
        try await db.put(item)
        let error = try await failure {
            try await db.transact(
                Self.put(["pk": "b", "sk": "1"]),
                Self.put(["pk": "a", "sk": "1"], if: .notExists(.name("pk")), returnsItem: true),
                Self.add(1, to: ["pk": "c", "sk": "1"], if: .exists(.name("pk"))))
        }
        #expect(error.code == .transactionCanceled)
        #expect(
            error.message == "Transaction cancelled, please refer cancellation reasons for specific reasons "
                + "[None, ConditionalCheckFailed, ConditionalCheckFailed]")
        #expect(
            error.cancellationReasons == [
                .init(code: "None"),
                .init(code: "ConditionalCheckFailed", message: "The conditional request failed", item: item),
                .init(code: "ConditionalCheckFailed", message: "The conditional request failed"),
            ])
        #expect(try await db.scan().items == [item])
    }

    @Test(arguments: transports)
    func actionThatDoesNotFitItsItemIsReportedAlone(_ transport: InMemoryDynamoDB.Transport) async throws {
        let db = try await TestDatabase.withTable(transport)
        try await db.put(["pk": "a", "sk": "1", "n": "text"])
        let error = try await failure {
            try await db.transact(
                Self.put(["pk": "b", "sk": "1"], if: .exists(.name("pk"))), Self.add(1, to: ["pk": "a", "sk": "1"]))
        }
        #expect(error.cancellationReasons.map(\.code) == ["None", "ValidationError"])
        #expect(
            error.cancellationReasons.last?.message == "An operand in the update expression has an incorrect data type")
    }

    @Test(arguments: transports)
    func tokenMakesRepeatsHarmlessForTenMinutes(_ transport: InMemoryDynamoDB.Transport) async throws {
        let db = try await TestDatabase.withTable(transport)
        let key: EncodedItem = ["pk": "a", "sk": "1"]
        func n() async throws -> AttributeValue? { try await db.get(key)?["n"] }
        try await db.transact(Self.add(1, to: key), token: "token")
        try await db.transact(Self.add(1, to: key), token: "token")
        #expect(try await n() == 1)
        let error = try await failure { try await db.transact(Self.add(2, to: key), token: "token") }
        #expect(error.code == .idempotentParameterMismatch)
        try await db.transact(Self.add(1, to: key), token: "other")
        #expect(try await n() == 2)
        db.clock.advance(by: 599)
        try await db.transact(Self.add(1, to: key), token: "token")
        #expect(try await n() == 2)
        db.clock.advance(by: 2)
        try await db.transact(Self.add(1, to: key), token: "token")
        #expect(try await n() == 3)
    }

    @Test(arguments: transports)
    func cancelledTransactionMayBeRepeatedWithItsToken(_ transport: InMemoryDynamoDB.Transport) async throws {
        let db = try await TestDatabase.withTable(transport)
        let action = Self.add(1, to: ["pk": "a", "sk": "1"], if: .exists(.name("pk")))
        let error = try await failure { try await db.transact(action, token: "t") }
        #expect(error.code == .transactionCanceled)
        try await db.put(["pk": "a", "sk": "1"])
        try await db.transact(action, token: "t")
        #expect(try await db.get(["pk": "a", "sk": "1"])?["n"] == 1)
    }

    @Test(arguments: transports)
    func limits(_ transport: InMemoryDynamoDB.Transport) async throws {
        let db = try await TestDatabase.withTable(transport)
        let item: EncodedItem = ["pk": "a", "sk": "1"]
        #expect(
            try await refusal { try await db.transact(Self.put(item), Self.add(1, to: item)) }
                == "Transaction request cannot include multiple operations on one item")
        #expect(
            try await refusal { try await db.transact() }.hasSuffix(
                "at 'transactItems' failed to satisfy constraint: Member must have length greater than or equal to 1"))
        #expect(
            try await refusal {
                try await db.transact {
                    $0.actions = (0...100).map { Self.put(["pk": "a", "sk": .string("\($0)")]) }
                }
            }.hasSuffix("Member must have length less than or equal to 100"))
        let large = AttributeValue.string(String(repeating: "x", count: 400_000))
        #expect(
            try await refusal {
                try await db.transact {
                    $0.actions = (0..<11).map { Self.put(["pk": "a", "sk": .string("\($0)"), "x": large]) }
                }
            } == "Transaction payload size cannot exceed 4 MB")
        #expect(try await db.scan().count == 0)
        let error = try await failure { try await db.transact(Self.put(item, on: "nowhere")) }
        #expect(error.code == .resourceNotFound)
    }
}
