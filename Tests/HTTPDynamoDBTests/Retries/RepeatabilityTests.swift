import Entities
import Testing

@testable import HTTPDynamoDBCore

@Suite("What may be sent again when nobody knows whether it was carried out") struct RepeatabilityTests {
    private static func update(
        _ update: UpdateExpression, if condition: Condition? = nil, returning values: ReturnValues = .allNew
    ) -> DynamoDBRequest {
        var request = UpdateItemRequest(tableName: "things", key: ["pk": "a"], update: update)
        request.condition = condition
        request.returnValues = values
        return .updateItem(request)
    }

    private static let a = AttributePath("a")
    private static let version = AttributePath("version")
    private static let one = Operand.value(1)
    private static let isThere = Condition.exists(.path(AttributePath("pk")))

    static let harmless: [DynamoDBRequest] = [
        .getItem(.init(tableName: "things", key: ["pk": "a"])),
        .putItem(.init(tableName: "things", item: ["pk": "a"])),
        .deleteItem(.init(tableName: "things", key: ["pk": "a"])),
        .transactWriteItems(.init(actions: [], clientRequestToken: "token")),
        .batchWriteItem(.init(tables: ["things": [.delete(["pk": "a"])]])),
        update(.init(set: [.init(a, .operand(one))], remove: [AttributePath("b")])),
        update(.init(set: [.init(a, .ifNotExists(a, .operand(one)))])),
        update(
            .init(
                add: [.init(a, .value(.stringSet(["x"])))],
                delete: [.init(AttributePath("b"), .value(.stringSet(["x"])))])),
        update(.init(set: [.init(a.appending(index: 1).appending("b"), .operand(one))])),
        // The condition holds only once.
        update(
            .init(add: [.init(a, one), .init(version, one)]), if: isThere && .compare(.path(version), .equal, .value(7))
        ),
        update(
            .init(set: [.init(version, .operand(.value(8)))], add: [.init(a, one)]),
            if: .compare(.value(7), .equal, .path(version))),
        update(
            .init(set: [.init(version, .plus(.operand(.path(version)), .operand(one)))], add: [.init(a, one)]),
            if: .compare(.path(version), .equal, .value(7))),
        update(.init(set: [.init(version, .operand(one))], add: [.init(a, one)]), if: .notExists(.path(version))),
    ]

    static let harmful: [DynamoDBRequest] = [
        .transactWriteItems(.init(actions: [])),
        update(.init(add: [.init(a, one)])),
        update(.init(add: [.init(a, one)]), if: isThere),
        update(.init(set: [.init(a, .plus(.operand(.path(a)), .operand(one)))])),
        update(.init(set: [.init(a, .minus(.operand(.path(a)), .operand(one)))])),
        update(.init(set: [.init(a, .listAppend(.operand(.path(a)), .operand(.value(["x"]))))])),
        update(.init(set: [.init(a, .operand(.path(AttributePath("b"))))])),
        // Once b is there, a gets another value.
        update(.init(set: [.init(a, .ifNotExists(AttributePath("b"), .operand(one)))])),
        // The next element moves to its place; behind the end an assignment appends.
        update(.init(remove: [a.appending(index: 0)])),
        update(.init(set: [.init(a.appending(index: 9), .operand(one))])),
        // The answer would be another one.
        update(.init(set: [.init(a, .operand(one))]), returning: .allOld),
        update(.init(set: [.init(a, .operand(one))]), returning: .updatedOld),
        // Conditions that hold afterwards as well.
        update(.init(add: [.init(a, one)]), if: .compare(.path(version), .equal, .value(7))),
        update(
            .init(add: [.init(version, .value(0)), .init(a, one)]), if: .compare(.path(version), .equal, .value(7))),
        update(
            .init(set: [.init(version, .operand(.value(7)))], add: [.init(a, one)]),
            if: .compare(.path(version), .equal, .value(7))),
        update(
            .init(add: [.init(a, one), .init(version, one)]), if: isThere || .compare(.path(version), .equal, .value(7))
        ),
        update(
            .init(add: [.init(a, one), .init(version, one)]), if: .not(.compare(.path(version), .equal, .value(7)))),
        update(.init(add: [.init(a, one), .init(version, one)]), if: .compare(.path(version), .less, .value(7))),
    ]

    @Test("Reads, assignments, what a condition or a token protects", arguments: harmless)
    func isHarmless(_ request: DynamoDBRequest) {
        #expect(request.repeatability == .harmless)
    }

    @Test("Additions, list operations, answers that tell of the past", arguments: harmful)
    func isHarmful(_ request: DynamoDBRequest) {
        #expect(request.repeatability == .harmful)
    }

    @Test("A put or delete that returns what was there may be repeated, but its answer has to be looked at")
    func hidesOutcome() {
        var put = PutItemRequest(tableName: "things", item: ["pk": "a"])
        put.returnValues = .allOld
        var delete = DeleteItemRequest(tableName: "things", key: ["pk": "a"])
        delete.returnValues = .allOld
        #expect(DynamoDBRequest.putItem(put).repeatability == .hidesOutcome)
        #expect(DynamoDBRequest.deleteItem(delete).repeatability == .hidesOutcome)
    }
}
