import Entities
import Testing

@testable import InMemoryDynamoDB

@Suite("Reading expressions")
struct ExpressionParserTests {
    static func substitutions() -> Substitutions {
        Substitutions(
            names: ["#n": "name", "#d": "a.b", "#r": "status"],
            values: [":a": 1, ":b": 2, ":s": "text", ":l": [1], ":ss": .stringSet(["x"]), ":t": "S", ":nil": nil])
    }

    static func condition(_ text: String) throws -> Condition {
        var parser = try ExpressionParser(text, substitutions: substitutions())
        return try parser.parseCondition()
    }

    static func update(_ text: String) throws -> UpdateExpression {
        var parser = try ExpressionParser(text, substitutions: substitutions())
        return try parser.parseUpdate()
    }

    static func path(_ first: String, _ rest: AttributePath.Element...) -> AttributePath {
        rest.reduce(AttributePath(first)) { path, element in
            switch element {
            case .name(let name): path.appending(name)
            case .index(let index): path.appending(index: index)
            }
        }
    }

    private static let a = Condition.compare(.path(AttributePath("a")), .equal, .value(1))
    private static let b = Condition.compare(.path(AttributePath("b")), .equal, .value(2))
    private static let c = Condition.exists(.path(AttributePath("c")))

    @Test(
        arguments: [
            ("a = :a", a), ("  a\t=\n:a  ", a), ("(a = :a)", a), ("(a) = (:a)", a),
            ("a = :a AND b = :b", .and(a, b)), ("a = :a and b = :b", .and(a, b)),
            ("a = :a OR b = :b AND attribute_exists(c)", .or(a, .and(b, c))),
            ("a = :a AND b = :b OR attribute_exists(c)", .or(.and(a, b), c)),
            ("(a = :a OR b = :b) AND attribute_exists(c)", .and(.or(a, b), c)),
            ("NOT a = :a AND b = :b", .and(.not(a), b)), ("NOT (a = :a AND b = :b)", .not(.and(a, b))),
            ("NOT NOT a = :a", .not(.not(a))),
            ("a = :a AND b = :b AND attribute_exists(c)", .and(.and(a, b), c)),
            (":a <> :b", .compare(.value(1), .notEqual, .value(2))),
            ("#n < :a", .compare(.path(AttributePath("name")), .less, .value(1))),
            ("#d <= :a", .compare(.path(AttributePath("a.b")), .lessOrEqual, .value(1))),
            (
                "x.y[3].#r > :a",
                .compare(
                    .path(path("x", .name("y"), .index(3), .name("status"))), .greater, .value(1))
            ),
            ("x [ 0 ] [ 1 ] >= :a", .compare(.path(path("x", .index(0), .index(1))), .greaterOrEqual, .value(1))),
            ("(x).y = :a", .compare(.path(path("x", .name("y"))), .equal, .value(1))),
            (
                "a BETWEEN :a AND :b AND attribute_exists(c)",
                .and(
                    .between(.path(AttributePath("a")), lower: .value(1), upper: .value(2)), c)
            ),
            ("a IN (:a, :b, d)", .isIn(.path(AttributePath("a")), [.value(1), .value(2), .path(AttributePath("d"))])),
            ("attribute_not_exists(a)", .notExists(.path(AttributePath("a")))),
            ("attribute_type(a, :t)", .type(.path(AttributePath("a")), .value("S"))),
            ("begins_with(a, :s)", .beginsWith(.path(AttributePath("a")), .value("text"))),
            ("contains(a, :s)", .contains(.path(AttributePath("a")), .value("text"))),
            ("size(a) > :a", .compare(.size(.path(AttributePath("a"))), .greater, .value(1))),
            (":a = size(a)", .compare(.value(1), .equal, .size(.path(AttributePath("a"))))),
            ("size = :a", nil),
        ] as [(String, Condition?)])
    func conditions(_ text: String, _ expected: Condition?) throws {
        guard let expected else {
            #expect(throws: ExpressionError.self) { try Self.condition(text) }
            return
        }
        #expect(try Self.condition(text) == expected)
    }

    /// Messages as the service and well-tested emulators have them.
    @Test(arguments: [
        ("", "The expression can not be empty;"),
        ("a = ", #"Syntax error; token: "<EOF>", near: "=""#),
        ("a", #"Syntax error; token: "<EOF>", near: "a""#),
        ("a = :a b", #"Syntax error; token: "b", near: ":a b""#),
        ("a ! :a", #"Syntax error; token: "!", near: "a ! :a""#),
        ("a.0 = :a", #"Syntax error; token: "0", near: ".0 =""#),
        ("_a = :a", #"Syntax error; token: "_", near: "_a""#),
        ("a = :a AND", #"Syntax error; token: "<EOF>", near: "AND""#),
        ("a IN ()", #"Syntax error; token: ")", near: "()""#),
        ("a = é", #"Syntax error; token: "é", near: "= é""#),
        ("a[b] = :a", #"Syntax error; token: "b", near: "[b]""#),
        ("# = :a", ##"Syntax error; token: "#", near: "# =""##),
        ("((a = :a))", "The expression has redundant parentheses;"),
        ("((a)) = :a", "The expression has redundant parentheses;"),
        ("a = ((:a))", "The expression has redundant parentheses;"),
        ("nope(a)", "Invalid function name; function: nope"),
        ("Size(a) = :a", "Invalid function name; function: Size"),
        ("list_append(a, :l)", "The function is not allowed in a condition expression; function: list_append"),
        ("size(a)", "The function is not allowed to be used this way in an expression; function: size"),
        ("size(a) AND a = :a", "The function is not allowed to be used this way in an expression; function: size"),
        (
            "contains(a, :s) = :a",
            "The function is not allowed to be used this way in an expression; function: contains"
        ),
        (
            "contains(attribute_exists(a), :s)",
            "The function is not allowed to be used this way in an expression; function: attribute_exists"
        ),
        ("status = :a", "Attribute name is a reserved keyword; reserved keyword: status"),
        ("a.Name = :a", "Attribute name is a reserved keyword; reserved keyword: Name"),
        (
            "#x = :a",
            "An expression attribute name used in the document path is not defined; attribute name: #x"
        ),
        ("a = :x", "An expression attribute value used in expression is not defined; attribute value: :x"),
        (
            "contains(a)",
            "Incorrect number of operands for operator or function; operator or function: contains, "
                + "number of operands: 1"
        ),
        ("a[99999999999] = :a", "List index is not within the allowable range; index: [99999999999]"),
    ])
    func refusedConditions(_ text: String, _ message: String) {
        #expect(throws: ExpressionError(message)) { try Self.condition(text) }
    }

    @Test func sizeIsLimited() {
        let text = "a = :a AND " + String(repeating: "x", count: 4096)
        #expect(
            throws: ExpressionError(
                "Expression size has exceeded the maximum allowed size; expression size: \(text.utf8.count)")
        ) { try Self.condition(text) }
    }

    @Test(arguments: [
        String(repeating: "(", count: 4000), String(repeating: "NOT ", count: 1000) + "a = :a",
        String(repeating: "size(", count: 700) + "a", String(repeating: "a.", count: 1000) + "a",
        String(repeating: "(", count: 1800) + "a = :a" + String(repeating: ")", count: 1800),
    ])
    func deepNestingIsRefusedAndNoCrash(_ text: String) {
        #expect(throws: ExpressionError.self) { try Self.condition(text) }
        #expect(throws: ExpressionError.self) { try Self.update("SET a = \(text.prefix(4000))") }
    }

    // MARK: Updates

    @Test func updateOfAllSections() throws {
        let update = try Self.update(
            "SET a = :a, b.c[1] = if_not_exists(b, :b) + :a, l = list_append(l, :l) REMOVE x, y[2] ADD n :a delete ss :ss"
        )
        let expected = UpdateExpression(
            set: [
                .init(AttributePath("a"), .operand(.value(1))),
                .init(
                    Self.path("b", .name("c"), .index(1)),
                    .plus(.ifNotExists(AttributePath("b"), .operand(.value(2))), .operand(.value(1)))),
                .init(
                    AttributePath("l"), .listAppend(.operand(.path(AttributePath("l"))), .operand(.value([1])))),
            ],
            remove: [AttributePath("x"), Self.path("y", .index(2))],
            add: [.init(AttributePath("n"), .value(1))],
            delete: [.init(AttributePath("ss"), .value(.stringSet(["x"])))])
        #expect(update == expected)
    }

    @Test func parenthesesGroupSums() throws {
        let update = try Self.update("SET a = (a - :a) + :b")
        #expect(
            update.set.first?.value
                == .plus(.minus(.operand(.path(AttributePath("a"))), .operand(.value(1))), .operand(.value(2))))
    }

    @Test(arguments: [
        ("", "The expression can not be empty;"),
        ("whatever bo??", #"Syntax error; token: "whatever", near: "whatever bo""#),
        ("SET", #"Syntax error; token: "<EOF>", near: "SET""#),
        ("SET a = :a + :b + :a", #"Syntax error; token: "+", near: ":b + :a""#),
        ("ADD a b", #"Syntax error; token: "b", near: "a b""#),
        ("REMOVE a = :a", #"Syntax error; token: "=", near: "a = :a""#),
        ("SET a = :a SET b = :b", "The \"SET\" section can only be used once in an update expression;"),
        ("SET a = size(b)", "The function is not allowed in an update expression; function: size"),
        ("SET a = foo(b)", "Invalid function name; function: foo"),
        ("SET status = :a", "Attribute name is a reserved keyword; reserved keyword: status"),
        (
            "SET a = if_not_exists(:a, :b)",
            "Operator or function requires a document path; operator or function: if_not_exists"
        ),
        (
            "SET a = list_append(a)",
            "Incorrect number of operands for operator or function; operator or function: list_append, "
                + "number of operands: 1"
        ),
    ])
    func refusedUpdates(_ text: String, _ message: String) {
        #expect(throws: ExpressionError(message)) { try Self.update(text) }
    }

    // MARK: Projections and placeholders

    @Test func projection() throws {
        var parser = try ExpressionParser("a, b.c , #n[0]", substitutions: Self.substitutions())
        #expect(
            try parser.parseProjection() == [
                AttributePath("a"), Self.path("b", .name("c")), Self.path("name", .index(0)),
            ])
        var malformed = try ExpressionParser("a,,b", substitutions: Self.substitutions())
        #expect(throws: ExpressionError(#"Syntax error; token: ",", near: ",,b""#)) { try malformed.parseProjection() }
    }

    @Test func unusedPlaceholdersAreRefused() throws {
        let substitutions = Substitutions(names: ["#a": "a", "#b": "b"], values: [":a": 1, ":b": 2])
        var parser = try ExpressionParser("#a = :a", substitutions: substitutions)
        _ = try parser.parseCondition()
        #expect(
            throws: DynamoDBError(
                .validation, "Value provided in ExpressionAttributeNames unused in expressions: keys: {#b}")
        ) { try substitutions.checkAllUsed() }
    }

    @Test func reservedWords() {
        #expect(ReservedWords.all.count == 573)
        for word in ["status", "NAME", "Zone", "abort", "LOCALTIMESTAMP"] {
            #expect(ReservedWords.contains(word[...].utf8))
        }
        for word in ["statuses", "pk", "", "örder"] { #expect(!ReservedWords.contains(word[...].utf8)) }
    }
}
