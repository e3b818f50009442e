import Testing

/// `Expected` and `ConditionalOperator`. The messages are those of dynalite's and ExtendDB's recordings, what holds and what fails is
/// recorded by Alternator's tests.
@Suite("Conformance: conditions of the time before expressions")
struct LegacyConditionTests {
    private static let invalid = "One or more parameter values were invalid: "

    @Test(
        arguments: [
            ("{}", "Value must be provided when Exists is null for Attribute: a"),
            (#"{"Exists":true}"#, "Value must be provided when Exists is true for Attribute: a"),
            (#"{"Exists":false,"Value":{"S":"a"}}"#, "Value cannot be used when Exists is false for Attribute: a"),
            (
                #"{"ComparisonOperator":"LT"}"#,
                "Value or AttributeValueList must be used with ComparisonOperator: LT for Attribute: a"
            ),
            (
                #"{"Exists":true,"ComparisonOperator":"LT"}"#,
                "Exists and ComparisonOperator cannot be used together for Attribute: a"
            ),
            (
                #"{"AttributeValueList":[{"S":"a"}],"Value":{"S":"a"},"ComparisonOperator":"LT"}"#,
                "Value and AttributeValueList cannot be used together for Attribute: a"
            ),
            (
                #"{"AttributeValueList":[{"S":"a"}]}"#,
                "AttributeValueList can only be used with a ComparisonOperator for Attribute: a"
            ),
            (
                #"{"Exists":true,"AttributeValueList":[{"S":"a"}]}"#,
                "AttributeValueList can only be used with a ComparisonOperator for Attribute: a"
            ),
            (
                #"{"AttributeValueList":[],"ComparisonOperator":"EQ"}"#,
                "Invalid number of argument(s) for the EQ ComparisonOperator"
            ),
            (
                #"{"AttributeValueList":[{"S":"a"}],"ComparisonOperator":"NULL"}"#,
                "Invalid number of argument(s) for the NULL ComparisonOperator"
            ),
            (
                #"{"AttributeValueList":[],"ComparisonOperator":"IN"}"#,
                "Invalid number of argument(s) for the IN ComparisonOperator"
            ),
            (
                #"{"AttributeValueList":[{"N":"1"},{"N":"10"},{"N":"12"}],"ComparisonOperator":"BETWEEN"}"#,
                "Invalid number of argument(s) for the BETWEEN ComparisonOperator"
            ),
            (
                #"{"Value":{"S":"a"},"ComparisonOperator":"NULL"}"#,
                "Invalid number of argument(s) for the NULL ComparisonOperator"
            ),
            (
                #"{"Value":{"S":"a"},"ComparisonOperator":"BETWEEN"}"#,
                "Invalid number of argument(s) for the BETWEEN ComparisonOperator"
            ),
            (
                #"{"AttributeValueList":[{"N":"3"},{"S":"dog"}],"ComparisonOperator":"IN"}"#,
                "AttributeValues inside AttributeValueList must be of same type"
            ),
            (
                #"{"AttributeValueList":[{"N":"3"}],"ComparisonOperator":"BEGINS_WITH"}"#,
                "ComparisonOperator BEGINS_WITH is not valid for N AttributeValue type"
            ),
            (
                #"{"AttributeValueList":[{"L":[]}],"ComparisonOperator":"CONTAINS"}"#,
                "ComparisonOperator CONTAINS is not valid for L AttributeValue type"
            ),
            (
                #"{"AttributeValueList":[{"SS":["a"]}],"ComparisonOperator":"LE"}"#,
                "ComparisonOperator LE is not valid for SS AttributeValue type"
            ),
        ] as [(String, String)])
    func expectationsThatMakeNoSense(_ expectation: String, _ message: String) {
        let expected = #""Expected":{"a":\#(expectation)}"#
        for (operation, body) in [
            ("PutItem", #"{"TableName":"abc","Item":{},\#(expected)}"#),
            ("UpdateItem", #"{"TableName":"abc","Key":{},\#(expected)}"#),
            ("DeleteItem", #"{"TableName":"abc","Key":{},\#(expected)}"#),
        ] {
            ItemTables().check(Recorded(.invalid(operation, body, Self.invalid + message)))
        }
    }

    @Test func boundsOfBetween() {
        let expected = #"{"b":{"ComparisonOperator":"BETWEEN","AttributeValueList":[{"S":"dog"},{"S":"cat"}]}}"#
        ItemTables().check(
            Recorded(
                .invalid(
                    "PutItem", #"{"TableName":"hash","Item":{"a":{"S":"1"}},"Expected":\#(expected)}"#,
                    "The BETWEEN condition was provided a range where the lower bound is greater than the upper bound")
            ))
    }

    private static let none = "ConditionalOperator cannot be used without Filter or Expected"
    private static let one = "ConditionalOperator can only be used when Filter or Expected has two or more elements"

    @Test(
        arguments: [("", none), (#","Expected":{}"#, none), (#","Expected":{"a":{"Exists":false}}"#, one)]
            as [(String, String)])
    func conditionalOperatorWithNothingToCombine(_ expected: String, _ message: String) {
        for body in [#""Item":{"a":{"S":"1"}}"#, #""Key":{"a":{"S":"1"}}"#] {
            let operations = body.contains("Item") ? ["PutItem"] : ["UpdateItem", "DeleteItem"]
            for operation in operations {
                let request = #"{"TableName":"hash",\#(body),"ConditionalOperator":"AND"\#(expected)}"#
                ItemTables().check(Recorded(.invalid(operation, request, message)))
            }
        }
    }

    /// An item, and what is true of it.
    @Test(
        arguments: [
            (#""n":{"ComparisonOperator":"EQ","AttributeValueList":[{"N":"1.0"}]}"#, true),
            (#""n":{"ComparisonOperator":"EQ","AttributeValueList":[{"S":"1"}]}"#, false),
            (#""set":{"ComparisonOperator":"EQ","AttributeValueList":[{"NS":["7","4","2"]}]}"#, true),
            (#""list":{"ComparisonOperator":"EQ","AttributeValueList":[{"L":[{"N":"2"},{"N":"4"},{"N":"7"}]}]}"#, true),
            (#""n":{"ComparisonOperator":"NE","AttributeValueList":[{"N":"1"}]}"#, false),
            (#""n":{"ComparisonOperator":"NE","AttributeValueList":[{"S":"1"}]}"#, true),
            (#""none":{"ComparisonOperator":"NE","AttributeValueList":[{"N":"1"}]}"#, true),
            (#""n":{"ComparisonOperator":"LE","AttributeValueList":[{"N":"1"}]}"#, true),
            (#""n":{"ComparisonOperator":"LE","AttributeValueList":[{"N":"0"}]}"#, false),
            (#""n":{"ComparisonOperator":"LE","AttributeValueList":[{"S":"1"}]}"#, false),
            (#""s":{"ComparisonOperator":"LT","AttributeValueList":[{"S":"hellp"}]}"#, true),
            (#""s":{"ComparisonOperator":"LT","AttributeValueList":[{"S":"hello"}]}"#, false),
            (#""b":{"ComparisonOperator":"GE","AttributeValueList":[{"B":"aGk="}]}"#, true),
            (#""b":{"ComparisonOperator":"GT","AttributeValueList":[{"B":"aGkgdGhlcmU="}]}"#, false),
            (#""none":{"ComparisonOperator":"NOT_NULL"}"#, false),
            (#""null":{"ComparisonOperator":"NOT_NULL","AttributeValueList":[]}"#, true),
            (#""null":{"ComparisonOperator":"NULL"}"#, false),
            (#""none":{"ComparisonOperator":"NULL"}"#, true),
            (#""s":{"ComparisonOperator":"CONTAINS","AttributeValueList":[{"S":"ell"}]}"#, true),
            (#""s":{"ComparisonOperator":"CONTAINS","AttributeValueList":[{"N":"1"}]}"#, false),
            (#""set":{"ComparisonOperator":"CONTAINS","AttributeValueList":[{"N":"4"}]}"#, true),
            (#""list":{"ComparisonOperator":"CONTAINS","AttributeValueList":[{"N":"4"}]}"#, true),
            (#""b":{"ComparisonOperator":"CONTAINS","AttributeValueList":[{"B":"aGVyZQ=="}]}"#, true),
            (#""none":{"ComparisonOperator":"CONTAINS","AttributeValueList":[{"N":"1"}]}"#, false),
            (#""s":{"ComparisonOperator":"NOT_CONTAINS","AttributeValueList":[{"S":"ell"}]}"#, false),
            (#""s":{"ComparisonOperator":"NOT_CONTAINS","AttributeValueList":[{"N":"1"}]}"#, true),
            (#""list":{"ComparisonOperator":"NOT_CONTAINS","AttributeValueList":[{"N":"1"}]}"#, true),
            (#""none":{"ComparisonOperator":"NOT_CONTAINS","AttributeValueList":[{"N":"1"}]}"#, false),
            (#""s":{"ComparisonOperator":"BEGINS_WITH","AttributeValueList":[{"S":"hell"}]}"#, true),
            (#""n":{"ComparisonOperator":"BEGINS_WITH","AttributeValueList":[{"S":"1"}]}"#, false),
            (#""n":{"ComparisonOperator":"IN","AttributeValueList":[{"N":"2"},{"N":"1"}]}"#, true),
            (#""set":{"ComparisonOperator":"IN","AttributeValueList":[{"N":"2"}]}"#, false),
            (#""n":{"ComparisonOperator":"BETWEEN","AttributeValueList":[{"N":"1"},{"N":"2"}]}"#, true),
            (#""n":{"ComparisonOperator":"BETWEEN","AttributeValueList":[{"S":"0"},{"S":"2"}]}"#, false),
            (#""none":{"ComparisonOperator":"BETWEEN","AttributeValueList":[{"N":"0"},{"N":"2"}]}"#, false),
            (#""n":{"Value":{"N":"1"}}"#, true), (#""n":{"Value":{"N":"2"}}"#, false),
            (#""n":{"Exists":true,"Value":{"N":"1"}}"#, true), (#""n":{"Exists":true,"Value":{"N":"2"}}"#, false),
            (#""n":{"Exists":false}"#, false), (#""none":{"Exists":false}"#, true),
            (#""n":{"Value":{"N":"1"},"ComparisonOperator":"GE"}"#, true),
            (#""n":{"Value":{"N":"1"}},"s":{"Value":{"S":"hello"}},"none":{"Exists":false}"#, true),
            (#""n":{"Value":{"N":"1"}},"s":{"Value":{"S":"hi"}}"#, false),
            ("", true),
        ] as [(String, Bool)])
    func comparisons(_ expected: String, _ holds: Bool) {
        let tables = ItemTables()
        let item = #"""
            {"a":{"S":"1"},"n":{"N":"1"},"s":{"S":"hello"},"b":{"B":"aGkgdGhlcmU="},"set":{"NS":["2","4","7"]},
            "list":{"L":[{"N":"2"},{"N":"4"},{"N":"7"}]},"null":{"NULL":true}}
            """#
        tables.check(Recorded(.ok("PutItem", #"{"TableName":"hash","Item":\#(item)}"#)))
        let put = #"{"TableName":"hash","Item":\#(item),"Expected":{\#(expected)}}"#
        tables.check(Recorded(holds ? .ok("PutItem", put) : .failedCondition("PutItem", put)))
        let delete = #"{"TableName":"hash","Key":{"a":{"S":"1"}},"Expected":{\#(expected)}}"#
        tables.check(Recorded(holds ? .ok("DeleteItem", delete) : .failedCondition("DeleteItem", delete)))
    }

    @Test func orNeedsOne() {
        let expected = #""Expected":{"b":{"Value":{"S":"1"}},"c":{"Value":{"S":"1"}}},"ConditionalOperator":"OR""#
        ItemTables().check(
            Recorded(
                .ok("PutItem", #"{"TableName":"hash","Item":{"a":{"S":"1"},"c":{"S":"1"}}}"#),
                .ok("UpdateItem", #"{"TableName":"hash","Key":{"a":{"S":"1"}},\#(expected)}"#),
                .ok("PutItem", #"{"TableName":"hash","Item":{"a":{"S":"1"},"c":{"S":"2"}}}"#),
                .failedCondition("UpdateItem", #"{"TableName":"hash","Key":{"a":{"S":"1"}},\#(expected)}"#)))
    }

    private static let mixed =
        "Can not use both expression and non-expression parameters in the same request: Non-expression parameters: "

    @Test(arguments: [
        Recorded(
            .invalid(
                "PutItem",
                ##"""
                {"TableName":"abc","Item":{"a":{}},"Expected":{"a":{}},"ExpressionAttributeNames":{},
                "ExpressionAttributeValues":{},"ConditionExpression":""}
                """##, mixed + "{Expected} Expression parameters: {ConditionExpression}")),
        Recorded(
            .invalid(
                "UpdateItem",
                ##"""
                {"TableName":"abc","Key":{"a":{}},"AttributeUpdates":{},"Expected":{"a":{}},"ConditionalOperator":"OR",
                "ConditionExpression":"","UpdateExpression":""}
                """##,
                mixed
                    + "{AttributeUpdates, Expected, ConditionalOperator} Expression parameters: {UpdateExpression, ConditionExpression}"
            )),
        Recorded(
            .invalid(
                "DeleteItem",
                #"{"TableName":"abc","Key":{"a":{}},"ConditionalOperator":"OR","ConditionExpression":""}"#,
                mixed + "{ConditionalOperator} Expression parameters: {ConditionExpression}")),
        Recorded(
            .invalid(
                "GetItem", #"{"TableName":"abc","Key":{"a":{}},"AttributesToGet":["a"],"ProjectionExpression":""}"#,
                mixed + "{AttributesToGet} Expression parameters: {ProjectionExpression}")),
        Recorded(
            .invalid(
                "PutItem",
                #"{"TableName":"abc","Item":{"a":{}},"ExpressionAttributeNames":{},"ExpressionAttributeValues":{}}"#,
                "ExpressionAttributeNames can only be specified when using expressions")),
        Recorded(
            .invalid(
                "UpdateItem", #"{"TableName":"abc","Key":{"a":{}},"Expected":{"a":{}},"ExpressionAttributeValues":{}}"#,
                "ExpressionAttributeValues can only be specified when using expressions: UpdateExpression and "
                    + "ConditionExpression are null")),
        Recorded(
            .invalid(
                "DeleteItem", #"{"TableName":"abc","Key":{"a":{}},"Expected":{"a":{}},"ExpressionAttributeValues":{}}"#,
                "ExpressionAttributeValues can only be specified when using expressions: ConditionExpression is null")),
    ])
    func parametersOfBothTimes(_ recorded: Recorded) {
        ItemTables().check(recorded)
    }
}
