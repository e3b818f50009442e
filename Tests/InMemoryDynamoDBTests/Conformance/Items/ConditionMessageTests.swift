import Testing

/// What the service says of condition expressions, and which of several things first. Recorded by dynalite's tests of filters, which are
/// the same expressions, and of DeleteItem.
@Suite("Conformance: messages about condition expressions")
struct ConditionMessageTests {
    private static func refusal(_ expression: String, _ placeholders: String = "") -> String {
        ItemTables().refusal(
            "DeleteItem", #"{"TableName":"abc","Key":{},"ConditionExpression":"\#(expression)"\#(placeholders)}"#)
    }

    @Test(arguments: [
        "things are not gonna be ok", "a > 4", "attribute_exists(Pictures-RearView)",
        #"attribute_exists(\"Pictures.RearView\")"#, "attribute_exists(Pictures..RearView)",
        "attribute_exists(Pi#ctures.RearView)", "attribute_exists(asdf[a])", "a in b, c", "a > between", "a in b",
        "a in (b,c,)", "(a)between(b.(c.d))and(c)", "(a)between(b.c.d)and((c)", "#$.b > a", "a > :things.stuff",
        "b[:a] > a", "b[#_] > a", "ü > a", "(a)between(b.c[4.5].#d)and(:a)", "size(a).b > a", "(size(a)).b > a",
        "size(a)[0] > a", "(size(a))[0] > a", "whatever", "attribute_not_exists(_c)", "attribute_not_exists(c._d)",
    ])
    func syntax(_ expression: String) {
        #expect(Self.refusal(expression).hasPrefix("Invalid ConditionExpression: Syntax error; token: "))
    }

    @Test(arguments: [
        "a=a and a > ((views))", "(a)between(((b.c)).d)and(c)", "a > whatever((:things), ((a)))",
        "a=a AND ((a=a AND a=a)) AND a=a", "a=a OR ((a=a OR a=a)) OR a=a", "a=a AND ((a=a AND (a=a AND a=a)))",
        "a=a OR ((a=a OR (a=a OR a=a)))",
    ])
    func redundantParentheses(_ expression: String) {
        #expect(
            Self.refusal(expression) == "Invalid ConditionExpression: The expression has redundant parentheses;")
    }

    private static let misused = "The function is not allowed to be used this way in an expression; function: "
    private static let reserved = "Attribute name is a reserved keyword; reserved keyword: "
    private static let undefinedName =
        "An expression attribute name used in the document path is not defined; attribute name: "
    private static let undefinedValue =
        "An expression attribute value used in expression is not defined; attribute value: "
    private static func count(_ function: String, _ number: Int) -> String {
        "Incorrect number of operands for operator or function; operator or function: \(function), "
            + "number of operands: \(number)"
    }

    @Test(
        arguments: [
            ("a=a and whatever((:things)) > a", "Invalid function name; function: whatever"),
            ("attRIbute_exIsts((views), #a)", "Invalid function name; function: attRIbute_exIsts"),
            ("a=a and attribute_exists((views), (#a)) > b", misused + "attribute_exists"),
            ("attribute_not_exists(things) > b", misused + "attribute_not_exists"),
            ("attribute_type(things, :a) > b", misused + "attribute_type"),
            ("begins_with(things, a) > b", misused + "begins_with"), ("contains(:things, c) > b", misused + "contains"),
            ("size(contains(a, b)) > a", misused + "contains"), ("size(things)", misused + "size"),
            ("a between b and attribute_exists(things)", misused + "attribute_exists"),
            ("a in (b, attribute_exists(things))", misused + "attribute_exists"),
            ("attribute_exists(views, #a)", reserved + "views"), (":a < abOrT", reserved + "abOrT"),
            ("attribute_exists(#Pictures.RearView, :a) and a=a", undefinedName + "#Pictures"),
            ("begins_with(Pictures.#RearView)", undefinedName + "#RearView"),
            ("(#P between :lo and :hi) and (#PC in (:cat1, :cat2))", undefinedName + "#P"),
            ("#4g > a", undefinedName + "#4g"), ("#_ > a", undefinedName + "#_"),
            ("(a)between(b.c[45].#d)and(:a)", undefinedName + "#d"),
            ("begins_with(:hello, #a, #b)", undefinedValue + ":hello"), (":a < :b", undefinedValue + ":a"),
            (":_ > a", undefinedValue + ":_"),
            ("attribute_exists(things, a) and a=a", count("attribute_exists", 2)),
            ("attribute_not_exists(things, b)", count("attribute_not_exists", 2)),
            ("attribute_type(things)", count("attribute_type", 1)), ("begins_with(things)", count("begins_with", 1)),
            ("begins_with(things, size(a), b)", count("begins_with", 3)), ("contains(things)", count("contains", 1)),
            ("size(things, a) > b", count("size", 2)),
            // One part after the other: what is wrong in the first is said before what is wrong in the second.
            ("a = a and b = :none", distinct("=", "[a]")), ("b = :none and a = a", undefinedValue + ":none"),
        ] as [(String, String)])
    func messages(_ expression: String, _ message: String) {
        #expect(Self.refusal(expression) == "Invalid ConditionExpression: \(message)")
    }

    private static func distinct(_ name: String, _ path: String) -> String {
        "The first operand must be distinct from the remaining operands for this operator or function; operator: \(name), "
            + "first operand: \(path)"
    }

    @Test(
        arguments: [
            ("a = a AND #a = b AND :views > a", "=", "[a]"), ("#a <> a", "<>", "[a]"), ("a > #a", ">", "[a]"),
            ("((a=a) OR (a=a))", "=", "[a]"), ("((a=a) AND (a=a))", "=", "[a]"),
            ("contains(ab.bc[1].a, ab.bc[1].#a)", "contains", "[ab, bc, [1], a]"),
            ("attribute_type(ab.bc[1].#a, ab.bc[1].a)", "attribute_type", "[ab, bc, [1], a]"),
            ("begins_with(ab.bc[1].a, ab.bc[1].#a)", "begins_with", "[ab, bc, [1], a]"),
            ("a BETWEEN b AND #a", "BETWEEN", "[a]"), ("a IN (b, c, #a)", "IN", "[a]"),
        ] as [(String, String, String)])
    func operandsThatAreTheSame(_ expression: String, _ name: String, _ path: String) {
        let answer = Self.refusal(expression, ##","ExpressionAttributeNames":{"#a":"a"}"##)
        #expect(answer == "Invalid ConditionExpression: \(Self.distinct(name, path))")
    }

    private static let nonStrings = [
        ("N", #"{"N":"1"}"#), ("BOOL", #"{"BOOL":true}"#), ("NULL", #"{"NULL":true}"#), ("L", #"{"L":[]}"#),
        ("M", #"{"M":{}}"#), ("SS", #"{"SS":["1"]}"#), ("NS", #"{"NS":["1"]}"#), ("BS", #"{"BS":["YQ=="]}"#),
    ]

    private static let operands: [(String, String, String, String)] =
        nonStrings.flatMap { type, value in
            [
                ("attribute_type(a, :a)", "attribute_type", type, value),
                ("begins_with(a, :a)", "begins_with", type, value), ("begins_with(:a, a)", "begins_with", type, value),
            ]
        } + [
            ("attribute_type(a, size(a)) and a=a and a=:a", "attribute_type", "N", #"{"N":"1"}"#),
            ("attribute_type(a, :a)", "attribute_type", "B", #"{"B":"YQ=="}"#),
            ("begins_with(a, size(a)) and a=:a", "begins_with", "N", #"{"N":"1"}"#),
            ("size(size(a)) > :a", "size", "N", #"{"N":"1"}"#),
            ("attribute_not_exists(size(:a))", "size", "N", #"{"N":"1"}"#),
            ("a < :a", "<", "BOOL", #"{"BOOL":true}"#), ("a >= :a", ">=", "L", #"{"L":[]}"#),
            ("a between :a and :a", "BETWEEN", "NULL", #"{"NULL":true}"#),
            ("size(:a) > a", "size", "BOOL", #"{"BOOL":true}"#), ("size(:a) > a", "size", "NULL", #"{"NULL":true}"#),
        ]

    @Test(arguments: operands)
    func typesOfOperands(_ expression: String, _ function: String, _ type: String, _ value: String) {
        let answer = Self.refusal(expression, #","ExpressionAttributeValues":{":a":\#(value)}"#)
        #expect(
            answer
                == "Invalid ConditionExpression: Incorrect operand type for operator or function; operator or function: "
                + "\(function), operand type: \(type)")
    }

    @Test(
        arguments: [
            (
                "attribute_type(a, :a)", #"{"S":"1"}"#,
                "Invalid attribute type name found; type: 1, valid types: {B,NULL,SS,BOOL,L,BS,N,NS,S,M}"
            ),
            (
                "attribute_exists(:a) and a=a", #"{"S":"1"}"#,
                "Operator or function requires a document path; operator or function: attribute_exists"
            ),
            (
                "attribute_not_exists(size(:a))", #"{"S":"1"}"#,
                "Operator or function requires a document path; operator or function: attribute_not_exists"
            ),
            (
                "a between :b and :a", #"{"S":"a"},":b":{"N":"1"}"#,
                "The BETWEEN operator requires same data type for lower and upper bounds; lower bound operand: "
                    + "AttributeValue: {N:1}, upper bound operand: AttributeValue: {S:a}"
            ),
            (
                "a between :b and :a", #"{"S":"a"},":b":{"S":"b"}"#,
                "The BETWEEN operator requires upper bound to be greater than or equal to lower bound; lower bound operand: "
                    + "AttributeValue: {S:b}, upper bound operand: AttributeValue: {S:a}"
            ),
        ] as [(String, String, String)])
    func values(_ expression: String, _ value: String, _ message: String) {
        let answer = Self.refusal(expression, #","ExpressionAttributeValues":{":a":\#(value)}"#)
        #expect(answer == "Invalid ConditionExpression: \(message)")
    }

    @Test(
        arguments: [
            (
                ##"{"#a":"a"},"ConditionExpression":"a = b""##,
                "Value provided in ExpressionAttributeNames unused in expressions: keys: {#a}"
            ),
            (#"{},"ConditionExpression":"""#, "ExpressionAttributeNames must not be empty"),
            (
                #"{"a":"a"},"ConditionExpression":"""#,
                #"ExpressionAttributeNames contains invalid key: Syntax error; key: "a""#
            ),
        ] as [(String, String)])
    func names(_ names: String, _ message: String) {
        #expect(
            ItemTables().refusal("DeleteItem", #"{"TableName":"abc","Key":{},"ExpressionAttributeNames":\#(names)}"#)
                == message)
    }

    @Test(
        arguments: [
            ("{}", "ExpressionAttributeValues must not be empty"),
            (
                #"{":b":{"a":""},"b":{"S":"a"}}"#,
                #"ExpressionAttributeValues contains invalid key: Syntax error; key: "b""#
            ),
            (
                #"{":b":{"L":[{"a":{}}]}}"#,
                "ExpressionAttributeValues contains invalid value: Supplied AttributeValue is empty, must contain exactly one of "
                    + "the supported datatypes for key :b"
            ),
            (
                #"{":b":{"NULL":"no"}}"#,
                "ExpressionAttributeValues contains invalid value: One or more parameter values were invalid: Null attribute "
                    + "value types must have the value of true for key :b"
            ),
            (
                #"{":b":{"SS":["a","a"]}}"#,
                "ExpressionAttributeValues contains invalid value: One or more parameter values were invalid: Input collection "
                    + "[a, a] contains duplicates. for key :b"
            ),
            (
                #"{":b":{"S":"a","N":"b"}}"#,
                "ExpressionAttributeValues contains invalid value: The parameter cannot be converted to a numeric value: b "
                    + "for key :b"
            ),
            (
                #"{":b":{"N":"1e126"}}"#,
                "ExpressionAttributeValues contains invalid value: Number overflow. Attempting to store a number with magnitude "
                    + "larger than supported range for key :b"
            ),
            (
                #"{":b":{"S":"a","N":"1"}}"#,
                "ExpressionAttributeValues contains invalid value: Supplied AttributeValue has more than one datatypes set, must "
                    + "contain exactly one of the supported datatypes for key :b"
            ),
        ] as [(String, String)])
    func placeholdersOfValues(_ values: String, _ message: String) {
        let parameters = #""ExpressionAttributeValues":\#(values),"ConditionExpression":"""#
        #expect(
            ItemTables().refusal("DeleteItem", #"{"TableName":"abc","Key":{},\#(parameters)}"#) == wordingAside(message)
        )
    }
}
