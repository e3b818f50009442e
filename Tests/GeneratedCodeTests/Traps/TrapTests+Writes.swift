import Entities
import FixtureTypes
import Foundation
import GeneratedModel
import TestExecutors
import Testing

/// Rows 1, 5, 6 and 18: what a write leaves in an index. That no other write leaves a key behind is shown by `IndexKeysFollowTests`.
extension TrapTests {
    @Test("Trap 1: what is part of a key is not added to, it is set, and the key with it", arguments: TestExecutor.all)
    func additionToKey(_ executor: TestExecutor) async throws {
        let depot = try await DepotFixture(executor)
        let parcel = try await depot.put("p", weight: 4, isHeld: true)
        let update = Parcel.patch(parcel.key) {
            $0.set(stage: .supplied(.new), weight: .set(parcel.weight + 4), isHeld: .supplied(true))
        }
        #expect(update.explain().body.contains("SET #weight = :v0, #gsi1sk = :v1, #gsi4sk = :v2"))
        try await update.run(on: depot.db)
        #expect(
            try await depot.stored("gsi1sk", of: "p")
                == .string("$carried#parcels#parcel_1#stage_new#weight_000008"))
        #expect(try await depot.stored("gsi4sk", of: "p") == .string("$parcel_1#weight_000008#parcelid_p"))

        // Whoever worked with another weight changes nothing.
        let late = Parcel.patch(parcel.key) {
            $0.set(stage: .set(.done), weight: .supplied(4), isHeld: .supplied(true))
        }
        let outcome = try await late.attempt(on: depot.db)
        guard case .rejected(let stored) = outcome else { return #expect(Bool(false), "\(outcome)") }
        #expect(stored?.weight == 8)

        // A key that needs what was omitted is not written without it.
        let blind = Parcel.patch(parcel.key) { $0.set(stage: .omitted, weight: .set(1), isHeld: .supplied(true)) }
        await #expect(throws: DynamoDBError.self) { try await blind.run(on: depot.db) }
        #expect(blind.explain().body.contains("gsi1sk is made of all of its parts"))
    }

    @Test("Trap 1: an attribute that is a key itself cannot disagree with it", arguments: TestExecutor.all)
    func attributeAsKey(_ executor: TestExecutor) async throws {
        let depot = try await DepotFixture(executor)
        let parcel = try await depot.put("p", seal: "One")
        let kept = try await Parcel.patch(parcel.key) { $0.seal.set(ifAbsent: "Two") }.run(on: depot.db)
        #expect(kept.seal == "One")
        #expect(try await Parcel.bySeal(seal: "One").all(on: depot.db) == [kept])
        try await Parcel.patch(parcel.key) { $0.seal.remove() }.run(on: depot.db)
        let set = try await Parcel.patch(parcel.key) { $0.seal.set(ifAbsent: "Two") }.run(on: depot.db)
        #expect(set.seal == "Two")
        #expect(try await Parcel.bySeal(seal: "Two").all(on: depot.db) == [set])
        #expect(try await Parcel.bySeal(seal: "One").all(on: depot.db) == [])
    }

    @Test("Trap 5: an upsert leaves what the draft leaves to its default", arguments: TestExecutor.all)
    func upsertOfDefaults(_ executor: TestExecutor) async throws {
        let depot = try await DepotFixture(executor)
        try await Crate.put(.init(hall: "h", crateID: "c", kind: "barrel", size: 3)).run(on: depot.db)
        let upsert = Crate.upsert(.init(hall: "h", crateID: "c", size: 4))
        #expect(upsert.explain().body.contains("#kind = if_not_exists(#kind, :v"))
        let crate = try await upsert.run(on: depot.db)
        #expect(crate.kind == "barrel" && crate.size == 4)
        let new = try await Crate.upsert(.init(hall: "h", crateID: "new")).run(on: depot.db)
        #expect(new.kind == "box")

        // In a key, a default would have to be known: it is asked for.
        try await depot.put("p", stage: .done, weight: 2, isHeld: true)
        let parcel = try await Parcel.upsert(
            .init(depotID: "d", parcelID: "p", carrierID: "c", weight: 3), stage: .done, lane: nil, rank: nil,
            dueOn: nil,
            isHeld: true
        ).run(on: depot.db)
        #expect(try await Parcel.held(weight: 3).all(on: depot.db) == [parcel])

        let press = try executor.database(Press.table)
        try await press.createTables()
        let stock = try await Stock.upsert(
            .init(sku: SKU(rawValue: "x"), place: "y", quantity: 1), minimum: 2, price: nil
        ).run(on: press)
        #expect(stock.minimum == 2)
    }

    @Test("Trap 6: without an optional part, there is no index key", arguments: TestExecutor.all)
    func partialKey(_ executor: TestExecutor) async throws {
        let db = try executor.database(Press.table)
        try await db.createTables()
        let draft = Article.Draft(tenantID: "t", authorID: "ada", slug: "s", title: "T")
        let article = try await Article.create(draft).run(on: db)
        let item = try #require(try await Article.article(tenantID: "t").items.first(on: db))
        // The partition is known, and has no part that is absent; the item is in no index by it.
        #expect(item["gsi2pk"] == .string("TENANT#t#PUBLISHED") && item["gsi2sk"] == nil)
        #expect(item["gsi3pk"] == .string("authorID#ada") && item["gsi3sk"] == nil)
        #expect(try await Article.published(tenantID: "t").all(on: db) == [])
        #expect(try await Article.byAuthor(authorID: "ada").all(on: db) == [])

        let day = Date(timeIntervalSince1970: 1_763_640_000)
        let published = try await Article.patch(article.key) {
            $0.set(status: .published, publishedAt: day, createdAt: article.createdAt)
        }.run(on: db)
        #expect(try await Article.published(tenantID: "t").all(on: db) == [published])
        try await Article.patch(article.key) {
            $0.set(status: .draft, publishedAt: nil, createdAt: article.createdAt)
        }.run(on: db)
        let unpublished = try #require(try await Article.article(tenantID: "t").items.first(on: db))
        #expect(unpublished["gsi2sk"] == nil && unpublished["gsi3sk"] == nil)
    }

    /// The generator's warning, `partial-sort-key`, is in `EntityMacrosLiteTests`.
    @Test(
        "Trap 6: in ElectroDB's format a key is cut off where ElectroDB does it, and nowhere else",
        arguments: TestExecutor.all)
    func partialElectroDBKey(_ executor: TestExecutor) async throws {
        let depot = try await DepotFixture(executor)
        let bare = try await depot.put("bare")
        #expect(try await depot.stored("gsi2sk", of: "bare") == .string("$floor#lane_"))
        #expect(try await Parcel.onFloor(depotID: "d").all(on: depot.db) == [bare])
        // No part of the index is there: no key, and no hot partition of what has no lane.
        #expect(try await depot.stored("gsi3pk", of: "bare") == nil)
        #expect(try await depot.stored("gsi3sk", of: "bare") == nil)
        // A condition keeps items out altogether, and so does a numeric key.
        #expect(try await depot.stored("gsi4pk", of: "bare") == nil)
        #expect(try await depot.stored("gsi4sk", of: "bare") == nil)
        #expect(try await depot.stored("gsi5n", of: "bare") == nil)
        #expect(try await Parcel.ranked(stage: .new).all(on: depot.db) == [])

        let inLane = try await depot.put("lane", lane: "L", rank: 3)
        #expect(try await depot.stored("gsi3sk", of: "lane") == .string("$PARCEL_1#DUEON_"))
        #expect(try await Parcel.byLane(lane: "L").all(on: depot.db) == [inLane])

        // Half a key is refused, as ElectroDB does (2002).
        for write in [
            Parcel.put(.init(depotID: "d", parcelID: "half", carrierID: "c", weight: 1, lane: "L")),
            Parcel.put(.init(depotID: "d", parcelID: "half", carrierID: "c", weight: 1, rank: 1)),
        ] {
            let error = await #expect(throws: DynamoDBError.self) { try await write.run(on: depot.db) }
            #expect(error?.code == .invalidRequest || error?.code == .invalidValue)
            #expect(error?.message.contains("lane and rank") == true)
        }
        let half = Parcel.patch(inLane.key) { $0.set(lane: nil, rank: 3) }
        await #expect(throws: DynamoDBError.self) { try await half.run(on: depot.db) }

        // What an update takes away leaves no key behind.
        try await Parcel.patch(inLane.key) { $0.set(lane: nil, rank: nil) }.run(on: depot.db)
        #expect(try await depot.stored("gsi2sk", of: "lane") == nil)
        #expect(try await depot.stored("gsi3pk", of: "lane") == nil)
        #expect(try await depot.stored("gsi5n", of: "lane") == nil)
        #expect(try await Parcel.byLane(lane: "L").all(on: depot.db) == [])
    }

    @Test("Trap 18: an index of constant keys holds every record", arguments: TestExecutor.all)
    func constantKeys(_ executor: TestExecutor) async throws {
        let depot = try await DepotFixture(executor)
        let one = try await Carrier.put(.init(carrierID: "1", depotID: "d")).run(on: depot.db)
        let two = try await Carrier.put(.init(carrierID: "2", depotID: "e", name: "N")).run(on: depot.db)
        try await depot.put("p", isHeld: true)
        #expect(try await Set(Carrier.everyone().all(on: depot.db)) == [one, two])

        let db = try executor.database(Press.table)
        try await db.createTables()
        let setting = try await Setting.put(.init(theme: "light")).run(on: db)
        #expect(try await Setting.get().run(on: db) == setting)
    }
}
