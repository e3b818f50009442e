import Entities
import FixtureTypes
import Foundation
import GeneratedModel
import TestExecutors
import Testing

@Suite("Conditions at every path")
struct ConditionPathTests {
    private struct Case: CustomTestStringConvertible, Sendable {
        let text: String
        let holds: Bool
        let condition: @Sendable (Order.Fields) -> Condition
        var testDescription: String { text }

        init(_ text: String, _ holds: Bool, _ condition: @escaping @Sendable (Order.Fields) -> Condition) {
            self.text = text
            self.holds = holds
            self.condition = condition
        }
    }

    /// The order has one line and one extra "wrap", both twice x.
    private static let cases: [Case] = [
        Case("#lines[0].#quantity = :v1", true) { $0.lines[0].quantity == 2 },
        Case("#lines[0].#quantity <> :v1", false) { $0.lines[0].quantity != 2 },
        Case("#extras.#wrap.#quantity > :v1", true) { $0.extras["wrap"].quantity > 1 },
        Case("#extras.#wrap.#quantity >= :v1", false) { $0.extras["wrap"].quantity >= 3 },
        Case("#extras.#wrap.#quantity < :v1", true) { $0.extras["wrap"].quantity < 3 },
        Case("#extras.#wrap.#quantity <= :v1", false) { $0.extras["wrap"].quantity <= 1 },
        Case("#extras.#wrap.#quantity BETWEEN :v1 AND :v2", true) { $0.extras["wrap"].quantity.isBetween(2, and: 3) },
        Case("#lines[0].#quantity IN (:v1, :v2)", true) { $0.lines[0].quantity.isIn([1, 2]) },
        Case("#lines[0].#quantity = #extras.#wrap.#quantity", true) {
            $0.lines[0].quantity == $0.extras["wrap"].quantity
        },
        Case("attribute_exists(#lines[0].#label)", false) { $0.lines[0].label.exists },
        Case("attribute_not_exists(#lines[1])", true) { $0.lines[1].notExists },
        Case("attribute_not_exists(#extras.#card)", true) { $0.extras["card"] == nil },
        Case("begins_with(#lines[0].#label, :v1)", false) { $0.lines[0].label.begins(with: "x") },
        Case("NOT contains(#lines[0].#label, :v1)", true) { !$0.lines[0].label.contains("x") },
        Case("attribute_type(#extras.#wrap, :v1)", true) { $0.extras["wrap"].hasType(.map) },
        Case("size(#extras) = :v1", true) { $0.extras.size == 1 },
        Case("size(#extras) = size(#lines)", true) { $0.extras.size == $0.lines.size },
        Case("size(#extras) < #lines[0].#quantity", true) { $0.extras.size < $0.lines[0].quantity },
        Case("size(#lines) <> size(#extras)", false) { $0.lines.size != $0.extras.size },
        Case("size(#lines) > size(#extras)", false) { $0.lines.size > $0.extras.size },
        Case("size(#lines) <= size(#extras)", true) { $0.lines.size <= $0.extras.size },
        Case("size(#lines) >= #lines[0].#quantity", false) { $0.lines.size >= $0.lines[0].quantity },
        Case("size(#lines) BETWEEN :v1 AND :v2", true) { $0.lines.size.isBetween(1, and: 2) },
        Case("attribute_not_exists(#note) OR #note = :v1", true) { $0.note.isAbsent(or: "x") },
        Case("attribute_not_exists(#lines[0].#quantity) OR #lines[0].#quantity = :v1", false) {
            $0.lines[0].quantity.isAbsent(or: 3)
        },
    ]

    @Test("Each operator reaches into maps, lists and dictionaries", arguments: cases)
    private func operators(_ condition: Case) async throws {
        let order = try await WriteFixture(.standard)
        let patch = order.patch { $0.note.set("n") }.if(condition.condition)
        let text = patch.explain().body
        // An alternative stays in parentheses beside the demand that the record exists.
        let grouped = condition.text.contains(" OR ") ? "(\(condition.text))" : condition.text
        #expect(text.contains(#""ConditionExpression": "attribute_exists(#pk) AND \#(grouped)""#), "\(text)")
        #expect(try await order.holds(condition.condition) == condition.holds)
    }

    @Test("Elements of lists of scalars and of values without a definition compare, also with nil")
    func scalars() async throws {
        let db = try TestExecutor.standard.database(Press.table)
        try await db.createTables()
        let sample = try await Sample.create(
            .init(sampleID: .init(), int: 1, any: ["deep": [1, "x"]], nested: [["a", "b"]])
        ).run(on: db)
        let patch = Sample.patch(sample.key) { $0.int.add(1) }
            .if { $0.nested[0][1] == "b" && $0.nested[0][2] == nil && $0.nested[0].contains("a") }
            .if { $0.any["deep"][1] == "x" && $0.any["deep"].size == 2 && $0.dictionary["none"] == nil }
        #expect(patch.explain().body.contains("#nested[0][1] = :v"))
        #expect(try await patch.run(on: db).int == 2)
    }

    /// ElectroDB: `patch().where("a OR b")` loses the demand that the record exists, and two `where` lose their grouping (4.1, rows 2
    /// and 3).
    @Test("Alternatives stay together, whatever they are joined with", arguments: TestExecutor.all)
    func grouping(_ executor: TestExecutor) async throws {
        let order = try await WriteFixture(executor)
        let patch = order.patch { $0.note.set("n") }.if { $0.weight == 1 || $0.weight == nil }.if {
            $0.note == "x" || $0.lines.size > 5
        }
        #expect(
            patch.explain().body.contains(
                "attribute_exists(#pk) AND (#weight = :v1 OR attribute_not_exists(#weight)) AND (#note = :v2 OR size(#lines) > :v3)"
            ))
        guard case .rejected(let stored) = try await patch.attempt(on: order.db) else {
            Issue.record("the second condition was lost")
            return
        }
        #expect(stored == order.order)
        try await Order.remove(order.order.key).run(on: order.db)
        let none = try await Order.patch(order.order.key) { $0.note.set("n") }.if { $0.weight == 1 || $0.weight == nil }
            .attempt(on: order.db)
        #expect(none == .rejected(nil))
    }

    @Test("An index below 0 is refused before anything is sent")
    func negative() {
        let patch = Order.patch(buyerID: "b", orderID: .init()) { $0.note.set("n") }.if { $0.lines[-1].quantity == 2 }
        #expect(patch.explain().body.hasPrefix("cannot be sent: lines[-1].quantity"))
    }
}
