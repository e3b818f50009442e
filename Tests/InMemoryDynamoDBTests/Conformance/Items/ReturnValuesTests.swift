import Testing

/// What writes return. Recorded by Alternator's and dynalite's tests.
@Suite("Conformance: return values")
struct ReturnValuesTests {
    private static let key = #""TableName":"hash","Key":{"a":{"S":"1"}}"#
    private static let item =
        #"{"a":{"S":"1"},"m":{"M":{"b":{"S":"dog"},"c":{"L":[{"N":"1"},{"N":"2"},{"N":"3"}]}}},"d":{"S":"cat"}}"#

    @Test(
        arguments: [
            ("UPDATED_OLD", "SET m.b = :v", #"{"m":{"M":{"b":{"S":"dog"}}}}"#),
            ("UPDATED_NEW", "SET m.b = :v", #"{"m":{"M":{"b":{"N":"8"}}}}"#),
            ("UPDATED_OLD", "SET m.c[1] = :v", #"{"m":{"M":{"c":{"L":[{"N":"2"}]}}}}"#),
            ("UPDATED_OLD", "SET m.c[1] = :v, m.b = :v", #"{"m":{"M":{"b":{"S":"dog"},"c":{"L":[{"N":"2"}]}}}}"#),
            ("UPDATED_NEW", "SET m.c[1] = :v", #"{"m":{"M":{"c":{"L":[{"N":"8"}]}}}}"#),
            ("UPDATED_OLD", "SET m.x = :v", ""), ("UPDATED_NEW", "SET m.x = :v", #"{"m":{"M":{"x":{"N":"8"}}}}"#),
            ("UPDATED_OLD", "REMOVE m.c[1], m.c[3] SET e = :v", #"{"m":{"M":{"c":{"L":[{"N":"2"}]}}}}"#),
            // Strange, but so it is: an element beyond the end is not found at the index that it was set at …
            ("UPDATED_NEW", "SET m.c[100] = :v", ""),
            // … and in the place of a removed one there is the next.
            ("UPDATED_NEW", "REMOVE m.c[1] ADD e :v", #"{"m":{"M":{"c":{"L":[{"N":"3"}]}}},"e":{"N":"8"}}"#),
            ("UPDATED_OLD", "SET d = :v, e = :v", #"{"d":{"S":"cat"}}"#),
            ("UPDATED_NEW", "SET d = :v, e = :v", #"{"d":{"N":"8"},"e":{"N":"8"}}"#),
            ("UPDATED_NEW", "SET e = :v REMOVE d", #"{"e":{"N":"8"}}"#), ("NONE", "SET e = :v", ""),
            ("ALL_OLD", "SET e = :v", item),
        ] as [(String, String, String)])
    func ofUpdates(_ returnValues: String, _ expression: String, _ attributes: String) {
        let update = #""UpdateExpression":"\#(expression)","ExpressionAttributeValues":{":v":{"N":"8"}}"#
        ItemTables().check(
            Recorded(
                .ok("PutItem", #"{"TableName":"hash","Item":\#(Self.item)}"#),
                .ok(
                    "UpdateItem", #"{\#(Self.key),\#(update),"ReturnValues":"\#(returnValues)"}"#,
                    attributes.isEmpty ? "{}" : #"{"Attributes":\#(attributes)}"#)))
    }

    @Test func ofListsThatGrow() {
        let first = #"{"b":{"M":{"a":{"N":"1"},"b":{"N":"2"},"c":{"N":"3"}}},"c":{"L":[{"N":"1"},{"N":"3"}]}}"#
        let expression =
            "set b.c=((c[1])+(b.a)),b.a = a,c[1] = a, c[4] = b.a - b.b, c[2] = b.c add c[8] :b, c[6] :a"
        ItemTables().check(
            Recorded(
                .ok(
                    "UpdateItem",
                    #"{\#(Self.key),"UpdateExpression":"set b = :b, c = :c","ExpressionAttributeValues":{":b":{"M":{"a":{"N":"1"},"b":{"N":"2"},"c":{"N":"3"}}},":c":{"L":[{"N":"1"},{"N":"3"}]}},"ReturnValues":"UPDATED_NEW"}"#,
                    #"{"Attributes":\#(first)}"#),
                .ok(
                    "UpdateItem",
                    #"{\#(Self.key),"UpdateExpression":"\#(expression)","ExpressionAttributeValues":{":a":{"N":"2"},":b":{"SS":["a"]}},"ReturnValues":"UPDATED_NEW"}"#,
                    #"{"Attributes":{"b":{"M":{"a":{"S":"1"},"c":{"N":"4"}}},"c":{"L":[{"S":"1"},{"N":"3"},{"N":"2"}]}}}"#
                ),
                .ok(
                    "GetItem", "{\(Self.key)}",
                    #"{"Item":{"a":{"S":"1"},"b":{"M":{"a":{"S":"1"},"b":{"N":"2"},"c":{"N":"4"}}},"c":{"L":[{"N":"1"},{"S":"1"},{"N":"3"},{"N":"-1"},{"N":"2"},{"SS":["a"]}]}}}"#
                )))
    }

    @Test(arguments: ["ALL_OLD", "UPDATED_OLD"])
    func ofWhatWasNotThere(_ returnValues: String) {
        ItemTables().check(
            Recorded(
                .ok("DeleteItem", #"{\#(Self.key),"ReturnValues":"ALL_OLD"}"#),
                .ok(
                    "UpdateItem",
                    #"{\#(Self.key),"AttributeUpdates":{"b":{"Value":{"S":"b"}}},"ReturnValues":"\#(returnValues)"}"#)))
        ItemTables().check(
            Recorded(.ok("PutItem", #"{"TableName":"hash","Item":{"a":{"S":"1"}},"ReturnValues":"ALL_OLD"}"#)))
    }

    @Test(arguments: ["UPDATED_OLD", "ALL_NEW", "UPDATED_NEW"])
    func thatOnlyUpdatesHave(_ returnValues: String) {
        for (operation, body) in [("PutItem", #""Item":{}"#), ("DeleteItem", #""Key":{}"#)] {
            ItemTables().check(
                Recorded(
                    .invalid(
                        operation,
                        #"{"TableName":"abc",\#(body),"ReturnValues":"\#(returnValues)","Expected":{"a":{}}}"#,
                        "ReturnValues can only be ALL_OLD or NONE")))
        }
    }

    @Test(
        arguments: [
            ("PutItem", #""Item":{"a":{"S":"1"}}"#), ("DeleteItem", #""Key":{"a":{"S":"1"}}"#),
            ("UpdateItem", #""Key":{"a":{"S":"1"}}"#),
        ] as [(String, String)])
    func ofFailedConditions(_ operation: String, _ target: String) {
        let condition = #""ConditionExpression":"d = :v","ExpressionAttributeValues":{":v":{"S":"x"}}"#
        let body = #"{"TableName":"hash",\#(target),\#(condition),"ReturnValuesOnConditionCheckFailure":"ALL_OLD"}"#
        let type = "com.amazonaws.dynamodb.v20120810#ConditionalCheckFailedException"
        let tables = ItemTables()
        tables.check(
            Recorded(.failedCondition(operation, body), .ok("PutItem", #"{"TableName":"hash","Item":\#(Self.item)}"#)))
        let expected = Recorded.Step(
            operation: operation, body: body,
            answer: #"{"__type":"\#(type)","Item":\#(Self.item),"message":"The conditional request failed"}"#)
        tables.check(Recorded(expected))
        tables.check(
            Recorded(.failedCondition(operation, body.replacing("ALL_OLD", with: "NONE"))))
    }
}
