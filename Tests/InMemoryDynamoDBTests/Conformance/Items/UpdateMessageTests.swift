import Testing

/// What the service says of update expressions, and which of several things first. Recorded by dynalite's tests of UpdateItem.
@Suite("Conformance: messages about update expressions")
struct UpdateMessageTests {
    private static func refusal(_ expression: String, _ placeholders: String = "") -> String {
        ItemTables().refusal(
            "UpdateItem", #"{"TableName":"abc","Key":{},"UpdateExpression":"\#(expression)"\#(placeholders)}"#)
    }

    private static let someValues = #","ExpressionAttributeValues":{":a":{"S":"a"},":b":{"S":"a"}}"#
    private static let someNames = ##","ExpressionAttributeNames":{"#a":"a","#b":"b"}"##

    @Test(arguments: [
        "whatever", "set a", "add a", "delete a", "set a=set", "remove a = b", "add a = b", "delete a = b",
        "delete a b",
        "delete a if_not_exist(b)", "add abort b", "add a if_not_exist(b)", "remove a b", "set a b", "set :a = b",
        "add :a b", "delete :a b", "remove :a", "set a = b / c", "set a = b * c", #"set a[1] = \"eight\""#,
        "set a[1] = 1", "SET a = if_not_exist(a, 100)", "SET if_not_exist(a, b) = a", "set (a = (b + c))",
        "set a = (b.c).d + e", "set a = (b.c)[0] + e", "set a = b + c + d", "SET _123 = :a", "SET hi-there = :a",
        "SET a = if_not_exists(a, :a+:b)", "SET a = _f(b)", "SET a[:xyz] = :a", "SET a[#xyz] = :a",
    ])
    func syntax(_ expression: String) {
        #expect(Self.refusal(expression).hasPrefix("Invalid UpdateExpression: Syntax error; token: "))
    }

    @Test(
        arguments: [
            ("INVALID SYNTAX HERE", #"Syntax error; token: "INVALID", near: "INVALID SYNTAX""#),
            ("SET _123 = :a", #"Syntax error; token: "_", near: "SET _123""#),
            ("", "The expression can not be empty;"),
            (" set #c = :c set abOrt = true ", "Attribute name is a reserved keyword; reserved keyword: abOrt"),
            (" remove Absolute ", "Attribute name is a reserved keyword; reserved keyword: Absolute"),
            ("set #c = if_not_exist(:c) set c = d", "Invalid function name; function: if_not_exist"),
            ("SET a = f123_hi(b,c,d)", "Invalid function name; function: f123_hi"),
            ("SET a = LIST_APPEND(:a, :b)", "Invalid function name; function: LIST_APPEND"),
            ("set a = #c set c = :d", #"The "SET" section can only be used once in an update expression;"#),
            ("remove #d set a = b remove e", #"The "REMOVE" section can only be used once in an update expression;"#),
            ("add #d :e set a = b add e :f", #"The "ADD" section can only be used once in an update expression;"#),
            (
                "delete #d :e set a = b delete #e :f",
                #"The "DELETE" section can only be used once in an update expression;"#
            ),
            (
                "SET #c = if_not_exists(:c)",
                "An expression attribute name used in the document path is not defined; attribute name: #c"
            ),
            (
                "SET #a = if_not_exists(:c)",
                "An expression attribute value used in expression is not defined; attribute value: :c"
            ),
            (
                "set a = if_not_exists(c)",
                "Incorrect number of operands for operator or function; operator or function: if_not_exists, "
                    + "number of operands: 1"
            ),
            (
                "set a = list_append(c)",
                "Incorrect number of operands for operator or function; operator or function: list_append, "
                    + "number of operands: 1"
            ),
            (
                "set a = if_not_exists(:a, c)",
                "Operator or function requires a document path; operator or function: if_not_exists"
            ),
            (
                "set a = if_not_exists(if_not_exists(a, b), c)",
                "Operator or function requires a document path; operator or function: if_not_exists"
            ),
            (
                "set a = list_append(list_append(a, b), c)",
                "The function is not allowed to be used this way in an expression; function: list_append"
            ),
        ] as [(String, String)])
    func messages(_ expression: String, _ message: String) {
        let answer = Self.refusal(expression, Self.someValues + Self.someNames)
        #expect(answer == "Invalid UpdateExpression: \(message)")
    }

    @Test(
        arguments: [
            ("set d[1] = a, d.b = a, c[1].a = a, #c = if_not_exists(a)", "overlap", "[c, [1], a]", "[c]"),
            ("set #c[3].#d = a, #c[3] = a", "overlap", "[c, [3], [3]]", "[c, [3]]"),
            ("set #c[3].#d = a, #c.#d[3] = if_not_exists(a)", "conflict", "[c, [3], [3]]", "[c, [3], [3]]"),
            ("remove a.#c set a[1] = #d", "conflict", "[a, c]", "[a, [1]]"),
            ("REMOVE #c SET c.#d = a", "overlap", "[c]", "[c, [3]]"),
            ("SET #c = :v, #d = :v REMOVE c", "overlap", "[c]", "[c]"),
        ] as [(String, String, String, String)])
    func pathsThatDoNotGoTogether(_ expression: String, _ problem: String, _ one: String, _ two: String) {
        let values = expression.contains(":v") ? #","ExpressionAttributeValues":{":v":{"S":"a"}}"# : ""
        let answer = Self.refusal(expression, ##","ExpressionAttributeNames":{"#c":"c","#d":"[3]"}"## + values)
        #expect(
            answer
                == "Invalid UpdateExpression: Two document paths \(problem) with each other; must remove or rewrite one of "
                + "these paths; path one: \(one), path two: \(two)")
    }

    @Test(
        arguments: [
            ("set b = list_append(:a, a), c = if_not_exists(a) add a.b :a", #"{"S":"a"}"#, "ADD", "STRING"),
            ("delete a.b :a", #"{"S":"a"}"#, "DELETE", "STRING"), ("add a.b :a", #"{"NULL":"1"}"#, "ADD", "NULL"),
            ("delete a.b :a", #"{"NULL":"yes"}"#, "DELETE", "NULL"), ("add a.b :a", #"{"BOOL":"0"}"#, "ADD", "BOOLEAN"),
            ("delete a.b :a", #"{"BOOL":"false"}"#, "DELETE", "BOOLEAN"),
            ("add a.b :a", #"{"B":"YQ=="}"#, "ADD", "BINARY"), ("delete a.b :a", #"{"B":"YQ=="}"#, "DELETE", "BINARY"),
            ("add a.b :a", #"{"M":{"a":{"L":[{"N":"1"}]}}}"#, "ADD", "MAP"),
            ("delete a.b :a", #"{"M":{"a":{"L":[{"N":"1"}]}}}"#, "DELETE", "MAP"),
            ("add a.b :a", #"{"L":[{"N":"1"}]}"#, "ADD", "LIST"),
            ("delete a.b :a", #"{"L":[{"N":"1"}]}"#, "DELETE", "LIST"),
            ("delete a.b :a", #"{"N":"1"}"#, "DELETE", "NUMBER"),
        ] as [(String, String, String, String)])
    func operandsOfSections(_ expression: String, _ value: String, _ section: String, _ type: String) {
        let answer = Self.refusal(expression, #","ExpressionAttributeValues":{":a":\#(value),":b":{"S":"a"}}"#)
        #expect(
            answer
                == "Invalid UpdateExpression: Incorrect operand type for operator or function; operator: \(section), "
                + "operand type: \(type)")
    }

    @Test(
        arguments: [
            ("list_append(:a, a)", "list_append", "S"), ("list_append(a, :b)", "list_append", "N"),
            ("list_append(:c, a)", "list_append", "B"), ("list_append(:d, a)", "list_append", "BOOL"),
            ("list_append(:e, a)", "list_append", "NULL"), ("list_append(:f, a)", "list_append", "SS"),
            ("list_append(:g, a)", "list_append", "NS"), ("list_append(:h, a)", "list_append", "BS"),
            ("list_append(:i, a)", "list_append", "M"), ("a + :a", "+", "S"), (":a + :c", "+", "S"),
            (":c + a", "+", "B"),
            ("a + :d", "+", "BOOL"), ("a + :e", "+", "NULL"), ("a + :f", "+", "SS"), ("a + :g", "+", "NS"),
            ("a + :h", "+", "BS"), ("a + :i", "+", "M"), ("a + :j", "+", "L"), ("a - :a", "-", "S"),
            (":a - :c", "-", "S"),
            (":c - a", "-", "B"), ("a - :d", "-", "BOOL"), ("a - :e", "-", "NULL"), ("a - :f", "-", "SS"),
            ("a - :g", "-", "NS"), ("a - :h", "-", "BS"), ("a - :i", "-", "M"), ("a - :j", "-", "L"),
        ] as [(String, String, String)])
    func operandsOfFunctions(_ value: String, _ function: String, _ type: String) {
        let values = ##"""
            ,"ExpressionAttributeValues":{":a":{"S":"a"},":b":{"N":"1"},":c":{"B":"YQ=="},":d":{"BOOL":"no"},
            ":e":{"NULL":"true"},":f":{"SS":["a"]},":g":{"NS":["1"]},":h":{"BS":["YQ=="]},":i":{"M":{}},":j":{"L":[]}}
            """##
        let answer = Self.refusal("set a = \(value)", values + Self.someNames)
        #expect(
            answer
                == "Invalid UpdateExpression: Incorrect operand type for operator or function; operator or function: "
                + "\(function), operand type: \(type)")
    }

    @Test func unusedPlaceholders() {
        let both =
            #""UpdateExpression":"remove a set b = list_append(b, if_not_exists(a, :a))","ConditionExpression":"a = :b""#
        #expect(
            ItemTables().refusal(
                "UpdateItem", #"{"TableName":"abc","Key":{},\#(both)\#(Self.someValues)\#(Self.someNames)}"#)
                == "Value provided in ExpressionAttributeNames unused in expressions: keys: {#a, #b}")
        let values = #","ExpressionAttributeValues":{":a":{"S":"a"},":b":{"S":"a"},":c":{"S":"a"}}"#
        let one = #""UpdateExpression":"remove a","ConditionExpression":"a = :b""#
        #expect(
            ItemTables().refusal("UpdateItem", #"{"TableName":"abc","Key":{},\#(one)\#(values)}"#)
                == "Value provided in ExpressionAttributeValues unused in expressions: keys: {:a, :c}")
    }
}
