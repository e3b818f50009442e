import Entities
import FixtureTypes
import GeneratedModel
import TestExecutors
import Testing

@Suite("Updates that may create")
struct OrCreateTests {
    @Test("An item is created of what the update sets, and is one of the entity", arguments: TestExecutor.all)
    func create(_ executor: TestExecutor) async throws {
        let db = try executor.database(Press.table)
        try await db.createTables()
        let update = Author.update(authorID: "ada") { $0.articleCount.add(1) }.orCreate()
        let body = update.explain().body
        #expect(body.contains("#_entity = :v"))
        #expect(body.contains("ADD #articleCount :v"))
        #expect(!body.contains("ConditionExpression"))
        guard case .incomplete(let item) = try await update.run(on: db) else {
            Issue.record("an author without a name")
            return
        }
        #expect(item["articleCount"] == 1)
        #expect(item["_entity"] == "Author")
        #expect(try await update.attempt(on: db) != .rejected(nil))
        let read = await #expect(throws: DynamoDBError.self) { try await Author.get(authorID: "ada").run(on: db) }
        #expect(read?.code == .undecodableResponse)
    }

    @Test("A record that is there is changed", arguments: TestExecutor.all)
    func change(_ executor: TestExecutor) async throws {
        let order = try await WriteFixture(executor)
        let update = Order.update(order.order.key) { $0.note.set("n") }.orCreate()
        #expect(try await update.run(on: order.db).record?.note == "n")
        let refused = try await update.if { $0.note == "x" }.attempt(on: order.db)
        #expect(try await refused == .rejected(Order.get(order.order.key).run(on: order.db)))
        try await order.db.transact {
            Order.update(buyerID: "other", orderID: order.order.orderID) { $0.note.set("new") }.orCreate()
            Order.update(order.order.key) { $0.note.set("changed") }.orCreate()
        }
        #expect(try await Order.get(order.order.key).run(on: order.db)?.note == "changed")
    }
}
