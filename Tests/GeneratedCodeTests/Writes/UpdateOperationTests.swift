import Entities
import FixtureTypes
import Foundation
import GeneratedModel
import TestExecutors
import Testing

/// What each operation asks for, and what is stored then.
@Suite("Update operations at every path")
struct UpdateOperationTests {
    private let line = Line(sku: SKU(rawValue: "y"), price: Money(cents: 1))

    /// Applies changes one after the other, and checks the request's expression and the record as it is then.
    private func expect(
        _ fixture: WriteFixture, _ expression: String, _ change: (Order.Changes) -> Change,
        _ holds: (Order) -> Bool, _ location: SourceLocation = #_sourceLocation
    ) async throws {
        let patch = fixture.patch(change)
        #expect(patch.explain().body.contains(#""UpdateExpression": "\#(expression)""#), sourceLocation: location)
        let order = try await patch.run(on: fixture.db)
        #expect(holds(order), "\(order)", sourceLocation: location)
    }

    @Test("Numbers start at a value, or take another attribute's", arguments: TestExecutor.all)
    func numbers(_ executor: TestExecutor) async throws {
        let order = try await WriteFixture(executor)
        try await expect(
            order, "SET #weight = if_not_exists(#weight, :v0) + :v1", { $0.weight.add(5, startingAt: 100) },
            { $0.weight == 105 })
        try await expect(
            order, "SET #weight = if_not_exists(#weight, :v0) - :v1", { $0.weight.subtract(5, startingAt: 7) },
            { $0.weight == 100 })
        try await expect(
            order, "SET #lines[0].#discount = #lines[0].#discount + #extras.#wrap.#discount",
            { $0.lines[0].discount.add($0.extras["wrap"].discount) }, { $0.lines[0].discount == 0.25 })
        try await expect(
            order, "SET #lines[0].#discount = #lines[0].#discount - #extras.#wrap.#discount",
            { $0.lines[0].discount.subtract($0.extras["wrap"].discount) }, { $0.lines[0].discount == 0.125 })
        try await expect(
            order, "SET #extras.#wrap.#discount = if_not_exists(#extras.#wrap.#discount, :v0)",
            { $0.extras["wrap"].discount.set(ifAbsent: 1) }, { $0.extras["wrap"]?.discount != 1 })
    }

    @Test("Lists grow at both ends and change in the middle", arguments: TestExecutor.all)
    func lists(_ executor: TestExecutor) async throws {
        let order = try await WriteFixture(executor)
        try await expect(
            order, "SET #lines = list_append(:v0, if_not_exists(#lines, :v1))",
            { $0.lines.prepend(self.line, self.line) },
            { $0.lines.map(\.sku.rawValue) == ["y", "y", "x"] })
        try await expect(
            order, "SET #lines[1] = :v0", { $0.lines.set(at: 1, self.line) }, { $0.lines.count == 3 })
        try await expect(
            order, "SET #lines[0].#parts = list_append(if_not_exists(#lines[0].#parts, :v0), :v1)",
            { $0.lines[0].parts.append(self.line) }, { $0.lines[0].parts == [self.line] })
        try await expect(
            order, "SET #lines[0].#parts[0].#quantity = :v0", { $0.lines[0].parts[0].quantity.set(9) },
            { $0.lines[0].parts[0].quantity == 9 })
        try await expect(
            order, "REMOVE #lines[1]", { $0.lines.remove(at: 1) }, { $0.lines.map(\.sku.rawValue) == ["y", "x"] })
    }

    @Test("Dictionaries change by key, and maps in them by member", arguments: TestExecutor.all)
    func dictionaries(_ executor: TestExecutor) async throws {
        let order = try await WriteFixture(executor)
        try await expect(
            order, "SET #extras.#card = :v0", { $0.extras["card"].set(self.line) }, { $0.extras["card"] == self.line })
        try await expect(
            order, "SET #extras.#card.#label = :v0", { $0.extras["card"].label.set("Hi") },
            { $0.extras["card"]?.label == "Hi" })
        try await expect(
            order, "REMOVE #extras.#card.#label", { $0.extras["card"].label.remove() },
            { $0.extras["card"]?.label == nil })
        try await expect(order, "REMOVE #extras.#card", { $0.extras.remove("card") }, { $0.extras["card"] == nil })
        let wrong = Line(sku: line.sku, quantity: 0, price: line.price)
        for refused in [
            order.patch { $0.extras.set("card", wrong) }, order.patch { $0.extras["card"].set(wrong) },
            order.patch { $0.extras.set(["card": wrong]) }, order.patch { $0.lines.prepend(wrong) },
        ] {
            #expect(refused.explain().body.contains("quantity is 0, the definition allows 1 and more"))
        }
    }

    @Test("Lists of scalars, lists in lists, and values without a definition", arguments: TestExecutor.all)
    func scalars(_ executor: TestExecutor) async throws {
        let db = try executor.database(Press.table)
        try await db.createTables()
        let any: AttributeValue = ["deep": ["list": [1, 2]]]
        let sample = try await Sample.create(
            .init(sampleID: UUID(), int: 1, any: any, nested: [["a", "b"], ["c"]])
        ).run(on: db)
        let patch = Sample.patch(sample.key) {
            $0.nested[0][1].set("B")
            $0.nested[1].append("d")
            $0.any["deep"]["list"][1].set("two")
            $0.any["new"].set(ifAbsent: true)
            $0.int8.add(3, startingAt: 4)
        }
        #expect(patch.explain().body.contains("#any.#deep.#list[1] = :v3"))
        let changed = try await patch.run(on: db)
        #expect(changed.nested == [["a", "B"], ["c", "d"]])
        #expect(changed.any == ["deep": ["list": [1, "two"]], "new": true])
        #expect(changed.int8 == 7)

        let removed = try await Sample.patch(sample.key) {
            $0.nested[0].remove(at: 0)
            $0.any["deep"]["list"].remove()
        }.run(on: db)
        #expect(removed.nested == [["B"], ["c", "d"]])
        #expect(removed.any == ["deep": [:], "new": true])
    }

    @Test("What DynamoDB has no operation for is refused before anything is sent")
    func refused() async throws {
        let order = try await WriteFixture(.standard)
        let error = await #expect(throws: DynamoDBError.self) {
            try await order.patch { $0.lines.remove(at: -1) }.run(on: order.db)
        }
        #expect(error?.code == .invalidValue)
        #expect(error?.message == "Order was not changed: lines[-1] has an index below 0")
        let source = order.patch { $0.lines[0].quantity.set(to: $0.lines[-1].quantity) }
        #expect(source.explain().body.contains("cannot be sent: lines[-1].quantity"))
        let sum = order.patch { $0.lines[0].quantity.add($0.extras["wrap"].quantity) }
        #expect(sum.explain().body.contains("a number that only the database knows"))
        let set = UpdatableField<Set<String>>(path: AttributePath("sets").appending(index: 0))
        let empty = order.patch { _ in set.set([]) }
        #expect(empty.explain().body.contains("a list holds no empty sets: remove the element instead"))
        let insertion = order.patch { _ in set.insert("x") }
        #expect(insertion.explain().body.contains("DynamoDB adds to and deletes from top-level sets only"))
    }

    @Test("An attribute that the definition does not know is reached by its path", arguments: TestExecutor.all)
    func raw(_ executor: TestExecutor) async throws {
        let order = try await WriteFixture(executor)
        let legacy = AttributePath("legacy")
        try await order.patch { _ in
            Change(update: UpdateExpression(set: [.init(legacy, .operand(.value(["count": 1])))]))
        }.run(on: order.db)
        try await order.patch { _ in UpdatableField<Int>(path: legacy.appending("count")).add(1) }.run(on: order.db)
        #expect(try await order.holds { _ in Entities.Field<Int>(path: legacy.appending("count")) == 2 })
        #expect(try await order.holds { $0.weight == nil && .compare(.size(.path(legacy)), .equal, .value(1)) })
        #expect(try await !order.holds { _ in .type(.path(legacy), .value("S")) })
    }

    @Test("A path that is none is an error of every executor, wherever it stands", arguments: TestExecutor.all)
    func nowhere(_ executor: TestExecutor) async throws {
        let order = try await WriteFixture(executor)
        let nowhere = AttributePath("lines").appending(index: -1)
        for update in [
            UpdateExpression(set: [.init(nowhere, .operand(.value(1)))]), UpdateExpression(remove: [nowhere]),
            UpdateExpression(set: [.init(AttributePath("x"), .operand(.path(nowhere)))]),
            UpdateExpression(set: [.init(AttributePath("x"), .ifNotExists(nowhere, .operand(.value(1))))]),
        ] {
            let wrong = order.patch { _ in Change(update: update) }
            let error = await #expect(throws: DynamoDBError.self) { try await wrong.run(on: order.db) }
            #expect(error?.code == .validation)
        }
        await #expect(throws: DynamoDBError.self) {
            try await order.patch { $0.note.set("n") }.if { _ in .exists(.path(nowhere)) }.run(on: order.db)
        }
    }
}
