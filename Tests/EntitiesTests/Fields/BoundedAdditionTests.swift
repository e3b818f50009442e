import Testing

@testable import Entities

@Suite("Additions to numbers with a range")
struct BoundedAdditionTests {
    struct Case: Sendable, CustomTestStringConvertible {
        var rule: Rule<Int>
        var step: Int
        var condition: String?
        var testDescription: String { "\(step): \(condition ?? "none")" }
    }

    private static let absent = "attribute_not_exists(#n)"

    /// Only the bound towards which the number moves is looked at; an absent number counts as 0.
    static let cases = [
        Case(rule: .range(0...10), step: 3, condition: "\(absent) OR #n <= 7"),
        Case(rule: .range(0...10), step: -3, condition: "#n >= 3"),
        Case(rule: .range(0...10), step: 0, condition: nil),
        Case(rule: .range(0...10), step: 11, condition: "#n <= -1"),
        Case(rule: .range(0...), step: 3, condition: nil),
        Case(rule: .range(5...), step: 3, condition: "attribute_exists(#n)"),
        Case(rule: .range(5...), step: 6, condition: nil),
        Case(rule: .range(5...9), step: 6, condition: "\(absent) OR #n <= 3"),
        Case(rule: .range(...10), step: -3, condition: nil),
        Case(rule: .range(...10), step: .max, condition: "#n <= -9223372036854775797"),
        Case(rule: Rule { _ in nil }.and(.range(0...10)), step: 3, condition: "\(absent) OR #n <= 7"),
    ]

    private func text(_ condition: Condition?) throws -> String? {
        guard let condition else { return nil }
        var renderer = ExpressionRenderer()
        var text = try renderer.render(condition)
        for (index, value) in renderer.values.enumerated().reversed() {
            guard case .number(let number) = value else { continue }
            text = text.replacing(":v\(index)", with: "\(number)")
        }
        return text
    }

    @Test("An addition carries the condition that keeps the sum in the range", arguments: cases)
    func additions(_ test: Case) throws {
        let field = UpdatableField<Int>("n", test.rule)
        #expect(try text(field.add(test.step).condition) == test.condition)
        if test.step != .max { #expect(try text(field.subtract(-test.step).condition) == test.condition) }
        let optional = OptionalUpdatableField<Int>("n", test.rule)
        #expect(try text(optional.add(test.step).condition) == test.condition)
    }

    @Test("Nothing is asked where there is no range")
    func unbounded() throws {
        #expect(UpdatableField<Int>("n").add(3).condition == nil)
        #expect(UpdatableField<Int>("n", Rule { _ in nil }).subtract(3).condition == nil)
    }

    @Test("A bound that no number of 38 digits can keep refuses the change")
    func precision() throws {
        let field = UpdatableField<Number>("n", .range(...(try #require(Number("1E30")))))
        #expect(field.add(try #require(Number("1E-30"))).problem?.code == .invalidValue)
    }
}
