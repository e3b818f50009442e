import Testing

@testable import Entities

@Suite("Updates as text")
struct UpdateTextTests {
    private func text(_ update: UpdateExpression) throws -> String {
        var renderer = ExpressionRenderer()
        return try renderer.render(update)
    }

    private static let (a, b) = (AttributePath("a"), AttributePath("b"))
    private static let one = SetValue.operand(.value(1))

    @Test(
        "Each clause is written once, in this order",
        arguments: [
            (UpdateExpression(), ""), (.init(set: [.init(a, one)]), "SET #a = :v0"),
            (.init(set: [.init(a, one), .init(b, one)]), "SET #a = :v0, #b = :v1"),
            (.init(remove: [a, b]), "REMOVE #a, #b"),
            (.init(add: [.init(a, .value(1)), .init(b, .value(2))]), "ADD #a :v0, #b :v1"),
            (.init(delete: [.init(a, .value(1))]), "DELETE #a :v0"),
            (
                .init(
                    set: [.init(a, one)], remove: [b], add: [.init(AttributePath("c"), .value(1))],
                    delete: [.init(AttributePath("d"), .value(1))]),
                "SET #a = :v0 REMOVE #b ADD #c :v1 DELETE #d :v2"
            ),
            (.init(remove: [b], delete: [.init(a, .value(1))]), "REMOVE #b DELETE #a :v0"),
        ] as [(UpdateExpression, String)])
    func clauses(update: UpdateExpression, text: String) throws {
        #expect(try self.text(update) == text)
        #expect(update.isEmpty == text.isEmpty)
    }

    @Test(
        "Every value that SET can assign has its text",
        arguments: [
            (.operand(.path(b)), "#b"), (.ifNotExists(b, one), "if_not_exists(#b, :v0)"),
            (.listAppend(.ifNotExists(a, one), .operand(.path(b))), "list_append(if_not_exists(#a, :v0), #b)"),
            (.plus(.operand(.path(a)), one), "#a + :v0"),
            (.minus(.ifNotExists(a, one), one), "if_not_exists(#a, :v0) - :v1"),
        ] as [(SetValue, String)])
    func values(value: SetValue, text: String) throws {
        #expect(try self.text(.init(set: [.init(Self.a, value)])) == "SET #a = \(text)")
    }

    @Test("An operand that could not be made refuses the update")
    func invalid() {
        let error = AttributeError(.emptySet, path: "", reason: "empty")
        for update: UpdateExpression in [
            .init(set: [.init(Self.a, .operand(.invalid(error)))]),
            .init(set: [.init(Self.a, .plus(.ifNotExists(Self.b, .operand(.invalid(error))), Self.one))]),
            .init(set: [.init(Self.a, .listAppend(Self.one, .operand(.invalid(error))))]),
            .init(add: [.init(Self.a, .invalid(error))]), .init(delete: [.init(Self.a, .invalid(error))]),
        ] {
            #expect(throws: error) { try text(update) }
        }
    }
}
