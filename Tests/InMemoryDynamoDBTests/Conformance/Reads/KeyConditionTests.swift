import Testing

/// What a key condition can be. Recorded by dynalite's tests, but for the number of conditions and for two on one key, which the service
/// words differently since (dynamodb-conformance).
@Suite("Conformance: key conditions")
struct KeyConditionTests {
    private static let multiple =
        "Invalid condition in KeyConditionExpression: Multiple attribute names used in one condition"
    private static let noKey = "Invalid condition in KeyConditionExpression: No key attribute specified"
    private static let nested = "KeyConditionExpressions cannot contain nested operations"
    private static let nestedAttribute = "KeyConditionExpressions cannot have conditions on nested attributes"
    private static let twice =
        "Invalid KeyConditionExpression: KeyConditionExpressions must only contain one condition per key"

    private static let forms: [Refusal] = [
        ("a > b and size(b) > c or a > c", "Invalid operator used in KeyConditionExpression: OR"),
        ("a <> b or a <> c", "Invalid operator used in KeyConditionExpression: OR"),
        ("a > :a and NOT b > c", "Invalid operator used in KeyConditionExpression: NOT"),
        ("a in (b, size(c), d)", "Invalid operator used in KeyConditionExpression: IN"),
        ("a <> b", "Invalid operator used in KeyConditionExpression: <>"),
        ("attribute_exists(a)", "Invalid operator used in KeyConditionExpression: attribute_exists"),
        ("attribute_not_exists(a)", "Invalid operator used in KeyConditionExpression: attribute_not_exists"),
        ("contains(a.d, b)", "Invalid operator used in KeyConditionExpression: contains"),
        ("a > size(b.d)", nested), ("a between size(b) and size(a)", nested), ("size(b) > a and b > :a", nested),
        ("b > a.b", multiple), ("a between b and size(a)", multiple), ("begins_with(a, b)", multiple),
        ("b.d > a and b > c", nestedAttribute), ("a.d > c", nestedAttribute), ("b[0] > a", nestedAttribute),
        ("begins_with(a.d, b)", nestedAttribute),
        (":b > :a and b > :a", noKey), (":a > b and :a < :b", noKey),
        ("a = :a and a = :b", twice), ("a > :a and a < :b", twice), ("a = :a and b > :a and b < :b", twice),
    ].map { text, message in
        // Only placeholders that are used may be there.
        let values = ["a", "b"].filter { text.contains(":\($0)") }.map { #"":\#($0)":{"S":"\#($0)"}"# }
        let parameter = values.isEmpty ? "" : #","ExpressionAttributeValues":{\#(values.joined(separator: ","))}"#
        return .query("none", #""KeyConditionExpression":"\#(text)"\#(parameter)"#, message)
    }

    private static let missing = "Query condition missed key schema element: "
    private static let unsupported = "Query key condition not supported"
    private static let mistyped =
        "One or more parameter values were invalid: Condition parameter type does not match schema type"
    private static let notIndexable = "Attempted conditional constraint is not an indexable operation"

    /// Conditions of both forms on a table or one of its indexes.
    private static let schemas: [(table: String, index: String?, conditions: [String], message: String)] = [
        ("hash", nil, ["b EQ S"], missing + "a"), ("range", nil, ["b EQ S"], missing + "a"),
        ("range", nil, ["b EQ S", "c EQ S"], missing + "a"), ("range", nil, ["a EQ S", "c EQ S"], missing + "b"),
        ("range", "index1", ["a EQ S", "b EQ S"], missing + "c"), ("range", "index4", ["d EQ S"], missing + "c"),
        ("range", "index4", ["c EQ S", "a EQ S"], missing + "d"),
        ("range", "index3", ["c EQ S", "d EQ S"], unsupported),
        ("hash", nil, ["a EQ S", "b EQ S"], unsupported), ("hash", nil, ["b EQ S", "c EQ S"], unsupported),
        ("hash", nil, ["a GT S"], unsupported), ("range", nil, ["a LT S", "b EQ S"], unsupported),
        ("range", nil, ["a BEGINS_WITH S"], unsupported), ("range", nil, ["a BETWEEN S"], unsupported),
        ("hash", nil, ["a EQ N"], mistyped), ("range", nil, ["a EQ N", "b EQ S"], mistyped),
        ("range", nil, ["a EQ S", "b EQ N"], mistyped), ("range", nil, ["a EQ S", "b GT N"], mistyped),
        ("rangeN", nil, ["a EQ S", "b EQ S"], mistyped), ("range", "index4", ["c EQ N"], mistyped),
        ("rangeN", nil, ["a EQ S", "b BEGINS_WITH S"], mistyped), ("hash", nil, ["a EQ BOOL"], mistyped),
        ("hash", nil, ["a GT N"], mistyped),
        ("range", "none", ["a EQ S"], "The table does not have the specified index: none"),
        (
            "range", nil, ["a EQ S", "b EQ S", "c EQ S"],
            "The number of query conditions (3) exceeds the number of key attributes defined in the schema (2)"
        ),
    ]

    /// Only the older form can ask for these.
    private static let oldSchemas: [(table: String, index: String?, conditions: [String], message: String)] = [
        ("hash", nil, ["a NULL"], notIndexable), ("hash", nil, ["a NE S"], notIndexable),
        ("hash", nil, ["a IN S"], notIndexable), ("hash", nil, ["a CONTAINS S"], notIndexable),
        ("range", nil, ["a EQ S", "b NOT_NULL"], notIndexable), ("range", nil, ["a NOT_CONTAINS N"], notIndexable),
    ]

    private static func old(_ conditions: [String]) -> String {
        let texts = conditions.map { condition in
            let parts = condition.split(separator: " ")
            let value = parts.count < 3 ? "" : parts[2] == "BOOL" ? #"{"BOOL":true}"# : #"{"\#(parts[2])":"1"}"#
            let values = parts[1] == "BETWEEN" ? "\(value),\(value)" : value
            return #""\#(parts[0])":{"ComparisonOperator":"\#(parts[1])","AttributeValueList":[\#(values)]}"#
        }
        return #""KeyConditions":{\#(texts.joined(separator: ","))}"#
    }

    private static func new(_ conditions: [String]) -> String {
        var (texts, values): ([String], [String]) = ([], [])
        for (number, condition) in conditions.enumerated() {
            let parts = condition.split(separator: " ")
            values.append(
                parts[2] == "BOOL" ? #"":v\#(number)":{"BOOL":true}"# : #"":v\#(number)":{"\#(parts[2])":"1"}"#)
            switch parts[1] {
            case "EQ": texts.append("\(parts[0]) = :v\(number)")
            case "LT": texts.append("\(parts[0]) < :v\(number)")
            case "GT": texts.append("\(parts[0]) > :v\(number)")
            case "BETWEEN": texts.append("\(parts[0]) BETWEEN :v\(number) AND :v\(number)")
            default: texts.append("begins_with(\(parts[0]), :v\(number))")
            }
        }
        return #""KeyConditionExpression":"\#(texts.joined(separator: " AND "))","#
            + #""ExpressionAttributeValues":{\#(values.joined(separator: ","))}"#
    }

    private static let onSchemas: [Refusal] =
        schemas.flatMap { example in
            [old(example.conditions), new(example.conditions)].map { condition in
                let index = example.index.map { #","IndexName":"\#($0)""# } ?? ""
                return .query(example.table, condition + index, example.message)
            }
        } + oldSchemas.map { .query($0.table, old($0.conditions), $0.message) }

    @Test(arguments: forms + onSchemas)
    func refused(_ refusal: Refusal) throws {
        try ReadTables().refuses(refusal.operation, refusal.body, refusal.message)
    }

    private static let numberPrefix =
        "Invalid KeyConditionExpression: Incorrect operand type for operator or function; "
        + "operator or function: begins_with, operand type: N"
    private static let undefined =
        "Invalid KeyConditionExpression: An expression attribute value used in expression is not defined; "
        + "attribute value: :z"

    /// What is wrong with the parts is reported part by part, before they are counted and before the table is looked for. Recorded by
    /// the dynamodb-conformance suite.
    @Test(arguments: [
        ("a = :z AND begins_with(b, :n)", ["n"], undefined), ("begins_with(b, :n) AND a = :z", ["n"], numberPrefix),
        ("a = :s AND begins_with(b, :n) AND b = :z", ["s", "n"], numberPrefix),
        ("a = :s AND begins_with(b, :n) AND b > :s", ["s", "n"], numberPrefix),
        ("a = :s AND begins_with(b, :n)", ["s", "n"], numberPrefix),
        (
            "a = :s AND :b >= b AND c = :z", ["s", "b"],
            numberPrefix.replacing("begins_with", with: ">=").dropLast() + "BOOL"
        ),
    ])
    func partsAreCheckedInTheirOrder(_ text: String, _ names: [String], _ message: String) throws {
        let known = ["n": #"{"N":"1"}"#, "s": #"{"S":"a"}"#, "b": #"{"BOOL":true}"#]
        let values = names.map { #"":\#($0)":\#(known[$0] ?? "")"# }.joined(separator: ",")
        try ReadTables().refuses(
            "Query",
            #"{"TableName":"none","KeyConditionExpression":"\#(text)","ExpressionAttributeValues":{\#(values)}}"#,
            message)
    }

    /// Recorded by the dynamodb-conformance suite.
    @Test(arguments: [
        ("begins_with(b, :v)", #"{"N":"1"}"#, "operator or function: begins_with, operand type: N"),
        ("b < :v", #"{"BOOL":true}"#, "operator or function: <, operand type: BOOL"),
        ("b >= :v", #"{"BOOL":true}"#, "operator or function: >=, operand type: BOOL"),
        ("b BETWEEN :v AND :v", #"{"BOOL":true}"#, "operator or function: BETWEEN, operand type: BOOL"),
    ])
    func operandsOfTypesWithoutOrder(_ text: String, _ value: String, _ reason: String) throws {
        try ReadTables().refuses(
            "Query",
            #"{"TableName":"none","KeyConditionExpression":"a = :a AND \#(text)","#
                + #""ExpressionAttributeValues":{":a":{"S":"a"},":v":\#(value)}}"#,
            "Invalid KeyConditionExpression: Incorrect operand type for operator or function; \(reason)")
    }
}
