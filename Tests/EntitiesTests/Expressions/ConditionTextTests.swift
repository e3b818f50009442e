import Testing

@testable import Entities

@Suite("Conditions as text")
struct ConditionTextTests {
    private let a = Condition.exists(.path(AttributePath("a")))
    private let b = Condition.exists(.path(AttributePath("b")))
    private let c = Condition.exists(.path(AttributePath("c")))

    private func text(_ condition: Condition) throws -> String {
        var renderer = ExpressionRenderer()
        return try renderer.render(condition)
            .replacing("attribute_exists(#a)", with: "A").replacing("attribute_exists(#b)", with: "B")
            .replacing("attribute_exists(#c)", with: "C")
    }

    @Test("Parentheses are written only where the grouping needs them")
    func precedence() throws {
        #expect(try text(a && b && c) == "A AND B AND C")
        #expect(try text(a && (b && c)) == "A AND B AND C")
        #expect(try text(a || b || c) == "A OR B OR C")
        #expect(try text(a && b || c) == "A AND B OR C")
        #expect(try text(a || b && c) == "A OR B AND C")
        #expect(try text((a || b) && c) == "(A OR B) AND C")
        #expect(try text(a && (b || c)) == "A AND (B OR C)")
        #expect(try text(!a) == "NOT A")
        #expect(try text(!a && b) == "NOT A AND B")
        #expect(try text(!(a && b)) == "NOT (A AND B)")
        #expect(try text(!(a || b) || c) == "NOT (A OR B) OR C")
        #expect(try text(!(!a)) == "NOT NOT A")
        #expect(try text(!(!(a && b))) == "NOT NOT (A AND B)")
        #expect(try text((a || b) && !(b || c)) == "(A OR B) AND NOT (B OR C)")
    }

    static let path = Operand.path(AttributePath("n"))

    @Test(
        "Every operator and function has its text",
        arguments: [
            (.compare(path, .equal, .value(1)), "#n = :v0"), (.compare(path, .notEqual, .value(1)), "#n <> :v0"),
            (.compare(path, .less, .value(1)), "#n < :v0"), (.compare(path, .lessOrEqual, .value(1)), "#n <= :v0"),
            (.compare(path, .greater, .value(1)), "#n > :v0"),
            (.compare(path, .greaterOrEqual, .value(1)), "#n >= :v0"),
            (.compare(.size(path), .less, .value(1)), "size(#n) < :v0"),
            (.between(path, lower: .value(1), upper: .value(2)), "#n BETWEEN :v0 AND :v1"),
            (.isIn(path, [.value(1)]), "#n IN (:v0)"), (.isIn(path, [.value(1), .value(2)]), "#n IN (:v0, :v1)"),
            (.exists(path), "attribute_exists(#n)"), (.notExists(path), "attribute_not_exists(#n)"),
            (.type(path, .value("S")), "attribute_type(#n, :v0)"),
            (.beginsWith(path, .value("x")), "begins_with(#n, :v0)"),
            (.contains(path, .value("x")), "contains(#n, :v0)"),
            (.not(.between(path, lower: .value(1), upper: .value(2))), "NOT #n BETWEEN :v0 AND :v1"),
        ] as [(Condition, String)])
    func operators(condition: Condition, text: String) throws {
        #expect(try self.text(condition) == text)
    }

    @Test("An operand that could not be made refuses the expression, wherever it stands")
    func invalid() {
        let error = AttributeError(.notANumber, path: "n", reason: "no number")
        let bad = Operand.invalid(error)
        for condition: Condition in [
            .compare(bad, .equal, .value(1)), .compare(Self.path, .equal, bad), .compare(.size(bad), .equal, .value(1)),
            .between(Self.path, lower: .value(1), upper: bad), .isIn(Self.path, [.value(1), bad]),
            a && !(b || .contains(Self.path, bad)),
        ] {
            #expect(throws: error) { try text(condition) }
        }
    }

    @Test("A condition may have as many operators as DynamoDB takes, and a deeper one is refused without walking it")
    func depth() throws {
        let deep = (0..<300).reduce(a) { condition, _ in condition && b }
        #expect(try text(deep).hasSuffix(" AND B AND B"))
        #expect(throws: AttributeError.self) { try text(deep || c) }
        let negated = (0..<20_000).reduce(a) { condition, _ in !condition }
        #expect(throws: AttributeError.self) { try text(negated) }
    }
}
