import Testing

/// What Query and Scan say of their parameters before they look for the table, and which complaint comes first. The messages and their
/// order have been recorded by dynalite's tests; those of the key condition's count, and of one condition for each key, by the
/// dynamodb-conformance suite.
@Suite("Conformance: parameters of Query and Scan")
struct ReadParameterTests {
    private static let key = #""KeyConditionExpression":"a = :a","ExpressionAttributeValues":{":a":{"S":"a"}}"#
    private static let invalid = "One or more parameter values were invalid: "

    private static let mixes: [Refusal] = [
        .query(
            "none",
            #""FilterExpression":"","AttributesToGet":["a"],"QueryFilter":{},"ConditionalOperator":"AND","KeyConditions":{}"#,
            mixed("AttributesToGet, QueryFilter, ConditionalOperator", "FilterExpression")),
        .query(
            "none",
            #""ProjectionExpression":"a","FilterExpression":"a","KeyConditionExpression":"a","KeyConditions":{}"#,
            mixed("KeyConditions", "ProjectionExpression, FilterExpression, KeyConditionExpression")),
        .scan(
            "none", #""ProjectionExpression":"a","AttributesToGet":["a","a"],"ScanFilter":{}"#,
            mixed("AttributesToGet, ScanFilter", "ProjectionExpression")),
        .scan(
            "none", ##""ExpressionAttributeNames":{"#a":"a"}"##,
            "ExpressionAttributeNames can only be specified when using expressions"),
        .query(
            "none", #""ExpressionAttributeValues":{":a":{"S":"a"}},"ProjectionExpression":"a""#,
            "ExpressionAttributeValues can only be specified when using expressions: "
                + "FilterExpression and KeyConditionExpression are null"),
        .scan(
            "none", #""ExpressionAttributeValues":{},"ProjectionExpression":"a""#,
            "ExpressionAttributeValues can only be specified when using expressions: FilterExpression is null"),
    ]

    private static func mixed(_ old: String, _ new: String) -> String {
        "Can not use both expression and non-expression parameters in the same request: "
            + "Non-expression parameters: {\(old)} Expression parameters: {\(new)}"
    }

    private static let order: [Refusal] = [
        .query(
            "none", #""QueryFilter":{"a":{"ComparisonOperator":"EQ"}},"AttributesToGet":["a","a"]"#,
            invalid + "Invalid number of argument(s) for the EQ ComparisonOperator"),
        .query(
            "none", #""ExclusiveStartKey":{"a":{}},"AttributesToGet":["a","a"]"#,
            invalid + "Duplicate value in attribute name: a"),
        .query(
            "none", #""ExclusiveStartKey":{"a":{}}"#,
            "The provided starting key is invalid: Supplied AttributeValue is empty, must contain exactly one of the "
                + "supported datatypes"),
        .query(
            "none", #""Select":"COUNT""#,
            "Either the KeyConditions or KeyConditionExpression parameter must be specified in the request."),
        .query("none", #""KeyConditions":{}"#, "Conditions can be of length 1 or 2 only"),
        .query(
            "none", #""KeyConditionExpression":"","FilterExpression":"""#,
            "Invalid KeyConditionExpression: The expression can not be empty;"),
        .query(
            "none", #""KeyConditionExpression":"a > b and size(b) > c or a > c","FilterExpression":"""#,
            "Invalid FilterExpression: The expression can not be empty;"),
        .scan(
            "none", #""ScanFilter":{"a":{"ComparisonOperator":"EQ"}},"AttributesToGet":["a","a"]"#,
            invalid + "Duplicate value in attribute name: a"),
        .scan(
            "none", #""ScanFilter":{"a":{"ComparisonOperator":"EQ"}},"ExclusiveStartKey":{"a":{}}"#,
            invalid + "Invalid number of argument(s) for the EQ ComparisonOperator"),
        .scan(
            "none", #""Segment":1,"ExclusiveStartKey":{"a":{}}"#,
            "The provided starting key is invalid: Supplied AttributeValue is empty, must contain exactly one of the "
                + "supported datatypes"),
        .scan(
            "none", #""Segment":1,"FilterExpression":"""#,
            "The TotalSegments parameter is required but was not present in the request when Segment parameter is "
                + "present"),
        .scan(
            "none", #""TotalSegments":1,"FilterExpression":"""#,
            "The Segment parameter is required but was not present in the request when parameter TotalSegments is "
                + "present"),
        .scan(
            "none", #""TotalSegments":1,"Segment":1,"FilterExpression":"""#,
            "The Segment parameter is zero-based and must be less than parameter TotalSegments: Segment: 1 is not less "
                + "than TotalSegments: 1"),
        .scan(
            "none", #""FilterExpression":"","ProjectionExpression":"""#,
            "Invalid FilterExpression: The expression can not be empty;"),
        .scan(
            "none", #""ProjectionExpression":"a,b,a""#,
            "Invalid ProjectionExpression: Two document paths overlap with each other; must remove or rewrite one of "
                + "these paths; path one: [a], path two: [a]"),
    ]

    /// Values of a starting key. Some of the complaints are said to be the key's, others are not.
    private static let startValues: [Refusal] = [
        (#"{"S":"a","N":"1"}"#, "The provided starting key is invalid: " + moreThanOne),
        (
            #"{"NULL":false}"#,
            "The provided starting key is invalid: \(invalid)Null attribute value types must have the value of true"
        ),
        (#"{"SS":[]}"#, "The provided starting key is invalid: \(invalid)An string set  may not be empty"),
        (#"{"BS":[]}"#, "The provided starting key is invalid: \(invalid)Binary sets should not be empty"),
        (#"{"NS":[]}"#, invalid + "An number set  may not be empty"),
        (#"{"SS":["a","a"]}"#, invalid + "Input collection [a, a] contains duplicates."),
        (#"{"N":""}"#, "The parameter cannot be converted to a numeric value"),
        (#"{"N":"b"}"#, "The parameter cannot be converted to a numeric value: b"),
        (
            #"{"N":"123456789012345678901234567890123456789"}"#,
            "Attempting to store more than 38 significant digits in a Number"
        ),
    ].flatMap { value, message in
        [
            .query("none", #""ExclusiveStartKey":{"a":\#(value)}"#, message),
            .scan("none", #""ExclusiveStartKey":{"a":\#(value)}"#, message),
        ]
    }
    private static let moreThanOne =
        "Supplied AttributeValue has more than one datatypes set, must contain exactly one of the supported datatypes"

    private static let selections: [Refusal] = [
        (
            "SPECIFIC_ATTRIBUTES", "",
            "Must specify the AttributesToGet or ProjectionExpression when choosing to get SPECIFIC_ATTRIBUTES"
        ),
        (
            "COUNT", #","ProjectionExpression":"a""#,
            "Cannot specify the ProjectionExpression when choosing to get only the Count"
        ),
        (
            "COUNT", #","AttributesToGet":["a"]"#,
            "Cannot specify the AttributesToGet when choosing to get only the Count"
        ),
        (
            "ALL_ATTRIBUTES", #","ProjectionExpression":"a""#,
            "Cannot specify the ProjectionExpression when choosing to get ALL_ATTRIBUTES"
        ),
        (
            "ALL_ATTRIBUTES", #","AttributesToGet":["a"]"#,
            "Cannot specify the AttributesToGet when choosing to get ALL_ATTRIBUTES"
        ),
        (
            "ALL_PROJECTED_ATTRIBUTES", #","ProjectionExpression":"a""#,
            "Cannot specify the ProjectionExpression when choosing to get ALL_PROJECTED_ATTRIBUTES"
        ),
        (
            "ALL_PROJECTED_ATTRIBUTES", "",
            "ALL_PROJECTED_ATTRIBUTES can be used only when Querying using an IndexName"
        ),
    ].flatMap { select, parameters, message in
        let old = parameters.contains("AttributesToGet")
        let key =
            old ? #""KeyConditions":{"a":{"ComparisonOperator":"EQ","AttributeValueList":[{"S":"a"}]}}"# : Self.key
        let prefix = select == "SPECIFIC_ATTRIBUTES" ? "1 validation error detected: " : ""
        return [
            Refusal.query("none", #""Select":"\#(select)"\#(parameters),\#(key)"#, prefix + message),
            Refusal.scan("none", #""Select":"\#(select)"\#(parameters)"#, message),
        ]
    }

    @Test(arguments: mixes + order + startValues + selections)
    func refused(_ refusal: Refusal) throws {
        try ReadTables().refuses(refusal.operation, refusal.body, refusal.message)
    }

    /// A Query's limit has words of its own, but for a request with which more is wrong (dynamodb-conformance).
    @Test(arguments: [
        Refusal.query(
            "none", #""Limit":0"#,
            "1 validation error detected: Value at 'Limit' failed to satisfy constraint: Member must have value greater "
                + "than or equal to 1"),
        .query(
            "none", #""Limit":0,"Select":"SOME""#,
            "2 validation errors detected: Value 'SOME' at 'select' failed to satisfy constraint: Member must satisfy "
                + "enum value set: [SPECIFIC_ATTRIBUTES, COUNT, ALL_ATTRIBUTES, ALL_PROJECTED_ATTRIBUTES]; "
                + "Value '0' at 'limit' failed to satisfy constraint: Member must have value greater than or equal to 1"
        ),
        .scan(
            "none", #""Limit":0"#,
            "1 validation error detected: Value '0' at 'limit' failed to satisfy constraint: Member must have value "
                + "greater than or equal to 1"),
    ])
    func limits(_ refusal: Refusal) throws {
        try ReadTables().refuses(refusal.operation, refusal.body, refusal.message)
    }

    @Test func onlyThenIsTheTableLookedFor() throws {
        let tables = ReadTables()
        for (operation, parameters) in [("Query", Self.key), ("Scan", #""Limit":1"#)] {
            let (status, answer) = tables.ask(operation, #"{"TableName":"none",\#(parameters)}"#)
            #expect(status == 400)
            #expect(answer.contains("ResourceNotFoundException"))
        }
    }
}
