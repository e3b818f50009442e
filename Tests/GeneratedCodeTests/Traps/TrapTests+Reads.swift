import Entities
import Foundation
import GeneratedModel
import InMemoryDynamoDB
import TestExecutors
import Testing

/// Rows 9, 10, 11, 13, 14 and 17: whose an item is, and what a key says of it.
extension TrapTests {
    @Test("Trap 9: an answer that is not the last page is read, and can be gone on from", arguments: TestExecutor.all)
    func parsing(_ executor: TestExecutor) async throws {
        let answer = """
            {"Items":[{"__edb_e__":{"S":"Parcel"},"__edb_v__":{"S":"1"},"depotID":{"S":"d"},"parcelID":{"S":"p1"},\
            "carrierID":{"S":"c"},"stage":{"S":"New"},"weight":{"N":"1"},"isHeld":{"BOOL":false},"stops":{"L":[]},"handled":{"N":"0"},\
            "pk":{"S":"$depot#depotid_d"},"sk":{"S":"$parcel_1#parcelid_p1"}}],"Count":1,\
            "LastEvaluatedKey":{"pk":{"S":"$depot#depotid_d"},"sk":{"S":"$parcel_1#parcelid_p1"}}}
            """
        let parsed = try Parcel.parse(answer.utf8)
        #expect(parsed.records.map(\.parcelID) == ["p1"])
        let key = try #require(parsed.lastEvaluatedKey)

        let depot = try await DepotFixture(executor)
        for number in 1...3 { try await depot.put("p\(number)") }
        let query = Parcel.parcel(depotID: "d")
        let cursor = try query.cursor(after: key, on: depot.db)
        #expect(try await query.page(from: cursor, on: depot.db).items.map(\.parcelID) == ["p2", "p3"])
    }

    @Test("Trap 10: items as they are stored come from every index", arguments: TestExecutor.all)
    func ownership(_ executor: TestExecutor) async throws {
        let depot = try await DepotFixture(executor)
        let parcel = try await depot.put("p", lane: "l", rank: 1, isHeld: true, seal: "s")
        let places: [Entities.Query<Parcel>] = [
            Parcel.parcel(depotID: "d"), Parcel.byCarrier(carrierID: "c"), Parcel.onFloor(depotID: "d"),
            Parcel.byLane(lane: "l"),
            Parcel.held(), Parcel.ranked(stage: .new), Parcel.bySeal(seal: "s"), Parcel.byParcel(parcelID: "p"),
        ]
        for query in places {
            #expect(try await query.all(on: depot.db) == [parcel])
            let items = try await query.items.all(on: depot.db)
            #expect(try items == [EncodedItem(parcel)])
        }
        #expect(try await Depot.carried(carrierID: "c").items.all(on: depot.db).count == 1)
    }

    @Test("Trap 11: a transaction runs on the executor that it is given")
    func executors() async throws {
        let first = Database(InMemoryDynamoDB(), table: Depot.table)
        try await first.createTables()
        let second = Database(InMemoryDynamoDB(), tablesOf: first)
        try await second.createTables()
        let writes = [
            Parcel.put(.init(depotID: "d", parcelID: "p", carrierID: "c", weight: 1)),
            Parcel.put(.init(depotID: "d", parcelID: "q", carrierID: "c", weight: 1)),
        ]
        try await second.transact(writes)
        #expect(try await Parcel.scan().count(on: second) == 2)
        #expect(try await Parcel.scan().count(on: first) == 0)
    }

    @Test("Trap 13: keys tell capitals apart, and attributes keep them", arguments: TestExecutor.all)
    func capitals(_ executor: TestExecutor) async throws {
        let db = try executor.database(Press.table)
        try await db.createTables()
        for (id, name) in [("ID", "Ada"), ("id", "Bob")] {
            try await Author.create(.init(authorID: id, name: name)).run(on: db)
        }
        #expect(try await Author.get(authorID: "ID").run(on: db)?.name == "Ada")
        #expect(try await Author.get(authorID: "id").run(on: db)?.name == "Bob")
    }

    /// The generator notes each primary key that is lower-cased, `key-case`.
    @Test(
        "Trap 13: ElectroDB's lower-cased keys do not overwrite, and `.asWritten` keeps capitals",
        arguments: TestExecutor.all)
    func casedKeys(_ executor: TestExecutor) async throws {
        let depot = try await DepotFixture(executor)
        let upper = try await depot.put("ID", carrierID: "C", seal: "Seal")
        let lower = Parcel.create(.init(depotID: "d", parcelID: "id", carrierID: "c", weight: 2))
        #expect(try await lower.attempt(on: depot.db) == .rejected(upper))
        // The record says which one it is.
        #expect(try await Parcel.get(depotID: "d", parcelID: "id").run(on: depot.db)?.parcelID == "ID")
        // An attribute that is a key stays as it was written, and is found only so.
        #expect(try await depot.stored("seal", of: "ID") == .string("SEAL-Seal"))
        #expect(try await Parcel.bySeal(seal: "Seal").all(on: depot.db) == [upper])
        #expect(try await Parcel.bySeal(seal: "seal").all(on: depot.db) == [])
        let crates = try await [
            Crate.put(.init(hall: "h", crateID: "A")).run(on: depot.db),
            Crate.put(.init(hall: "h", crateID: "b")).run(on: depot.db),
        ]
        #expect(try await Crate.inHall(hall: "h").all(on: depot.db) == crates)
        #expect(try await Crate.inHall(hall: "h", crateID: "a").all(on: depot.db) == [])
    }

    @Test(
        "Trap 14: a delimiter in a value makes no other key of it, and the key is read back as it was",
        arguments: TestExecutor.all)
    func delimiters(_ executor: TestExecutor) async throws {
        let db = try executor.database(Press.table)
        try await db.createTables()
        let id = ULID(timestamp: Date(timeIntervalSince1970: 0), randomness: 1)
        let keys = [
            Comment.Key(tenantID: "a#COMMENT", articleID: id, commentID: id),
            Comment.Key(tenantID: "a", articleID: id, commentID: id),
            Comment.Key(tenantID: "a%23COMMENT", articleID: id, commentID: id),
        ]
        #expect(try Set(keys.map { try EncodedItem($0) }).count == 3)
        for key in keys { #expect(try Comment.Key(stored: EncodedItem(key)) == key) }
        let rates = [("a", "b#c"), ("a#b", "c"), ("a_", "b"), ("a", "_b")]
        var texts: Set<EncodedItem> = []
        for (tenant, slug) in rates {
            let article = try await Article.create(.init(tenantID: tenant, authorID: "x", slug: slug, title: "T")).run(
                on: db)
            #expect(try await Article.bySlug(tenantID: tenant, slug: slug).all(on: db) == [article])
            texts.insert(["gsi1pk": try #require(try EncodedItem(article)["gsi1pk"])])
        }
        #expect(texts.count == 4)
    }

    @Test(
        "Trap 14: where ElectroDB's keys collide, the second record is refused, and the first stays",
        arguments: TestExecutor.all)
    func electroDBDelimiters(_ executor: TestExecutor) async throws {
        let depot = try await DepotFixture(executor)
        let first = try await Crate.create(.init(hall: "2#crateid_3", crateID: "4")).run(on: depot.db)
        let second = Crate.create(.init(hall: "2", crateID: "3#crateID_4"))
        #expect(try EncodedItem(Crate(.init(hall: "2", crateID: "3#crateID_4")).key) == EncodedItem(first.key))
        #expect(try await second.attempt(on: depot.db) == .rejected(first))
        #expect(try await Crate.scan().all(on: depot.db) == [first])
        // What is read from a key is a key of the same item.
        let key = Parcel.Key(depotID: "D#parcelID_2", parcelID: "P")
        #expect(try EncodedItem(Parcel.Key(stored: EncodedItem(key))) == EncodedItem(key))
    }

    @Test(
        "Trap 17: what is normalized when it is written is normalized when it is looked for",
        arguments: TestExecutor.all)
    func normalizedKeys(_ executor: TestExecutor) async throws {
        let depot = try await DepotFixture(executor)
        let crate = try await Crate.create(.init(hall: "North", crateID: "1")).run(on: depot.db)
        #expect(crate.hall == "north")
        #expect(try await Crate.get(hall: "NORTH", crateID: "1").run(on: depot.db) == crate)
        #expect(try await Crate.inHall(hall: "NorTH").all(on: depot.db) == [crate])
        #expect(try await Crate.scan().where { $0.hall == "NORTH" }.all(on: depot.db) == [crate])

        let db = try executor.database(Gallery.table)
        try await db.createTables()
        let visitor = try await Visitor.create(
            .init(domain: "Example", email: "Ada@Example", city: "Vienna", seenAt: Date(timeIntervalSince1970: 0))
        ).run(on: db)
        #expect(try await Visitor.get(domain: "EXAMPLE", email: "ADA@example").run(on: db) == visitor)
        #expect(try await Visitor.inCity(city: "VIENNA").all(on: db) == [visitor])
        #expect(try await Visitor.byCity(city: "viENNA", email: "aDa@example").all(on: db) == [visitor])
    }
}
