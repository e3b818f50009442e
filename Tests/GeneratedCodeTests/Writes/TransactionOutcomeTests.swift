import Entities
import FixtureTypes
import Foundation
import GeneratedModel
import TestExecutors
import Testing

@Suite("What a transaction tells")
struct TransactionOutcomeTests {
    private let stock = Stock.Draft(sku: SKU(rawValue: "x"), place: "a", quantity: 1)

    @Test("Conditions that do not hold are values, one reason per write", arguments: TestExecutor.all)
    func canceled(_ executor: TestExecutor) async throws {
        let fixture = try await WriteFixture(executor)
        let (db, order) = (fixture.db, fixture.order)
        let article = Article.Draft(tenantID: "acme", authorID: "ada", slug: "s", title: "T")
        let first = try await db.attemptTransact {
            Stock.put(stock)
            Article.create(article)
        }
        #expect(first == .committed)
        let second = try await db.attemptTransact {
            Order.patch(order.key) { $0.note.set("n") }
            Article.create(article)
            Stock.patch(Stock(stock).key) { $0.set(quantity: 0, minimum: nil) }.if { $0.quantity > 1 }
        }
        guard case .canceled(let reasons) = second else {
            Issue.record("\(second)")
            return
        }
        // The article's key is new, but not its slug, which is an action of its own.
        #expect(reasons.map(\.isFailure) == [false, true, true])
        #expect(reasons.map(\.failure) == [nil, .notUnique, .conditionalCheckFailed])
        #expect(reasons.map(\.action) == ["Order.patch", "Article.slug", "Stock.patch"])
        #expect(try reasons[2].record(as: Stock.self) == Stock(stock))
        #expect(try reasons[0].record(as: Order.self) == nil)
        #expect(throws: DynamoDBError.self) { try reasons[2].record(as: Order.self) }
        #expect(try await Order.get(order.key).run(on: db)?.note == nil)
    }

    @Test(
        "The same token makes the same writes once",
        .enabled(if: !TestServer.isMoto, "moto does not keep client tokens"), arguments: TestExecutor.all)
    func token(_ executor: TestExecutor) async throws {
        let fixture = try await WriteFixture(executor)
        let token = UUID().uuidString
        for _ in 0..<2 {
            try await fixture.db.transact(token: token) {
                Order.patch(fixture.order.key) { $0.weight.add(1) }
            }
        }
        #expect(try await Order.get(fixture.order.key).run(on: fixture.db)?.weight == 1)
        let other = await #expect(throws: DynamoDBError.self) {
            try await fixture.db.attemptTransact(token: token) {
                Order.patch(fixture.order.key) { $0.weight.add(2) }
            }
        }
        #expect(other?.code == .idempotentParameterMismatch)
    }

    @Test("Records of one entity are read as of one moment", arguments: TestExecutor.all)
    func reads(_ executor: TestExecutor) async throws {
        let db = try executor.database(Press.table)
        try await db.createTables()
        try await Stock.put(stock).run(on: db)
        let gets = ["a", "b"].map { Stock.get(sku: stock.sku, place: $0) }
        #expect(try await db.transactGet(gets) == [Stock(stock), nil])
        #expect(try await db.transactGet([Get<Stock>]()) == [])
    }
}
