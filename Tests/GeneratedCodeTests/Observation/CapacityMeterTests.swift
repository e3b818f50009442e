import Entities
import FixtureTypes
import Foundation
import GeneratedModel
import InMemoryDynamoDB
import TestExecutors
import Testing

@Suite("Capacity meter", .enabled(if: TestServer.current == nil, "it counts what an engine of its own counts"))
struct CapacityMeterTests {
    private func database(_ transport: InMemoryDynamoDB.Transport) async throws -> Database {
        let db = Database(InMemoryDynamoDB(transport: transport), table: Press.table)
        try await db.createTables()
        return db
    }

    /// A small article, published: entries in the table, gsi2 (published), gsi3 (byAuthor), and further indexes.
    private func draft(_ slug: String) -> Article.Draft {
        Article.Draft(
            tenantID: "acme", authorID: "ada", slug: slug, region: "eu", category: "news", title: "Hello",
            publishedAt: Date(timeIntervalSince1970: 1_763_640_000))
    }

    private let stock = Stock.Draft(sku: SKU(rawValue: "A-1"), place: "Rome", quantity: 3, minimum: 1)

    @Test("What is consumed counts for the access pattern that asked", arguments: InMemoryDynamoDB.Transport.allCases)
    func accessPatterns(_ transport: InMemoryDynamoDB.Transport) async throws {
        let meter = CapacityMeter()
        let db = try await database(transport).observed(by: meter)
        let article = try await Article.create(draft("one")).run(on: db)
        meter.reset()

        _ = try await Article.get(article.key).run(on: db)
        _ = try await Article.get(tenantID: "acme", articleID: ULID(value: 1)).run(on: db)
        #expect(meter.consumption["Article.get"].reads == 1)  // two halves: eventual reads of up to 4 KB
        #expect(meter.consumption["Article.get"].requests == 2)
        #expect(meter.consumption["Article.get"].items == 1)
        #expect(meter.consumption["Article.get"].places.keys.map(\.description) == ["press"])

        _ = try await Article.published(tenantID: "acme").page(limit: 20, on: db)
        #expect(meter.consumption["Article.published"].units == ReadWriteUnits(reads: 0.5))
        #expect(meter.consumption["Article.published"].places.keys.map(\.description) == ["press/gsi2"])
        #expect(meter.consumption["Article.published"].items == 1)
        #expect(meter.consumption.requests == 3)
    }

    @Test(
        "What is about several entities counts for what the database is named",
        arguments: InMemoryDynamoDB.Transport.allCases)
    func names(_ transport: InMemoryDynamoDB.Transport) async throws {
        let meter = CapacityMeter()
        let db = try await database(transport).observed(by: meter)
        let article = try await Article.create(draft("one")).run(on: db.named("publish"))
        meter.reset()

        let named = db.named("stock up")
        try await named.transact { Stock.put(stock) }
        try await named.batchWrite { Stock.put(stock) }
        _ = try await named.transactGet(Article.get(article.key), Stock.get(Stock(stock).key))
        _ = try await named.batchGet(Article.get(article.key), Stock.get(Stock(stock).key))
        _ = try await named.once("delivery-1") { Commit(1) { Stock.put(stock) } }
        #expect(meter.consumption.map(\.accessPattern) == ["once", "stock up"])
        #expect(meter.consumption["stock up"].requests == 5)

        try await db.transact { Stock.put(stock) }
        #expect(meter.consumption["TransactWriteItems"].requests == 1)
        await #expect {
            try await named.transact { Stock.create(stock) }
        } throws: { ($0 as? DynamoDBError)?.origin == RequestOrigin(accessPattern: "stock up") }
    }

    @Test(
        "A deletion counts for the access pattern that finds the records",
        arguments: InMemoryDynamoDB.Transport.allCases)
    func deletion(_ transport: InMemoryDynamoDB.Transport) async throws {
        let meter = CapacityMeter()
        let db = try await database(transport).observed(by: meter)
        try await Stock.put(stock).run(on: db)
        meter.reset()
        try await Stock.stock(sku: stock.sku).deleteAll(on: db)
        #expect(meter.consumption.map(\.accessPattern) == ["Stock.stock"])
        #expect(meter.consumption["Stock.stock"].writes == 3)
    }

    @Test(
        "A write takes a unit of the table, and one of each index it appears in",
        arguments: InMemoryDynamoDB.Transport.allCases)
    func writes(_ transport: InMemoryDynamoDB.Transport) async throws {
        let db = try await database(transport)
        let (_, spent) = try await CapacityMeter.measure(db) { db in try await Stock.put(stock).run(on: db) }
        #expect(spent.map(\.accessPattern) == ["Stock.put"])
        #expect(
            spent.places == [
                CapacityPlace(table: "press"): ReadWriteUnits(writes: 1),
                CapacityPlace(table: "press", index: "bySKU"): ReadWriteUnits(writes: 1),
                CapacityPlace(table: "press", index: "gsi1"): ReadWriteUnits(writes: 1),
            ])
    }

    @Test(
        "Transactions count under the operation's name, at double price but for indexes",
        arguments: InMemoryDynamoDB.Transport.allCases
    )
    func transactions(_ transport: InMemoryDynamoDB.Transport) async throws {
        let db = try await database(transport)
        let (_, spent) = try await CapacityMeter.measure(db) { db in try await db.transact { Stock.put(stock) } }
        #expect(spent.map(\.accessPattern) == ["TransactWriteItems"])
        #expect(spent.units == ReadWriteUnits(writes: 4))
    }

    @Test("Nothing on the engine goes unmeasured", arguments: InMemoryDynamoDB.Transport.allCases)
    func everything(_ transport: InMemoryDynamoDB.Transport) async throws {
        let meter = CapacityMeter()
        let db = try await database(transport).observed(by: meter)
        let article = try await Article.create(draft("one")).run(on: db)
        let get = Article.get(article.key)
        _ = try await get.run(on: db)
        _ = try await db.batchGet([get])
        _ = try await db.transactGet(get)
        _ = try await Article.bySlug(tenantID: "acme", slug: "one").all(on: db)
        _ = try await Article.patch(article.key) { $0.title.set("Bye") }.run(on: db)
        try await Article.remove(tenantID: "acme", articleID: article.articleID, slug: "one").run(on: db)
        try await db.batchWrite { Stock.put(stock) }
        #expect(meter.consumption.requests >= 9)
        for row in meter.consumption {
            #expect(row.unmeasured == 0, "\(row.accessPattern)")
            #expect(row.units != ReadWriteUnits(), "\(row.accessPattern)")
        }
    }

    @Test("A budget that is kept gives the result; one that is exceeded says by whom and by how much")
    func budgets() async throws {
        let db = try await database(.values)
        let article = try await Article.create(draft("one")).run(on: db)
        let found = try await CapacityMeter.withBudget(["Article.get": .reads(0.5)], on: db) { db in
            try await Article.get(article.key).run(on: db)
        }
        #expect(found == article)

        let error = await #expect(throws: CapacityBudgetExceeded.self) {
            try await CapacityMeter.withBudget(reads: 0.5, on: db) { db in
                _ = try await Article.get(article.key).run(on: db)
                _ = try await Article.get(article.key).run(on: db)
            }
        }
        #expect(
            error?.overruns.map(\.description) == ["all together: 1 read unit in 2 requests, 0.5 read units allowed"])
        #expect(error?.description.contains("Article.get            2") == true)
    }

    @Test("A failed condition is a failed request whose consumption nobody knows")
    func failedCondition() async throws {
        let db = try await database(.values)
        let article = try await Article.create(draft("one")).run(on: db)
        let meter = CapacityMeter()
        await #expect(throws: DynamoDBError.self) {
            try await Article.patch(article.key) { $0.title.set("Bye") }.if { $0.title == "Other" }
                .run(on: db.observed(by: meter))
        }
        let row = meter.consumption["Article.patch"]
        #expect(row.failed == 1)
        #expect(row.units == ReadWriteUnits())
    }
}
