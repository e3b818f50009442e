import Entities
import FixtureTypes
import Foundation
import GeneratedModel
import TestExecutors
import Testing

@Suite("What a write tells")
struct WriteOutcomeTests {
    private let stock = Stock.Draft(sku: SKU(rawValue: "x"), place: "a", quantity: 1)

    private func database(_ executor: TestExecutor) async throws -> Database {
        let db = try executor.database(Press.table)
        try await db.createTables()
        return db
    }

    @Test("The record as it was, where it is asked for", arguments: TestExecutor.all)
    func old(_ executor: TestExecutor) async throws {
        let db = try await database(executor)
        let put = Stock.put(stock).returningOld()
        #expect(put.explain().body.contains(#""ReturnValues": "ALL_OLD""#))
        #expect(try await put.run(on: db) == nil)
        let before = try #require(try await put.run(on: db))
        #expect(before == Stock(stock))

        let patch = Stock.patch(before.key) { $0.set(quantity: 2, minimum: nil) }
        let patched: Stock = try await patch.returningOld().run(on: db)
        #expect(patched == before)
        let update = Stock.update(before.key) { $0.set(quantity: 3, minimum: nil) }.returningOld()
        #expect(try await update.run(on: db)?.quantity == 2)
        try await Stock.remove(before.key).run(on: db)
        #expect(try await update.run(on: db) == nil)
        await #expect(throws: DynamoDBError.self) { try await patch.returningOld().run(on: db) }
    }

    @Test("The record as it was, of one whose unique value moves", arguments: TestExecutor.all)
    func oldUnique(_ executor: TestExecutor) async throws {
        let db = try await database(executor)
        let article = try await Article.create(.init(tenantID: "acme", authorID: "ada", slug: "old", title: "T")).run(
            on: db)
        let update = Article.update(article.key) { $0.set(slug: "new", expiresAt: nil, replacing: "old") }
            .returningOld()
        #expect(try await update.run(on: db) == article)
        #expect(try await Article.get(article.key).run(on: db)?.slug == "new")
        guard case .rejected(let stored) = try await update.attempt(on: db) else {
            Issue.record("the old value is no longer the one that is replaced")
            return
        }
        #expect(stored?.slug == "new")
    }

    @Test("Nothing, where nothing is asked for", arguments: TestExecutor.all)
    func nothing(_ executor: TestExecutor) async throws {
        let db = try await database(executor)
        let article = try await Article.create(.init(tenantID: "acme", authorID: "ada", slug: "s", title: "T")).run(
            on: db)
        let patch = Article.patch(article.key) { $0.views.add(1) }
        #expect(patch.explain().body.contains(#""ReturnValues": "ALL_NEW""#))
        #expect(!patch.returningNothing().explain().body.contains(#""ReturnValues":"#))
        try await patch.returningNothing().run(on: db)
        #expect(try await Article.get(article.key).run(on: db)?.views == 1)

        let missing = Stock.Key(sku: SKU(rawValue: "none"), place: "a")
        try await Stock.update(missing) { $0.set(quantity: 1, minimum: nil) }.returningNothing().run(on: db)
        try await Stock.delete(missing).returningNothing().run(on: db)
        await #expect(throws: DynamoDBError.self) { try await Stock.remove(missing).returningNothing().run(on: db) }
    }

    @Test("A condition that does not hold is a value, with the record that is stored", arguments: TestExecutor.all)
    func rejected(_ executor: TestExecutor) async throws {
        let db = try await database(executor)
        let key = Stock(stock).key
        #expect(try await Stock.patch(key) { $0.set(quantity: 2, minimum: nil) }.attempt(on: db) == .rejected(nil))
        #expect(try await Stock.update(key) { $0.set(quantity: 2, minimum: nil) }.attempt(on: db) == .rejected(nil))
        #expect(try await Stock.delete(key).attempt(on: db) == .rejected(nil))
        #expect(try await Stock.remove(key).attempt(on: db) == .rejected(nil))
        #expect(try await Stock.put(stock).if { $0.quantity == 5 }.attempt(on: db) == .rejected(nil))

        let record = Stock(stock)
        #expect(try await Stock.create(stock).attempt(on: db) == .written(record))
        #expect(try await Stock.create(stock).attempt(on: db) == .rejected(record))
        #expect(try await Stock.put(stock).if { $0.quantity == 5 }.attempt(on: db) == .rejected(record))
        #expect(try await Stock.delete(key).if { $0.quantity == 5 }.attempt(on: db) == .rejected(record))
        let more = Stock.patch(key) { $0.set(quantity: 2, minimum: nil) }.if { $0.quantity == 5 }
        #expect(try await more.returningOld().attempt(on: db) == .rejected(record))
        guard case .rejected(record) = try await more.returningNothing().attempt(on: db) else {
            Issue.record("not rejected")
            return
        }
        #expect(try await Stock.remove(key).attempt(on: db) == .written(record))
    }

    @Test("A version that is not the expected one is rejected with the current record", arguments: TestExecutor.all)
    func versions(_ executor: TestExecutor) async throws {
        let db = try await database(executor)
        let article = try await Article.create(.init(tenantID: "acme", authorID: "ada", slug: "s", title: "T")).run(
            on: db)
        let faster = try await article.patch { $0.title.set("Faster") }.run(on: db)
        #expect(try await article.patch { $0.title.set("Late") }.attempt(on: db) == .rejected(faster))
        #expect(try await article.remove().attempt(on: db) == .rejected(faster))
    }

    @Test(
        "Other errors are thrown: a unique value that another has is no condition on this record",
        arguments: TestExecutor.all)
    func others(_ executor: TestExecutor) async throws {
        let db = try await database(executor)
        let draft = Article.Draft(tenantID: "acme", authorID: "ada", slug: "s", title: "T")
        try await Article.create(draft).run(on: db)
        let error = await #expect(throws: DynamoDBError.self) { _ = try await Article.create(draft).attempt(on: db) }
        #expect(error?.code == .notUnique)
        let invalid = await #expect(throws: DynamoDBError.self) {
            _ = try await Article.patch(Article(draft).key) { $0.title.set("") }.attempt(on: db)
        }
        #expect(invalid?.code == .invalidValue)
    }

    @Test("A table under another name, for one call", arguments: TestExecutor.all)
    func tableName(_ executor: TestExecutor) async throws {
        let db = try await database(executor)
        let name = try #require(db.allTables.first?.name) + "-staging"
        let staging = db.using(Press.table.named(name))
        #expect(staging.allTables.map(\.name) == [name])
        let missing = await #expect(throws: DynamoDBError.self) { try await Stock.put(stock).run(on: staging) }
        #expect(missing?.code == .resourceNotFound)
        try await staging.createTables()
        try await Stock.put(stock).run(on: staging)
        #expect(try await Stock.get(Stock(stock).key).run(on: staging) == Stock(stock))
        #expect(try await Stock.get(Stock(stock).key).run(on: db) == nil)
    }
}
