import Entities
import FixtureTypes
import Foundation
import GeneratedModel
import TestExecutors

/// A database of the press with an order in it: what tests of writes have in common.
struct WriteFixture {
    let db: Database
    let order: Order

    init(_ executor: TestExecutor) async throws {
        db = try executor.database(Press.table)
        try await db.createTables()
        let line = Line(sku: SKU(rawValue: "x"), quantity: 2, price: Money(cents: 150))
        let draft = Order.Draft(
            buyerID: "b", lines: [line], extras: ["wrap": line], total: 3, channel: .web, isPaid: false,
            placedAt: Date(timeIntervalSince1970: 1_763_640_000))
        order = try await Order.create(draft).run(on: db)
    }

    /// A patch of the order.
    func patch(_ change: (Order.Changes) -> Change) -> Patch<Order> {
        Order.patch(order.key) { change($0) }
    }

    /// Whether a condition holds for the order as it is stored.
    func holds(_ condition: (Order.Fields) -> Condition) async throws -> Bool {
        let outcome = try await Order.patch(order.key) { $0.note.set("touched") }.if(condition).attempt(on: db)
        if case .written = outcome { return true }
        return false
    }
}
