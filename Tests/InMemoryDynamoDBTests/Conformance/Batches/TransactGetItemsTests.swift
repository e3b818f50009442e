import Testing

/// Answers recorded on the service: dynamodb-conformance's `tier2/transactions/transactGet`,
/// `tier3/error-messages/transactGetItems` and `tier3/limits/transactionLimits`; Alternator's `test_transact`.
@Suite("Recorded answers: TransactGetItems")
struct TransactGetItemsTests {
    private static let operation = "TransactGetItems"

    private static func body(_ gets: String..., options: String = "") -> String {
        #"{"TransactItems":[\#(gets.joined(separator: ","))]\#(options)}"#
    }

    private static func get(_ key: String, on table: String = "hash", _ options: String = "") -> String {
        #"{"Get":{"TableName":"\#(table)","Key":\#(key)\#(options)}}"#
    }

    private static let stored = Recorded.Step.ok(
        "PutItem", #"{"TableName":"hash","Item":{"a":{"S":"1"},"x":{"N":"1"},"y":{"N":"2"}}}"#)
    private static let one = #"{"a":{"S":"1"}}"#

    static let cases: [Recorded] = [
        Recorded(
            .invalid(
                operation, body(),
                "1 validation error detected: Value '[]' at 'transactItems' failed to satisfy constraint: Member must have "
                    + "length greater than or equal to 1")),
        Recorded(.notFound(operation, body(get(one, on: "abc")))),
        Recorded(.notFound(operation, body(get("{}"), get(one, on: "abc")))),
        Recorded(
            .invalid(
                operation, body(get(one, #","ProjectionExpression":"!!!""#)),
                #"Invalid ProjectionExpression: Syntax error; token: "!", near: "!!""#)),
        Recorded(
            .invalid(
                operation,
                body(get(one, ##","ProjectionExpression":"#x","ExpressionAttributeNames":{"#x":"x","#q":"q"}"##)),
                "Value provided in ExpressionAttributeNames unused in expressions: keys: {#q}")),
        Recorded(
            .invalid(
                operation, body(get(one), get(one)),
                "Transaction request cannot include multiple operations on one item")),
        Recorded(
            .invalid(operation, body(get("{}"), get(#"{"a":{"S":""}}"#)), TransactWriteItemsTests.emptyKey("string"))),
        Recorded(.cancelled(operation, body(get("{}")), .invalid(BatchGetItemTests.mismatch))),
        Recorded(
            .cancelled(
                operation, body(get(one), get(#"{"a":{"N":"1"}}"#), get("{}")), .none,
                .invalid(BatchGetItemTests.mismatch), .none)),
        Recorded(
            stored,
            .ok(
                operation,
                body(get(#"{"a":{"S":"0"}}"#), get(one), get(#"{"a":{"S":"1"},"b":{"S":"1"}}"#, on: "range")),
                #"{"Responses":[{},{"Item":{"a":{"S":"1"},"x":{"N":"1"},"y":{"N":"2"}}},{}]}"#)),
        Recorded(
            stored,
            .ok(
                operation,
                body(get(one, ##","ProjectionExpression":"#x,y","ExpressionAttributeNames":{"#x":"x"}"##)),
                #"{"Responses":[{"Item":{"x":{"N":"1"},"y":{"N":"2"}}}]}"#)),
        // An item of which the projection leaves nothing is not shown, other than in a batch.
        Recorded(
            stored, .ok(operation, body(get(one, #","ProjectionExpression":"nowhere""#)), #"{"Responses":[{}]}"#)),
        // Two units for each, found or not.
        Recorded(
            stored,
            .ok(
                operation,
                body(get(one), get(#"{"a":{"S":"0"}}"#), options: #","ReturnConsumedCapacity":"INDEXES""#),
                #"{"Responses":[{"Item":{"a":{"S":"1"},"x":{"N":"1"},"y":{"N":"2"}}},{}],"ConsumedCapacity":[{"TableName":"hash","CapacityUnits":4,"ReadCapacityUnits":4,"Table":{"CapacityUnits":4,"ReadCapacityUnits":4}}]}"#
            )),
    ]

    @Test(arguments: cases)
    func answer(_ recorded: Recorded) { BatchTables().check(recorded) }

    @Test(arguments: [(100, 200), (101, 400)])
    func limits(_ count: Int, _ expected: Int) {
        let gets = (0..<count).map { Self.get(#"{"a":{"S":"\#($0)"}}"#) }
        let (status, answer) = BatchTables().tables.ask(
            Self.operation, #"{"TransactItems":[\#(gets.joined(separator: ","))]}"#)
        #expect(status == expected)
        #expect(answer.contains("Member must have length less than or equal to 100") == (expected == 400))
    }
}
