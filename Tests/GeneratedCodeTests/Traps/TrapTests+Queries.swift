import Entities
import FixtureTypes
import Foundation
import GeneratedModel
import TestExecutors
import Testing

/// Rows 7, 8, 15, 16, 19 and 20: what a query asks for, and what it reads.
extension TrapTests {
    @Test("Trap 7: the beginning of the last part of a clustered key is a beginning", arguments: TestExecutor.all)
    func clusteredBeginning(_ executor: TestExecutor) async throws {
        let depot = try await DepotFixture(executor)
        let anna = try await Carrier.put(.init(carrierID: "1", depotID: "d", name: "Anna")).run(on: depot.db)
        let anton = try await Carrier.put(.init(carrierID: "2", depotID: "d", name: "Anton")).run(on: depot.db)
        try await Carrier.put(.init(carrierID: "3", depotID: "d", name: "Bert")).run(on: depot.db)
        try await depot.put("p", lane: "An", rank: 1)
        let query = Carrier.onFloor(depotID: "d", name: .beginning(with: "An"))
        #expect(query.explain().body.contains("$floor#name_an\""), "\(query.explain().body)")
        #expect(try await query.all(on: depot.db) == [anna, anton])
        // And a whole part is one: "Ann" is not "Anna".
        #expect(try await Carrier.onFloor(depotID: "d", name: "Ann").all(on: depot.db) == [])
    }

    @Test("Trap 8: full pages of a selection have cursors that go on", arguments: TestExecutor.all)
    func pagesOfSelections(_ executor: TestExecutor) async throws {
        let depot = try await DepotFixture(executor)
        for number in 0..<7 { try await depot.put("p\(number)", note: number.isMultiple(of: 3) ? nil : "n") }
        let query = Parcel.parcel(depotID: "d").where { $0.note == "n" }
        #expect(try await query.page(of: 2, on: depot.db).items.map(\.parcelID) == ["p1", "p2"])
        let selection = query.select { $0.parcelID }
        let first = try await selection.page(limit: 3, on: depot.db)
        #expect(first.items == ["p1", "p2"])
        #expect(first.cursor != nil)
        #expect(try await selection.page(limit: 3, from: first.cursor, on: depot.db).items == ["p4", "p5"])
        #expect(try await selection.all(on: depot.db) == ["p1", "p2", "p4", "p5"])
        // Pages end where the caller says: one of two records, and no more requests than it takes.
        let page = try await query.page(of: 1, on: depot.db)
        #expect(
            try await query.page(of: 3, from: page.cursor, on: depot.db).items.map(\.parcelID) == ["p2", "p4", "p5"])
    }

    @Test("Trap 15: numbers in keys are in the order of numbers", arguments: TestExecutor.all)
    func orderOfNumbers(_ executor: TestExecutor) async throws {
        let depot = try await DepotFixture(executor)
        for (rank, weight) in [(10, 5), (9, 100), (2, 20)] {
            try await depot.put("p\(rank)", weight: weight, lane: "l", rank: rank)
        }
        // A padded number, and a numeric key.
        #expect(try await Parcel.byCarrier(carrierID: "c").all(on: depot.db).map(\.weight) == [5, 20, 100])
        #expect(
            try await Parcel.byCarrier(carrierID: "c", stage: .new, weight: 6...99).all(on: depot.db).map(\.weight) == [
                20
            ])
        #expect(try await Parcel.ranked(stage: .new).all(on: depot.db).map(\.rank) == [2, 9, 10])
        #expect(try await Parcel.ranked(stage: .new, rank: 9...).all(on: depot.db).map(\.rank) == [9, 10])

        let db = try executor.database(Press.table)
        try await db.createTables()
        for level in [10, 9, -1, 100] as [Int8] {
            try await Event.put(
                .init(kind: "k", at: Date(timeIntervalSince1970: 1_763_640_000), actor: "a", level: level)
            ).run(on: db)
        }
        let at = Date(timeIntervalSince1970: 1_763_640_000)
        #expect(try await Event.byKind(kind: "k", atMonth: at).all(on: db).map(\.level) == [-1, 9, 10, 100])
        #expect(try await Event.byKind(kind: "k", atMonth: at, level: 9...10).all(on: db).map(\.level) == [9, 10])
    }

    @Test("Trap 16: a range ends with the entity, and reads nobody else's items", arguments: TestExecutor.all)
    func boundedRanges(_ executor: TestExecutor) async throws {
        let depot = try await DepotFixture(executor)
        try await Carrier.put(.init(carrierID: "c", depotID: "d", name: "Zoe")).run(on: depot.db)
        let light = try await depot.put("p1", weight: 1)
        let heavy = try await depot.put("p2", weight: 9)
        let done = try await depot.put("p3", stage: .done, weight: 9)
        let from = Parcel.byCarrier(carrierID: "c", stage: .new, weight: 5...)
        #expect(from.explain().body.contains("#gsi1sk BETWEEN :v1 AND :v2"), "\(from.explain().body)")
        #expect(try await from.all(on: depot.db) == [heavy])
        let upTo = Parcel.byCarrier(carrierID: "c", stage: .new, weight: ...5)
        #expect(try await upTo.all(on: depot.db) == [light])
        let above = Parcel.byCarrier(carrierID: "c", stage: .new, weight: .above(1))
        #expect(try await above.all(on: depot.db) == [heavy])
        // Nothing is read that is not asked for: no filter, as many items as records.
        #expect(try await from.items.all(on: depot.db).count == 1)
        #expect(!from.explain().body.contains("FilterExpression"))
        // ElectroDB's own bounds, on the texts of keys, end with the entity as well: its stages do not count.
        let byText = from.comparing(.keys)
        #expect(byText.explain().body.contains("BETWEEN"), "\(byText.explain().body)")
        #expect(try await byText.all(on: depot.db) == [heavy])
        #expect(try await Parcel.byCarrier(carrierID: "c", stage: .done).all(on: depot.db) == [done])

        let db = try executor.database(Press.table)
        try await db.createTables()
        let article = try await Article.create(
            .init(
                tenantID: "t", authorID: "ada", slug: "s", status: .draft, title: "T",
                publishedAt: .init(timeIntervalSince1970: 0))
        ).run(on: db)
        try await Comment.put(
            .init(tenantID: "t", articleID: article.articleID, authorID: "ada", text: "x", mood: .glad)
        ).run(on: db)
        let authored = Article.byAuthor(
            authorID: "ada", status: .draft, publishedAt: .init(timeIntervalSince1970: 0)...)
        #expect(try await authored.items.all(on: db).count == 1)
        #expect(try await authored.all(on: db) == [article])
    }

    @Test("Trap 19: requests are values: what is made of one leaves it as it was", arguments: TestExecutor.all)
    func requestsAreValues(_ executor: TestExecutor) async throws {
        let depot = try await DepotFixture(executor)
        let one = try await depot.put("p1", weight: 1)
        let two = try await depot.put("p2", weight: 2)
        let query = Parcel.byCarrier(carrierID: "c")
        let (text, filtered) = (query.explain().body, query.where { $0.weight == 2 }.descending())
        #expect(query.explain().body == text)
        #expect(try await filtered.all(on: depot.db) == [two])
        #expect(try await query.all(on: depot.db) == [one, two])
        let patch = Parcel.patch(one.key) { $0.note.set("n") }
        #expect(try await patch.if { $0.weight == 2 }.attempt(on: depot.db) == .rejected(one))
        #expect(try await patch.run(on: depot.db).note == "n")
    }

    @Test("Trap 20: what the key says is not filtered by as well", arguments: TestExecutor.all)
    func matchOfKeys(_ executor: TestExecutor) async throws {
        let depot = try await DepotFixture(executor)
        let parcel = try await depot.put("p", seal: "S", note: "n")
        try await depot.put("q", seal: "T", note: "n")
        let match = Parcel.match(.init(seal: "S", note: "n"))
        #expect(match.accessPattern == .bySeal)
        #expect(!match.explain().body.contains("#seal = :v0 AND #seal"))
        #expect(try await match.all(on: depot.db) == [parcel])
        let other = Parcel.match(.init(seal: "S", note: "other"))
        #expect(try await other.all(on: depot.db) == [])

        let meters = try executor.database(Meters.table)
        try await meters.createTables()
        let at = Date(timeIntervalSince1970: 1_763_640_000)
        let reading = try await Reading.put(.init(meterID: UUID(), at: at, zone: "z", level: 2)).run(on: meters)
        let known = Reading.match(.init(at: at, zone: "z", level: 2))
        #expect(known.accessPattern == .inZone)
        #expect(try await known.all(on: meters) == [reading])
    }

    @Test(
        "Find and match choose by ElectroDB's rule, among the indexes that hold all that could match",
        arguments: [
            // The table's own key, whole; then whole keys of indexes; then as much as is known.
            (Parcel.Known(depotID: "d", parcelID: "p", carrierID: "c"), Parcel.AccessPattern.parcel),
            (Parcel.Known(carrierID: "c", stage: .new, weight: 1), .byCarrier),
            (Parcel.Known(depotID: "d", carrierID: "c", stage: .new, weight: 1), .byCarrier),
            (Parcel.Known(depotID: "d", carrierID: "c"), .parcel),
            (Parcel.Known(depotID: "d", lane: "l", rank: 1), .onFloor),
            (Parcel.Known(parcelID: "p"), .byParcel),
            (Parcel.Known(seal: "s"), .bySeal),
            (Parcel.Known(stage: .new, rank: 1), .ranked),
            (Parcel.Known(lane: "l", dueOn: "2026"), .byLane),
        ])
    func choice(_ known: Parcel.Known, _ pattern: Parcel.AccessPattern) {
        #expect(Parcel.match(known).accessPattern == pattern)
    }

    @Test(
        "Where no key is known, or its index lacks some records, a scan has to be allowed", arguments: TestExecutor.all)
    func scans(_ executor: TestExecutor) async throws {
        let depot = try await DepotFixture(executor)
        let parcel = try await depot.put("p", weight: 3, note: "n")
        for known in [Parcel.Known(weight: 3, note: "n"), Parcel.Known(weight: 3, isHeld: false)] {
            let match = Parcel.match(known)
            #expect(match.accessPattern == nil)
            let error = await #expect(throws: DynamoDBError.self) { try await match.all(on: depot.db) }
            #expect(error?.code == .invalidRequest)
            #expect(try await match.allowingScan().all(on: depot.db) == [parcel])
        }
    }
}
