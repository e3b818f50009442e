import Entities
import Testing

@testable import InMemoryDynamoDB

@Suite("Evaluating conditions")
struct ConditionEvaluationTests {
    static let item: EncodedItem = [
        "n": 5, "s": "hello", "b": .binary([1, 2, 3]), "t": true, "nil": nil, "l": [1, "two", [3]],
        "m": ["x": ["y": 7], "é": 1], "ss": .stringSet(["a", "b"]), "ns": .numberSet([1, 2]),
        "bs": .binarySet([[1], [2]]), "m2": ["é": 1, "x": ["y": 7]], "empty": "",
    ]

    static func path(_ text: String) -> Operand {
        let parts = text.split(separator: ".").map(String.init)
        var path = AttributePath(parts[0])
        for part in parts.dropFirst() {
            if let index = Int(part) { path = path.appending(index: index) } else { path = path.appending(part) }
        }
        return .path(path)
    }

    static func value(_ value: AttributeValue) -> Operand { .value(value) }

    @Test(
        arguments: [
            // Equality is of type and content.
            (.compare(path("n"), .equal, value(5)), true), (.compare(path("n"), .equal, value("5")), false),
            (.compare(path("m"), .equal, path("m2")), true),
            (.compare(path("ss"), .equal, value(.stringSet(["b", "a"]))), true),
            (.compare(path("l"), .equal, value(["two", 1, [3]])), false),
            (.compare(path("nil"), .equal, value(nil)), true),
            (.compare(path("t"), .notEqual, value(false)), true), (.compare(path("n"), .notEqual, value("5")), true),
            // What is missing is equal to nothing, not even to what else is missing.
            (.compare(path("no"), .equal, value(5)), false), (.compare(path("no"), .notEqual, value(5)), true),
            (.compare(path("no"), .equal, path("nope")), false), (.compare(path("no"), .less, value(5)), false),
            (.not(.compare(path("no"), .equal, value(5))), true),
            // Order, only within a type.
            (.compare(path("n"), .less, value(10)), true), (.compare(path("n"), .greaterOrEqual, value(5)), true),
            (.compare(path("n"), .less, value("9")), false), (.compare(path("n"), .greater, value("1")), false),
            (.compare(path("s"), .greater, value("hallo")), true), (.compare(path("s"), .less, value("helloo")), true),
            (.compare(path("b"), .less, value(.binary([1, 3]))), true),
            (.between(path("n"), lower: value(5), upper: value(6)), true),
            (.between(path("n"), lower: value(-1), upper: value(4)), false),
            (.between(value(3), lower: value(1), upper: path("n")), true),
            (.between(path("no"), lower: value(1), upper: value(2)), false),
            (.isIn(path("n"), [value(1), value(5)]), true), (.isIn(path("n"), [value("5"), path("no")]), false),
            (.isIn(path("no"), [path("nope")]), false),
            // Functions.
            (.exists(path("nil")), true), (.exists(path("no")), false), (.notExists(path("m.x.z")), true),
            (.exists(path("m.x.y")), true), (.exists(path("l.2.0")), true), (.exists(path("l.3")), false),
            (.exists(path("n.x")), false), (.exists(path("m.0")), false),
            (.type(path("l"), value("L")), true), (.type(path("t"), value("BOOL")), true),
            (.type(path("nil"), value("NULL")), true), (.type(path("ns"), value("NS")), true),
            (.type(path("s"), value("B")), false), (.type(path("no"), value("S")), false),
            (.beginsWith(path("s"), value("hel")), true), (.beginsWith(path("s"), value("hello!")), false),
            (.beginsWith(path("b"), value(.binary([1, 2]))), true), (.beginsWith(path("n"), value("5")), false),
            (.beginsWith(path("s"), value("")), true),
            (.contains(path("s"), value("ell")), true), (.contains(path("s"), value("elo")), false),
            (.contains(path("b"), value(.binary([2, 3]))), true), (.contains(path("ss"), value("a")), true),
            (.contains(path("ss"), value("c")), false), (.contains(path("ns"), value(2)), true),
            (.contains(path("ns"), value("2")), false), (.contains(path("bs"), value(.binary([2]))), true),
            (.contains(path("l"), value("two")), true), (.contains(path("l"), value([3])), true),
            (.contains(path("l"), value(2)), false), (.contains(path("m"), value("x")), false),
            (.contains(path("no"), value("x")), false), (.contains(path("empty"), value("")), true),
            // Sizes: bytes of text and binary, elements of the rest; a number has none.
            (.compare(.size(path("s")), .equal, value(5)), true), (.compare(.size(path("b")), .equal, value(3)), true),
            (.compare(.size(path("l")), .equal, value(3)), true), (.compare(.size(path("m")), .equal, value(2)), true),
            (.compare(.size(path("ss")), .equal, value(2)), true),
            (.compare(.size(path("n")), .notEqual, value(1)), true),
            (.compare(.size(path("n")), .greater, value(0)), false),
            (.compare(.size(path("no")), .less, value(9)), false),
            (.compare(.size(value("éé")), .equal, value(2)), true),
            (.compare(.size(path("s")), .greater, .size(path("b"))), true),
            (.between(.size(path("s")), lower: value(1), upper: path("n")), true),
            (.isIn(.size(path("s")), [value(4), path("n")]), true),
            // Logic.
            (.and(.exists(path("n")), .not(.exists(path("no")))), true),
            (.or(.exists(path("no")), .exists(path("nope"))), false),
            (.compare(path("m.é"), .equal, value(1)), true),
        ] as [(Condition, Bool)])
    func conditions(_ condition: Condition, _ expected: Bool) throws {
        try ExpressionRules.check(condition, .condition)
        #expect(PreparedCondition(condition).holds(for: Self.item) == expected)
    }

    @Test func conditionsOnNoItemSeeNoAttributes() {
        #expect(PreparedCondition(.notExists(Self.path("pk"))).holds(for: nil))
        #expect(!PreparedCondition(.exists(Self.path("pk"))).holds(for: nil))
        #expect(PreparedCondition(.compare(Self.path("n"), .notEqual, Self.value(1))).holds(for: nil))
    }

    private static let prefix = "Invalid ConditionExpression: "

    @Test(
        arguments: [
            (
                .compare(path("a"), .equal, path("a")),
                "The first operand must be distinct from the remaining operands for this operator or function; "
                    + "operator: =, first operand: [a]"
            ),
            (
                .contains(path("a.1.b"), path("a.1.b")),
                "The first operand must be distinct from the remaining operands for this operator or function; "
                    + "operator: contains, first operand: [a, [1], b]"
            ),
            (
                .beginsWith(path("a"), value(1)),
                "Incorrect operand type for operator or function; operator or function: begins_with, operand type: N"
            ),
            (
                .type(path("a"), value("X")),
                "Invalid attribute type name found; type: X, valid types: {B,NULL,SS,BOOL,L,BS,N,NS,S,M}"
            ),
            (
                .type(path("a"), value(1)),
                "Incorrect operand type for operator or function; operator or function: attribute_type, operand type: N"
            ),
            (
                .exists(value(1)),
                "Operator or function requires a document path; operator or function: attribute_exists"
            ),
            (
                .compare(.size(value(1)), .equal, value(1)),
                "Incorrect operand type for operator or function; operator or function: size, operand type: N"
            ),
            (
                .compare(path("a"), .less, value(true)),
                "Incorrect operand type for operator or function; operator or function: <, operand type: BOOL"
            ),
            (
                .between(path("a"), lower: value("b"), upper: value("a")),
                "The BETWEEN operator requires upper bound to be greater than or equal to lower bound; "
                    + "lower bound operand: AttributeValue: {S:b}, upper bound operand: AttributeValue: {S:a}"
            ),
            (
                .between(path("a"), lower: value("b"), upper: value(1)),
                "The BETWEEN operator requires same data type for lower and upper bounds; "
                    + "lower bound operand: AttributeValue: {S:b}, upper bound operand: AttributeValue: {N:1}"
            ),
            (
                .isIn(path("a"), (0...100).map { value(.number(Number($0))) }),
                "The IN operator is provided with too many operands; number of operands: 101"
            ),
            (
                (0..<151).map { Condition.compare(path("a"), .equal, value(.number(Number($0)))) }.reduce(
                    .exists(path("b"))
                ) { .or($0, $1) }, "The expression contains too many operators; operator count: 301"
            ),
        ] as [(Condition, String)])
    func refusedConditions(_ condition: Condition, _ message: String) {
        #expect(throws: DynamoDBError(.validation, Self.prefix + message)) {
            try ExpressionRules.check(condition, .condition)
        }
    }

    @Test(arguments: [(31, nil), (32, ValueRules.nestingTooDeep)] as [(Int, String?)])
    func valuesNestedTooDeepAreRefused(_ lists: Int, _ message: String?) {
        let nested = (0..<lists).reduce(AttributeValue.bool(true)) { inner, _ in .list([inner]) }
        let condition = Condition.compare(Self.path("a"), .equal, .value(nested))
        if let message {
            #expect(throws: DynamoDBError(.validation, message)) { try ExpressionRules.check(condition, .filter) }
        } else {
            #expect(throws: Never.self) { try ExpressionRules.check(condition, .filter) }
        }
    }
}
