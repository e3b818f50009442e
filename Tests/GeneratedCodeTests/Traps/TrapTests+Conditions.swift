import Entities
import GeneratedModel
import TestExecutors
import Testing

/// Rows 2, 3, 4 and 12: what a condition says. Random ones are compared in `ConditionGroupingTests`.
extension TrapTests {
    @Test("Trap 2: an alternative does not get round the demand that the record exists", arguments: TestExecutor.all)
    func alternativeInPatch(_ executor: TestExecutor) async throws {
        let depot = try await DepotFixture(executor)
        let patch = Parcel.patch(depotID: "d", parcelID: "none") { $0.note.set("n") }
            .if { $0.handled == 0 || $0.handled.notExists }
        #expect(
            patch.explain().body.contains(
                "attribute_exists(#pk) AND (#handled = :v5 OR attribute_not_exists(#handled))"),
            "\(patch.explain().body)")
        #expect(try await patch.attempt(on: depot.db) == .rejected(nil))
        let remove = Parcel.remove(depotID: "d", parcelID: "none").if { $0.handled == 0 || $0.handled.notExists }
        #expect(try await remove.attempt(on: depot.db) == .rejected(nil))
        #expect(try await Parcel.scan().all(on: depot.db) == [])
    }

    @Test("Trap 3: each `where` and each `if` is a condition of its own", arguments: TestExecutor.all)
    func severalConditions(_ executor: TestExecutor) async throws {
        let depot = try await DepotFixture(executor)
        try await depot.put("p1", weight: 1, note: "x")
        let two = try await depot.put("p2", weight: 2)
        let query = Parcel.byCarrier(carrierID: "c").where { $0.note == "x" || $0.note.notExists }.where {
            $0.weight == 2
        }
        #expect(
            query.explain().body.contains("(#n = :v2 OR attribute_not_exists(#n)) AND #weight = :v3"),
            "\(query.explain().body)")
        #expect(try await query.all(on: depot.db) == [two])
        let patch = Parcel.patch(two.key) { $0.note.set("y") }.if { $0.note == "x" || $0.note.notExists }
            .if { $0.weight == 1 || $0.weight == 3 }
        #expect(try await patch.attempt(on: depot.db) == .rejected(two))
    }

    @Test("Trap 4: comparing with nothing asks for absence", arguments: TestExecutor.all)
    func comparisonWithNothing(_ executor: TestExecutor) async throws {
        let depot = try await DepotFixture(executor)
        let bare = try await depot.put("bare")
        try await depot.put("lane", lane: "L", rank: 1)
        let query = Parcel.byCarrier(carrierID: "c").where { $0.lane == nil }
        #expect(query.explain().body.contains("attribute_not_exists(#lane)"))
        #expect(try await query.all(on: depot.db) == [bare])
        // What is known of a record and what is not: nothing is compared with the latter.
        let unknown: String? = nil
        #expect(try await Parcel.match(.init(carrierID: "c", note: unknown)).all(on: depot.db).count == 2)
    }

    @Test(
        "Trap 12: each name in an expression stands for its own attribute",
        .enabled(if: !TestServer.isMoto, "moto takes the index in a name that a placeholder stands for as one"),
        arguments: TestExecutor.all)
    func names(_ executor: TestExecutor) async throws {
        let depot = try await DepotFixture(executor)
        let crate = try await Crate.put(.init(hall: "h", crateID: "c", a: Bay())).run(on: depot.db)
        let written = try await Crate.patch(crate.key) {
            $0.dotted.set(1)
            $0.dashed.set(2)
            $0.indexed.set(3)
            $0.hash.set(4)
            $0.colon.set(5)
            $0.v0.set(6)
            $0.umlaut.set(7)
            $0.word.set(8)
            $0.size.set(9)
            $0.b.set(10)
            $0.pk.set(11)
            $0.a.b.set(12)
            $0.a.pk.set(13)
            $0.a.measure.set(14)
        }.run(on: depot.db)
        #expect(
            [
                written.dotted, written.dashed, written.indexed, written.hash, written.colon, written.v0,
                written.umlaut,
                written.word, written.size, written.b, written.pk, written.a?.b, written.a?.pk, written.a?.measure,
            ] == (1...14).map { $0 })
        // By the names that they are stored under, each in its place.
        let item = try #require(try await Crate.crate(hall: "h", crateID: "c").items.first(on: depot.db))
        #expect(item["a"] == ["b": 12, "pk": 13, "size": 14])
        for (name, number) in [
            ("a.b", 1), ("a-b", 2), ("a[0]", 3), ("#v0", 4), (":v0", 5), ("v0", 6), ("größe", 7), ("SELECT", 8),
            ("size", 9),
            ("beta", 10), ("packing", 11),
        ] {
            #expect(item[name] == .number(Number(number)), "\(name)")
        }
        #expect(item["pk"] == .string("$depot#hall_h#crateid_c"))

        // Conditions, filters and projections mean the same attributes.
        let holds = Crate.patch(crate.key) { $0.kind.set("touched") }
            .if { $0.dotted == 1 && $0.a.b == 12 && $0.dashed == 2 && $0.indexed == 3 && $0.hash == 4 && $0.colon == 5 }
            .if { $0.v0 == 6 && $0.umlaut == 7 && $0.word == 8 && $0.size == 9 && $0.b == 10 && $0.pk == 11 }
            .if { $0.a.pk == 13 && $0.a.measure == 14 && $0.a.measure > $0.size && $0.a.size == 3 }
        let touched = try await holds.run(on: depot.db)
        let query = Crate.inHall(hall: "h").where { $0.pk == 11 && $0.a.pk == 13 && $0.dotted < $0.a.b }
        #expect(try await query.all(on: depot.db) == [touched])
        #expect(try await Crate.inHall(hall: "h").where { $0.pk == 13 || $0.a.b == 1 }.all(on: depot.db) == [])
        let selection = query.select { ($0.pk, $0.a.pk, $0.dotted, $0.a.b, $0.b, $0.indexed) }
        let found = try #require(try await selection.first(on: depot.db))
        #expect(found.0 == 11 && found.1 == 13 && found.2 == 1 && found.3 == 12 && found.4 == 10 && found.5 == 3)
        // ElectroDB filters by the key here.
        let parcel = try await depot.put("p")
        try await Parcel.patch(parcel.key) { $0.pk.set("paper") }.run(on: depot.db)
        let packed = Parcel.parcel(depotID: "d").where { $0.pk == "paper" }
        #expect(packed.explain().body.contains(##""#packing": "packing""##), "\(packed.explain().body)")
        #expect(try await packed.all(on: depot.db).map(\.pk) == ["paper"])
    }
}
