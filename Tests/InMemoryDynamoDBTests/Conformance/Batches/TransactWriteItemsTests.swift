import Testing

/// Answers recorded on the service: dynamodb-conformance's `tier2/transactions`, `tier3/error-messages/transactWriteItems`,
/// `tier3/error-messages/transactIndexKeys` and `tier3/limits/transactionLimits`; Alternator's `test_transact`.
@Suite("Recorded answers: TransactWriteItems")
struct TransactWriteItemsTests {
    static let operation = "TransactWriteItems"

    static func body(_ actions: String..., options: String = "") -> String {
        #"{"TransactItems":[\#(actions.joined(separator: ","))]\#(options)}"#
    }

    static func put(_ item: String, on table: String = "hash", _ options: String = "") -> String {
        #"{"Put":{"TableName":"\#(table)","Item":\#(item)\#(options)}}"#
    }

    static func update(_ key: String, _ expression: String, _ value: String, on table: String = "hash") -> String {
        #"{"Update":{"TableName":"\#(table)","Key":\#(key),"UpdateExpression":"\#(expression)","ExpressionAttributeValues":{":v":\#(value)}}}"#
    }

    static func delete(_ key: String, on table: String = "hash") -> String {
        #"{"Delete":{"TableName":"\#(table)","Key":\#(key)}}"#
    }

    static func check(_ key: String, _ condition: String, on table: String = "hash", _ options: String = "") -> String {
        #"{"ConditionCheck":{"TableName":"\#(table)","Key":\#(key),"ConditionExpression":"\#(condition)"\#(options)}}"#
    }

    private static func refused(_ body: String, _ message: String) -> Recorded {
        Recorded(.invalid(operation, body, message))
    }

    private static func cancelled(_ body: String, _ reasons: String) -> Recorded {
        Recorded(.cancelled(operation, body, .invalid(reasons)))
    }

    static let several = "Transaction request cannot include multiple operations on one item"
    static let one = #"{"a":{"S":"1"}}"#
    static func emptyKey(_ kind: String) -> String {
        "One or more parameter values are not valid. The AttributeValue for a key attribute cannot contain an empty \(kind) "
            + "value. Key: a"
    }

    static let refusals: [Recorded] = [
        refused(
            body(),
            "1 validation error detected: Value '[]' at 'transactItems' failed to satisfy constraint: Member must have length "
                + "greater than or equal to 1"),
        // dynalite
        refused(
            body(#"{"NotARealAction":{"TableName":"hash"}}"#, put(one)),
            "Invalid Request: TransactWriteRequest should contain Delete or Put or Update request"),
        Recorded(.notFound(operation, body(delete(one, on: "abc"), put(one, on: "abc")))),
        Recorded(.notFound(operation, body(put(#"{"a":{"N":"5"}}"#), put(one, on: "abc")))),
        refused(body(put(one), put(one)), several),
        refused(body(put(one), delete(one)), several),
        refused(body(put(one), check(one, "attribute_exists(a)")), several),
        refused(
            body(put(one), check(#"{"a":{"S":"2"}}"#, "attribute_exists(a)"), delete(#"{"a":{"S":"2"}}"#)), several),
        refused(body(put(one), put(#"{"b":{"S":"1"}}"#), delete(one)), several),
        refused(
            body(put(one, #","ConditionExpression":"attribute_exists(#xyz)""#)),
            "Invalid ConditionExpression: An expression attribute name used in the document path is not defined; attribute "
                + "name: #xyz"),
        refused(
            body(put(one, #","ConditionExpression":"a = :xyz""#)),
            "Invalid ConditionExpression: An expression attribute value used in expression is not defined; attribute value: "
                + ":xyz"),
        refused(
            body(put(one, ##","ConditionExpression":"attribute_exists(a)","ExpressionAttributeNames":{"#xyz":"x"}"##)),
            "Value provided in ExpressionAttributeNames unused in expressions: keys: {#xyz}"),
        refused(
            body(
                put(
                    one, #","ConditionExpression":"attribute_exists(a)","ExpressionAttributeValues":{":xyz":{"N":"7"}}"#
                )),
            "Value provided in ExpressionAttributeValues unused in expressions: keys: {:xyz}"),
        refused(
            body(put(one, #","ConditionExpression":"hello!""#)),
            #"Invalid ConditionExpression: Syntax error; token: "!", near: "hello!""#),
        // Empty keys refuse the whole call, whatever is wrong with the actions before them.
        refused(body(put(#"{"a":{"S":""}}"#)), emptyKey("string")),
        refused(body(put(#"{"a":{"N":"5"}}"#), put(#"{"a":{"S":""}}"#)), emptyKey("string")),
        refused(body(update(#"{"a":{"S":""}}"#, "SET b = :v", #"{"S":"x"}"#)), emptyKey("string")),
        refused(body(delete(#"{"a":{"S":""}}"#)), emptyKey("string")),
        refused(body(check(#"{"a":{"S":""}}"#, "attribute_not_exists(a)")), emptyKey("string")),
        refused(body(put(#"{"a":{"B":""}}"#, on: "hashB")), emptyKey("binary")),
        refused(body(update(#"{"a":{"B":""}}"#, "SET b = :v", #"{"S":"x"}"#, on: "hashB")), emptyKey("binary")),
        refused(body(delete(#"{"a":{"B":""}}"#, on: "hashB")), emptyKey("binary")),
        refused(body(check(#"{"a":{"B":""}}"#, "attribute_not_exists(a)", on: "hashB")), emptyKey("binary")),
        refused(
            body(put(#"{"pk":{"S":"1"},"sk":{"S":"c"},"lsi1sk":{"S":""}}"#, on: "composite")),
            "\(BatchWriteItemTests.emptyIndexKey) string value. IndexName: gsi1, IndexKey: lsi1sk"),
        refused(
            body(put(#"{"a":{"S":"1"},"bidx":{"B":""}}"#, on: "indexB")),
            "\(BatchWriteItemTests.emptyIndexKey) binary value. IndexName: gsib, IndexKey: bidx"),
        refused(
            body(update(#"{"pk":{"S":"1"},"sk":{"S":"c"}}"#, "SET lsi1sk = :v", #"{"S":""}"#, on: "composite")),
            emptyIndexKeyInUpdate("string")),
        refused(body(update(one, "SET bidx = :v", #"{"B":""}"#, on: "indexB")), emptyIndexKeyInUpdate("binary")),
    ]

    private static func emptyIndexKeyInUpdate(_ kind: String) -> String {
        "One or more parameter values are not valid. The update expression attempted to update a secondary index key to a value "
            + "that is not supported. The AttributeValue for a key attribute cannot contain an empty \(kind) value."
    }

    static let cancellations: [Recorded] = [
        cancelled(
            body(put(#"{"a":{"N":"5"}}"#)),
            "One or more parameter values were invalid: Type mismatch for key a expected: S actual: N"),
        cancelled(
            body(put(#"{"a":{"L":[{"S":"x"}]}}"#)),
            "One or more parameter values were invalid: Type mismatch for key a expected: S actual: L"),
        cancelled(
            body(put(#"{"b":{"S":"x"}}"#)), "One or more parameter values were invalid: Missing the key a in the item"),
        cancelled(
            body(update(one, "SET a = :v", #"{"S":"2"}"#)),
            "One or more parameter values were invalid: Cannot update attribute a. This attribute is part of the key"),
        // Alternator: of two actions that are not valid the first is reported, and no condition is looked at.
        Recorded(
            .cancelled(
                operation,
                body(
                    put(#"{"a":{"N":"7"}}"#), put(#"{"a":{"N":"8"}}"#),
                    put(one, #","ConditionExpression":"attribute_exists(a)""#)),
                .invalid("One or more parameter values were invalid: Type mismatch for key a expected: S actual: N"),
                .none,
                .none)),
        Recorded(
            .cancelled(
                operation,
                body(put(one, #","ConditionExpression":"attribute_exists(a)""#), put(#"{"a":{"N":"8"}}"#)), .none,
                .invalid("One or more parameter values were invalid: Type mismatch for key a expected: S actual: N"))),
        // All conditions that fail are reported, with the item where that is asked for.
        Recorded(
            .ok("PutItem", #"{"TableName":"hash","Item":{"a":{"S":"1"},"x":{"N":"42"}}}"#),
            .cancelled(
                operation,
                body(
                    put(#"{"a":{"S":"9"}}"#),
                    put(
                        one,
                        #","ConditionExpression":"attribute_not_exists(a)","ReturnValuesOnConditionCheckFailure":"ALL_OLD""#
                    ),
                    check(
                        #"{"a":{"S":"8"}}"#, "attribute_exists(a)", #","ReturnValuesOnConditionCheckFailure":"ALL_OLD""#
                    ),
                    put(
                        #"{"a":{"S":"7"}}"#,
                        #","ConditionExpression":"attribute_exists(a)","ReturnValuesOnConditionCheckFailure":"NONE""#)),
                .none, .failed(#"{"a":{"S":"1"},"x":{"N":"42"}}"#), .failed(), .failed()),
            .ok("GetItem", #"{"TableName":"hash","Key":{"a":{"S":"9"}}}"#)),
        cancelled(
            body(put(#"{"pk":{"S":"1"},"sk":{"S":"a"},"lsi1sk":{"N":"5"}}"#, on: "composite")),
            "One or more parameter values were invalid: Type mismatch for Index Key lsi1sk Expected: S Actual: N IndexName: gsi1"
        ),
        cancelled(
            body(put(#"{"pk":{"S":"1"},"sk":{"S":"a"},"lsi1sk":{"L":[{"S":"x"}]}}"#, on: "composite")),
            "One or more parameter values were invalid: Type mismatch for Index Key lsi1sk Expected: S Actual: L IndexName: gsi1"
        ),
        cancelled(
            body(update(#"{"pk":{"S":"1"},"sk":{"S":"a"}}"#, "SET lsi1sk = :v", #"{"N":"5"}"#, on: "composite")),
            "One or more parameter values were invalid: Type mismatch for Index Key lsi1sk Expected: S Actual: N IndexName: gsi1"
        ),
        cancelled(
            body(
                update(#"{"pk":{"S":"1"},"sk":{"S":"a"}}"#, "SET lsi1sk = :v", #"{"L":[{"S":"x"}]}"#, on: "composite")),
            "One or more parameter values were invalid: Type mismatch for Index Key lsi1sk Expected: S Actual: L IndexName: gsi1"
        ),
    ]

    /// Wrong types in the key of an action that only has a key.
    static let wrongKeys: [Recorded] = [#"{"a":{"N":"5"}}"#, #"{"a":{"L":[{"S":"x"}]}}"#, "{}"].flatMap { key in
        [update(key, "SET b = :v", #"{"S":"x"}"#), delete(key), check(key, "attribute_not_exists(a)")].map {
            cancelled(body($0), BatchGetItemTests.mismatch)
        }
    }

    @Test(arguments: refusals + cancellations + wrongKeys)
    func refusal(_ recorded: Recorded) { BatchTables().check(recorded) }

    static let answers: [Recorded] = [
        Recorded(
            .ok("PutItem", #"{"TableName":"hash","Item":{"a":{"S":"2"},"c":{"N":"1"}}}"#),
            .ok("PutItem", #"{"TableName":"hash","Item":{"a":{"S":"3"}}}"#),
            .ok(
                operation,
                body(
                    put(
                        #"{"a":{"S":"1"},"s":{"SS":[""]}}"#,
                        #","ConditionExpression":"(attribute_not_exists(a)) AND (attribute_not_exists(s))""#),
                    update(#"{"a":{"S":"2"}}"#, "SET c = if_not_exists(c, :v) + :v", #"{"N":"1"}"#),
                    delete(#"{"a":{"S":"3"}}"#), check(#"{"a":{"S":"4"}}"#, "attribute_not_exists(a)"),
                    put(#"{"a":{"S":"1"},"b":{"S":"1"}}"#, on: "range"))),
            .ok(
                "TransactGetItems",
                #"{"TransactItems":[\#(["1", "2", "3", "4"].map { #"{"Get":{"TableName":"hash","Key":{"a":{"S":"\#($0)"}}}}"# }.joined(separator: ","))]}"#,
                #"{"Responses":[{"Item":{"a":{"S":"1"},"s":{"SS":[""]}}},{"Item":{"a":{"S":"2"},"c":{"N":"2"}}},{},{}]}"#
            )),
        // Twice of 1 KB each; a condition is free, a check costs what a write does.
        Recorded(
            .ok("PutItem", #"{"TableName":"composite","Item":{"pk":{"S":"1"},"sk":{"S":"x"}}}"#),
            .ok(
                operation,
                body(
                    put(one), put(#"{"a":{"S":"2"}}"#, #","ConditionExpression":"attribute_not_exists(a)""#),
                    check(#"{"pk":{"S":"1"},"sk":{"S":"x"}}"#, "attribute_exists(pk)", on: "composite"),
                    options: #","ReturnConsumedCapacity":"INDEXES""#),
                #"{"ConsumedCapacity":[{"TableName":"composite","CapacityUnits":2,"WriteCapacityUnits":2,"Table":{"CapacityUnits":2,"WriteCapacityUnits":2}},{"TableName":"hash","CapacityUnits":4,"WriteCapacityUnits":4,"Table":{"CapacityUnits":4,"WriteCapacityUnits":4}}]}"#
            )),
        // Done once; the second time it is a read of 4 KB instead of a write of two.
        Recorded(
            .ok(operation, token("t", "x"), tokenAnswer(4, "Write")),
            .ok(operation, token("t", "x"), tokenAnswer(2, "Read")),
            Recorded.Step(
                operation: operation, body: token("t", "y"),
                answer:
                    #"{"__type":"com.amazonaws.dynamodb.v20120810#IdempotentParameterMismatchException","message":"The request uses the same client token as a previous, but non-identical request. Do not reuse a client token with different requests, unless the requests are identical"}"#
            )),
        // What has not been carried out may be tried again, with other parameters.
        Recorded(
            .cancelled(
                operation,
                body(
                    put(one, #","ConditionExpression":"attribute_exists(a)""#), options: #","ClientRequestToken":"t""#),
                .failed()), .ok(operation, token("t", "x"), tokenAnswer(4, "Write"))),
    ]

    private static func token(_ token: String, _ letter: String) -> String {
        body(
            put(#"{"a":{"S":"1"},"b":{"S":"\#(String(repeating: letter, count: 1536))"}}"#),
            options: #","ReturnConsumedCapacity":"TOTAL","ClientRequestToken":"\#(token)""#)
    }

    private static func tokenAnswer(_ units: Int, _ direction: String) -> String {
        #"{"ConsumedCapacity":[{"TableName":"hash","CapacityUnits":\#(units),"\#(direction)CapacityUnits":\#(units)}]}"#
    }

    @Test(arguments: answers)
    func answer(_ recorded: Recorded) { BatchTables().check(recorded) }

    @Test(arguments: [(36, 200), (37, 400)])
    func aTokenHasUpTo36Characters(_ count: Int, _ expected: Int) {
        let token = String(repeating: "t", count: count)
        let (status, answer) = BatchTables().tables.ask(
            Self.operation, Self.body(Self.put(Self.one), options: #","ClientRequestToken":"\#(token)""#))
        #expect(status == expected)
        #expect(answer.contains("'clientRequestToken' failed") == (expected == 400))
    }

    /// 100 actions, 4 MB of what the request holds, not of what it meets.
    @Test(arguments: [(100, 1, 200), (101, 1, 400), (30, 100_000, 200), (50, 100_000, 400)])
    func limits(_ count: Int, _ size: Int, _ expected: Int) {
        let filler = String(repeating: "x", count: size)
        let puts = (0..<count).map { Self.put(#"{"a":{"S":"\#($0)"},"x":{"S":"\#(filler)"}}"#) }
        let (status, answer) = BatchTables().tables.ask(
            Self.operation, #"{"TransactItems":[\#(puts.joined(separator: ","))]}"#)
        #expect(status == expected)
        guard expected == 400 else { return }
        #expect(answer.contains(size == 1 ? "Member must have length less than or equal to 100" : "size cannot exceed"))
    }
}
