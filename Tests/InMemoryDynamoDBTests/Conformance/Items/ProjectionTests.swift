import Testing

/// Projections: what the service says of them, recorded by dynalite's and the 2026 conformance suite's tests of GetItem, and what they
/// leave of an item, recorded by Alternator's.
@Suite("Conformance: projections")
struct ProjectionTests {
    private static func refusal(_ expression: String, _ names: String = "") -> String {
        ItemTables().refusal(
            "GetItem", #"{"TableName":"abc","Key":{},"ProjectionExpression":"\#(expression)"\#(names)}"#)
    }

    @Test(arguments: [
        "whatever(stuff)", ":a", "abort,", "a,,b", "a..b", "a[b]", "(a.b).c", "(a)", "(a),(b)", "(a,b)", "a-b", "a,",
        ",a",
    ])
    func syntax(_ expression: String) {
        #expect(Self.refusal(expression).hasPrefix("Invalid ProjectionExpression: Syntax error; token: "))
    }

    @Test(
        arguments: [
            ("", "The expression can not be empty;"), ("!!! INVALID !!!", #"Syntax error; token: "!", near: "!!""#),
            ("a.abORt", "Attribute name is a reserved keyword; reserved keyword: abORt"),
            ("#a,ABSoLUTE", "Attribute name is a reserved keyword; reserved keyword: ABSoLUTE"),
            (
                "a,b,a,#a",
                "An expression attribute name used in the document path is not defined; attribute name: #a"
            ),
        ] as [(String, String)])
    func messages(_ expression: String, _ message: String) {
        #expect(Self.refusal(expression) == "Invalid ProjectionExpression: \(message)")
    }

    @Test(
        arguments: [
            ("b[1], b.a, #a.b, a", "overlap", "[a, b]", "[a]"), ("a, #a[1]", "overlap", "[a]", "[a, [1]]"),
            ("a, #a", "overlap", "[a]", "[a]"), ("#a, a.b.c", "overlap", "[a]", "[a, b, c]"),
            ("a.b, #a", "overlap", "[a, b]", "[a]"), ("a.b, #a[1]", "conflict", "[a, b]", "[a, [1]]"),
            ("a.b[1], #a[1]", "conflict", "[a, b, [1]]", "[a, [1]]"),
        ] as [(String, String, String, String)])
    func pathsThatDoNotGoTogether(_ expression: String, _ problem: String, _ one: String, _ two: String) {
        #expect(
            Self.refusal(expression, ##","ExpressionAttributeNames":{"#a":"a"}"##)
                == "Invalid ProjectionExpression: Two document paths \(problem) with each other; must remove or rewrite one "
                + "of these paths; path one: \(one), path two: \(two)")
    }

    @Test func keysAreScalars() {
        let message = "Key attributes must be scalars; list random access '[]' and map lookup '.' are not allowed: "
        for path in ["#a.b.c", "#a[0]"] {
            let body = ##"""
                {"TableName":"hash","Key":{"a":{"S":"1"}},"ProjectionExpression":"\##(path)",
                "ExpressionAttributeNames":{"#a":"a"}}
                """##
            #expect(ItemTables().refusal("GetItem", body) == message + "Key: a")
        }
        for path in ["d.b.c", "d[0]"] {
            let key = #""Key":{"a":{"S":"1"},"b":{"S":"1"}}"#
            #expect(
                ItemTables().refusal("GetItem", #"{"TableName":"range",\#(key),"ProjectionExpression":"\#(path)"}"#)
                    == message + "IndexKey: d")
            #expect(
                ItemTables().refusal(
                    "DeleteItem", #"{"TableName":"range",\#(key),"ConditionExpression":"attribute_exists(\#(path))"}"#)
                    == message + "IndexKey: d")
        }
    }

    private static let item =
        #"{"a":{"S":"1"},"m":{"M":{"b":{"L":[{"N":"2"},{"N":"4"},{"M":{"x":{"S":"hi"},"y":{"S":"yo"}}}]},"c":{"N":"5"}}},"b":{"S":"hello"}}"#

    @Test(
        arguments: [
            ("m.b[0]", #"{"m":{"M":{"b":{"L":[{"N":"2"}]}}}}"#),
            ("m.b[2].y", #"{"m":{"M":{"b":{"L":[{"M":{"y":{"S":"yo"}}}]}}}}"#), ("x", "{}"), ("m.b[3]", "{}"),
            ("m.x", "{}"),
            ("m.x.y", "{}"), ("m.b[3].x", "{}"), ("m.b.x", "{}"), ("m[0]", "{}"), ("m.b[0].x", "{}"),
            ("m.b[0][0]", "{}"),
            ("m.b[1],m.b[0]", #"{"m":{"M":{"b":{"L":[{"N":"2"},{"N":"4"}]}}}}"#),
            ("m.c,b", #"{"m":{"M":{"c":{"N":"5"}}},"b":{"S":"hello"}}"#),
            ("m.x, m.b[0], x, m.b[3].x", #"{"m":{"M":{"b":{"L":[{"N":"2"}]}}}}"#),
            (" a  ,   b  ", #"{"a":{"S":"1"},"b":{"S":"hello"}}"#),
        ] as [(String, String)])
    func parts(_ expression: String, _ expected: String) {
        ItemTables().check(
            Recorded(
                .ok("PutItem", #"{"TableName":"hash","Item":\#(Self.item)}"#),
                .ok(
                    "GetItem", #"{"TableName":"hash","Key":{"a":{"S":"1"}},"ProjectionExpression":"\#(expression)"}"#,
                    #"{"Item":\#(expected)}"#)))
    }

    @Test(
        arguments: [
            (#"["b"]"#, #"{"Item":{"b":{"S":"hello"}}}"#), (#"["nonexistent"]"#, #"{"Item":{}}"#),
            (#"["b","a","x"]"#, #"{"Item":{"a":{"S":"1"},"b":{"S":"hello"}}}"#), (#"["m.c"]"#, #"{"Item":{}}"#),
        ] as [(String, String)])
    func attributesToGet(_ names: String, _ expected: String) {
        ItemTables().check(
            Recorded(
                .ok("PutItem", #"{"TableName":"hash","Item":\#(Self.item)}"#),
                .ok(
                    "GetItem", #"{"TableName":"hash","Key":{"a":{"S":"1"}},"AttributesToGet":\#(names)}"#, expected)))
    }

    @Test func attributesToGetAreDistinctAndNotTooLong() {
        ItemTables().check(
            Recorded(
                .invalid(
                    "GetItem", #"{"TableName":"abc","Key":{},"AttributesToGet":["a","a"]}"#,
                    "One or more parameter values were invalid: Duplicate value in attribute name: a"),
                .invalid(
                    "GetItem", #"{"TableName":"abc","Key":{"a":{"SS":[]}},"AttributesToGet":["a","a"]}"#,
                    "One or more parameter values were invalid: An string set  may not be empty"),
                .invalid(
                    "GetItem", #"{"TableName":"abc","Key":{},"AttributesToGet":[]}"#,
                    "1 validation error detected: Value '[]' at 'attributesToGet' failed to satisfy constraint: "
                        + "Member must have length greater than or equal to 1")))
        let name = String(repeating: "x", count: 65_536)
        #expect(
            ItemTables().refusal(
                "GetItem", #"{"TableName":"hash","Key":{"a":{"S":"1"}},"AttributesToGet":["\#(name)"]}"#
            )
            .contains("65536"))
    }
}
