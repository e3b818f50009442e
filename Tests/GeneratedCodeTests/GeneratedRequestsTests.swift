import Entities
import FixtureTypes
import Foundation
import GeneratedModel
import TestExecutors
import Testing

/// What generated requests do: on the in-memory engine as values, and once more as JSON text, or on a server.
@Suite("Generated requests")
struct GeneratedRequestsTests {
    private let day = Date(timeIntervalSince1970: 1_763_640_000)

    private func article(_ slug: String, publishedAt: Date? = nil, on db: Database) async throws -> Article {
        let draft = Article.Draft(
            tenantID: "acme", authorID: "ada", slug: slug, region: "eu", category: "news", title: "Hello",
            publishedAt: publishedAt)
        return try await Article.create(draft).run(on: db)
    }

    @Test("Changing parts of a key together rewrites the keys, and leaves no stale one", arguments: TestExecutor.all)
    func updateGroup(_ executor: TestExecutor) async throws {
        let db = try executor.database(Press.table)
        try await db.createTables()
        let article = try await article("hello", on: db)
        #expect(try await Article.published(tenantID: "acme").all(on: db) == [])

        let published = try await Article.patch(tenantID: "acme", articleID: article.articleID) {
            $0.set(status: .published, publishedAt: day, createdAt: article.createdAt)
        }.run(on: db)
        #expect(try await Article.published(tenantID: "acme", publishedAt: day...).all(on: db) == [published])
        #expect(try await Article.byAuthor(authorID: "ada", status: .published).all(on: db) == [published])
        #expect(try await Article.byAuthor(authorID: "ada", status: .draft).all(on: db) == [])

        let withdrawn = try await Article.patch(tenantID: "acme", articleID: article.articleID) {
            $0.set(status: .inReview, publishedAt: nil, createdAt: article.createdAt)
        }.run(on: db)
        #expect(try await Article.published(tenantID: "acme").all(on: db) == [])
        #expect(try await Article.reviews(tenantID: "acme").all(on: db) == [withdrawn])
    }

    @Test("A part that never changes has to be the one that the item has", arguments: TestExecutor.all)
    func heldPart(_ executor: TestExecutor) async throws {
        let db = try executor.database(Press.table)
        try await db.createTables()
        let article = try await article("hello", on: db)
        let wrong = article.createdAt.addingTimeInterval(1)
        let error = await #expect(throws: DynamoDBError.self) {
            try await Article.patch(tenantID: "acme", articleID: article.articleID) {
                $0.set(status: .inReview, publishedAt: nil, createdAt: wrong)
            }.run(on: db)
        }
        #expect(error?.code == .conditionalCheckFailed)
        #expect(try await Article.get(article.key).run(on: db) == article)
    }

    @Test(
        "Every update moves the item in an index that is sorted by the time of the last change",
        arguments: TestExecutor.all)
    func automaticKey(_ executor: TestExecutor) async throws {
        let db = try executor.database(Press.table)
        try await db.createTables()
        let (first, second) = (try await article("one", on: db), try await article("two", on: db))
        let later = second.updatedAt.addingTimeInterval(60)
        let changed = try await Generators.$current.withValue(.fixed(now: later)) {
            try await Article.patch(tenantID: "acme", articleID: first.articleID) { $0.views.add(1) }.run(on: db)
        }
        #expect(changed.updatedAt == later)
        #expect(changed.revision == 2)
        let recent = try await Article.recentlyChanged(tenantID: "acme").descending().all(on: db)
        #expect(recent == [changed, second])
        #expect(try await Article.recentlyChanged(tenantID: "acme", updatedAt: later...).all(on: db) == [changed])
    }

    @Test(
        "A unique value is claimed, given back when it is replaced, and when the item goes",
        arguments: TestExecutor.all)
    func uniqueValue(_ executor: TestExecutor) async throws {
        let db = try executor.database(Press.table)
        try await db.createTables()
        let one = try await article("one", on: db)
        let error = await #expect(throws: DynamoDBError.self) { try await article("one", on: db) }
        #expect(error?.code == .notUnique)

        let wrong = await #expect(throws: DynamoDBError.self) {
            try await Article.patch(one.key) { $0.set(slug: "uno", expiresAt: nil, replacing: "un") }.run(on: db)
        }
        #expect(wrong?.code == .conditionalCheckFailed)
        try await Article.patch(one.key) { $0.set(slug: "uno", expiresAt: nil, replacing: "one") }.run(on: db)
        _ = try await article("one", on: db)
        #expect(try await Article.bySlug(tenantID: "acme", slug: "uno").first(on: db)?.articleID == one.articleID)

        try await Article.remove(tenantID: "acme", articleID: one.articleID, slug: "uno").run(on: db)
        _ = try await article("uno", on: db)
    }

    @Test("A claim can only be given back by the item that made it, in its own scope", arguments: TestExecutor.all)
    func uniqueScope(_ executor: TestExecutor) async throws {
        let db = try executor.database(Press.table)
        try await db.createTables()
        try await Author.create(.init(authorID: "a", name: "Ada", handle: "ada", platform: .web)).run(on: db)
        try await Author.create(.init(authorID: "b", name: "Bob", handle: "ada", platform: .print)).run(on: db)

        // Bob names the scope of Ada's claim as his old one.
        let error = await #expect(throws: DynamoDBError.self) {
            try await Author.patch(authorID: "b") {
                $0.set(handle: "bob", platform: .print, rating: 1, replacingHandle: "ada", replacingPlatform: .web)
            }.run(on: db)
        }
        #expect(error?.code == .conditionalCheckFailed)
        let taken = await #expect(throws: DynamoDBError.self) {
            try await Author.create(.init(authorID: "c", name: "Cy", handle: "ada", platform: .web)).run(on: db)
        }
        #expect(taken?.code == .notUnique)

        try await Author.patch(authorID: "b") {
            $0.set(handle: "bob", platform: .web, rating: 1, replacingHandle: "ada", replacingPlatform: .print)
        }.run(on: db)
        try await Author.create(.init(authorID: "c", name: "Cy", handle: "ada", platform: .print)).run(on: db)
        #expect(try await Author.byHandle(platform: .web).all(on: db).map(\.handle) == ["ada", "bob"])
    }

    @Test("An optional unique value may be absent in many items", arguments: TestExecutor.all)
    func optionalUniqueValue(_ executor: TestExecutor) async throws {
        let db = try executor.database(Press.table)
        try await db.createTables()
        try await Author.create(.init(authorID: "a", name: "Ada")).run(on: db)
        try await Author.create(.init(authorID: "b", name: "Bob")).run(on: db)
        try await Author.patch(authorID: "a") { $0.set(email: "ADA@example.com", replacing: nil) }.run(on: db)
        #expect(try await Author.byEmail(email: "ada@example.com").first(on: db)?.authorID == "a")
        let error = await #expect(throws: DynamoDBError.self) {
            try await Author.patch(authorID: "b") { $0.set(email: "ADA@example.com", replacing: nil) }.run(on: db)
        }
        #expect(error?.code == .notUnique)
        try await Author.delete(authorID: "a", email: "ADA@example.com", platform: .web, handle: "ada").run(on: db)
        try await Author.patch(authorID: "b") { $0.set(email: "ADA@example.com", replacing: nil) }.run(on: db)
    }

    @Test("Indexes of the entity's own attributes, of texts, and of both", arguments: TestExecutor.all)
    func mixedKeys(_ executor: TestExecutor) async throws {
        let db = try executor.database(Press.table)
        try await db.createTables()
        let article = try await article("hello", publishedAt: day, on: db)
        #expect(try await Article.byRegion(region: "eu", category: "news").all(on: db) == [article])
        #expect(try await Article.byRegion(region: "eu", category: "news", publishedAt: ..<day).all(on: db) == [])
        #expect(try await Article.byRegion(region: "eu", category: "news", publishedAt: day).all(on: db) == [article])

        var orders: [Order] = []
        for cents in [50, 150, 1050] {
            let draft = Order.Draft(
                buyerID: "b", total: Decimal(cents) / 100, channel: .web,
                dueAt: day.addingTimeInterval(Double(cents)), isPaid: true,
                placedAt: day.addingTimeInterval(Double(-cents)))
            orders.append(try await Order.create(draft).run(on: db))
        }
        #expect(try await Order.byTotal(channel: .web, total: ...1.5).all(on: db) == Array(orders[...1]))
        #expect(try await Order.byPriority(priority: .normal, total: 1.5...).all(on: db) == Array(orders[1...]))
        #expect(
            try await Order.due(buyerID: "b", dueAt: day.addingTimeInterval(100)...).all(on: db) == Array(orders[1...]))
        #expect(try await Order.due(buyerID: "b", dueAt: day.addingTimeInterval(150)).all(on: db) == [orders[1]])
        let noon = day.addingTimeInterval(-100)
        #expect(try await Order.byDay(placedAtDay: day, placedAt: noon...).all(on: db) == [orders[0]])

        let draft = Stock.Draft(sku: SKU(rawValue: "x-1"), place: "north", quantity: 7)
        let stock = try await Stock.put(draft).run(on: db)
        #expect(try await Stock.places(sku: SKU(rawValue: "x-1"), quantity: 5...9).all(on: db) == [stock])
        #expect(try await Stock.places(sku: SKU(rawValue: "x-1"), quantity: 7).all(on: db) == [stock])
        #expect(try await Stock.places(sku: SKU(rawValue: "x-1"), quantity: 7, place: "south").all(on: db) == [])
    }

    @Test("Tables whose keys are the entities' own attributes", arguments: TestExecutor.all)
    func nativeKeys(_ executor: TestExecutor) async throws {
        let db = try executor.database(Meters.table, Ledger.table)
        try await db.createTables()
        let meter = UUID()
        for number in 0..<5 {
            let draft = Reading.Draft(
                meterID: meter, at: day.addingTimeInterval(Double(number) + 0.5), zone: "z", level: Double(number % 2))
            try await Reading.create(draft).run(on: db)
        }
        let alarm = try await Alarm.create(.init(at: day, zone: "z", level: 1)).run(on: db)
        let readings = try await Reading.readings(meterID: meter).all(on: db)
        #expect(readings.map { $0.at.timeIntervalSince(day) } == [0, 1, 2, 3, 4])
        let late = try await Reading.readings(meterID: meter, at: day.addingTimeInterval(3)...).all(on: db)
        #expect(late == Array(readings[3...]))
        let between = day.addingTimeInterval(2.5)
        #expect(try await Reading.readings(meterID: meter, at: between...).all(on: db) == late)
        #expect(try await Reading.readings(meterID: meter, at: ..<between).all(on: db) == Array(readings[...2]))
        #expect(try await Reading.readings(meterID: meter, at: ...between).all(on: db) == Array(readings[...2]))
        #expect(try await Reading.get(meterID: meter, at: day.addingTimeInterval(0.9)).run(on: db) == readings[0])
        #expect(try await Reading.inZone(zone: "z", level: 1).all(on: db) == [readings[1], readings[3]])
        #expect(
            try await Reading.inZone(zone: "z", level: 0, at: ..<day.addingTimeInterval(2)).all(on: db) == [readings[0]]
        )
        let zone = try await Meters.zone(zone: "z").all(on: db)
        #expect(zone.alarms == [alarm])
        #expect(zone.readings.count == 5)

        for number in 1...3 { try await Booking.put(.init(accountID: "a", number: number, amount: 1)).run(on: db) }
        #expect(try await Booking.bookings(accountID: "a", number: 2...).count(on: db) == 2)
        try await Booking.update(Booking.Key(accountID: "a", number: 2)) { $0.amount.add(0.5) }.run(on: db)
        #expect(try await Booking.get(accountID: "a", number: 2).run(on: db)?.amount == 1.5)
        try await Booking.remove(Booking.Key(accountID: "a", number: 2)).run(on: db)
        #expect(try await Booking.bookings(accountID: "a").count(on: db) == 2)
    }

    @Test("Events are found in their shard, and all shards together hold them all", arguments: TestExecutor.all)
    func shards(_ executor: TestExecutor) async throws {
        let db = try executor.database(Press.table)
        try await db.createTables()
        var events: Set<Event> = []
        for number in 0..<20 {
            let draft = Event.Draft(
                kind: "k", at: day.addingTimeInterval(Double(number)), actor: "a", level: Int8(number - 10))
            events.insert(try await Event.put(draft).run(on: db))
        }
        var found: Set<Event> = []
        for shard in 0..<10 { found.formUnion(try await Event.events(shard: shard).all(on: db)) }
        #expect(found == events)
        let low = try await Event.byKind(kind: "k", atMonth: day, level: ..<0).all(on: db)
        #expect(low.map(\.level) == (-10..<0).map { Int8($0) })
    }

    @Test("An upsert keeps what it was not given, and moves the item in its indexes", arguments: TestExecutor.all)
    func upsert(_ executor: TestExecutor) async throws {
        let db = try executor.database(Press.table)
        try await db.createTables()
        let sku = SKU(rawValue: "x")
        try await Stock.upsert(.init(sku: sku, place: "p", quantity: 1), minimum: 3, price: Money(cents: 5)).run(on: db)
        #expect(try await Stock.short(minimum: 3).all(on: db).count == 1)
        let stock = try await Stock.upsert(.init(sku: sku, place: "p", quantity: 2), minimum: nil, price: nil).run(
            on: db)
        #expect(stock.minimum == nil)
        #expect(try await Stock.short().all(on: db) == [])

        try await Setting.upsert(.init(theme: "light", limits: ["a": 1])).run(on: db)
        let setting = try await Setting.upsert(.init()).run(on: db)
        #expect(setting.theme == "light")
        #expect(setting.limits == ["a": 1])
    }

    @Test("A collection holds its members' records and no others", arguments: TestExecutor.all)
    func collection(_ executor: TestExecutor) async throws {
        let db = try executor.database(Press.table)
        try await db.createTables()
        let article = try await article("hello", publishedAt: day, on: db)
        let comment = try await Comment.create(
            .init(tenantID: "acme", articleID: article.articleID, authorID: "ada", text: "Good", mood: .glad)
        ).run(on: db)
        let authored = try await Press.authored(authorID: "ada").all(on: db)
        #expect(authored.articles == [article])
        #expect(authored.comments == [comment])
        #expect(try await Comment.glad(tenantID: "acme").all(on: db) == [comment])
        #expect(try await Comment.rest(tenantID: "acme", articleID: article.articleID).all(on: db) == [])
    }

    @Test("Rules hold on every way in, in maps as well", arguments: TestExecutor.all)
    func rules(_ executor: TestExecutor) async throws {
        let db = try executor.database(Press.table)
        try await db.createTables()
        var draft = Order.Draft(buyerID: "b", total: 1, channel: .web, isPaid: false, placedAt: day)
        draft.lines = [Line(sku: SKU(rawValue: "x"), quantity: 0, price: Money(cents: 1))]
        let wrong = draft
        let created = await #expect(throws: DynamoDBError.self) { try await Order.create(wrong).run(on: db) }
        #expect(created?.description.contains("lines[0].quantity is 0, the definition allows 1 and more") == true)

        draft.lines = []
        let order = try await Order.create(draft).run(on: db)
        let long = Line(sku: SKU(rawValue: "x"), price: Money(cents: 1), label: String(repeating: "x", count: 21))
        let changes: [(Order.Changes) -> Change] = [
            { $0.lines.append(long) }, { $0.lines.set([long]) }, { $0.gift.set([long]) },
            { $0.weight.set(1001) }, { $0.lines[0].quantity.set(0) },
            { $0.set(total: -1, priority: .low, dueAt: nil, isPaid: true, placedAt: self.day) },
        ]
        for change in changes {
            let error = await #expect(throws: DynamoDBError.self) {
                try await Order.patch(buyerID: "b", orderID: order.orderID) { change($0) }.run(on: db)
            }
            #expect(error?.code == .invalidValue)
        }
    }

    @Test("Any item of the table is some record", arguments: TestExecutor.all)
    func anyRecord(_ executor: TestExecutor) async throws {
        let db = try executor.database(Press.table)
        try await db.createTables()
        let article = try await article("hello", on: db)
        #expect(try Press.Record(EncodedItem(article)) == .article(article))
        #expect(try Press.Record(["_entity": "Elsewhere"]) == nil)
        #expect(try Press.Record([:]) == nil)
    }
}
