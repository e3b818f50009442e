import Entities
import GeneratedModel
import TestExecutors
import Testing

/// What `||`, `&&` and `!` join stays together, whatever else a request demands (electrodb.md 4.1, rows 2 and 3).
///
/// Random conditions; the records that DynamoDB's evaluation lets through are those that Swift's lets through. With `.wire`, or over HTTP, conditions
/// are rendered to text and parsed again on the way.
@Suite("Conditions keep their grouping", .enabled(if: !TestServer.isMoto, "moto fails on NOT of NOT"))
struct ConditionGroupingTests {
    private struct Run {
        let db: Database
        let parcels: [Parcel]
        var chance = Chance(seed: 20_261_121)

        init(_ executor: TestExecutor) async throws {
            db = try executor.database(Depot.table)
            try await db.createTables()
            var parcels: [Parcel] = []
            for number in 0..<16 {
                let lane = chance.optional("l")
                let rank = chance.number(1...9)
                let draft = Parcel.Draft(
                    depotID: "d", parcelID: "p\(100 + number)", carrierID: "c",
                    stage: chance.choice(Parcel.Stage.self, or: .new), weight: chance.number(0...9), lane: lane,
                    rank: lane.map { _ in rank }, isHeld: chance.bool(),
                    seal: chance.optional("ab"), note: chance.optional(chance.bool() ? "x" : "y"),
                    pk: chance.optional("box"), tags: chance.bool() ? ["t"] : [])
                let parcel = Parcel(draft)
                try await Parcel.put(parcel).run(on: db)
                parcels.append(parcel)
            }
            // Items of others in the same partitions.
            try await Carrier.put(.init(carrierID: "c", depotID: "d", name: "C")).run(on: db)
            self.parcels = parcels
        }

        mutating func trees() -> (ConditionTree, ConditionTree) {
            (.random(&chance), .random(&chance))
        }
    }

    private func ids(_ parcels: some Sequence<Parcel>) -> [String] { parcels.map(\.parcelID).sorted() }

    @Test("In whatever reads are filtered by", arguments: TestExecutor.all)
    func reads(_ executor: TestExecutor) async throws {
        var run = try await Run(executor)
        let db = run.db
        var sizes: Set<Int> = []
        for _ in 0..<40 {
            let (a, b) = run.trees()
            let expected = ids(run.parcels.filter { a.holds($0) && b.holds($0) })
            sizes.insert(expected.count)
            let comment = Testing.Comment(rawValue: "\(a) and \(b)")
            let isolated = Parcel.byCarrier(carrierID: "c").where(a.condition).where(b.condition)
            #expect(ids(try await isolated.all(on: db)) == expected, comment)
            let clustered = Parcel.onFloor(depotID: "d").where(a.condition).where(b.condition)
            #expect(ids(try await clustered.all(on: db)) == expected, comment)
            let scan = Parcel.scan().where(a.condition).where(b.condition)
            #expect(ids(try await scan.all(on: db)) == expected, comment)
            #expect(try await scan.count(on: db) == expected.count, comment)
            let selected = try await isolated.select { $0.parcelID }.all(on: db)
            #expect(selected.sorted() == expected, comment)

            let collection = Depot.carried(carrierID: "c").where { _ in a.condition(Parcel.Fields()) }
                .where { _ in b.condition(Parcel.Fields()) }
            #expect(ids(try await collection.all(on: db).parcels) == expected, comment)
            let matched = Parcel.match(.init(carrierID: "c", isHeld: true)).where(a.condition).where(b.condition)
            let held = run.parcels.filter { $0.isHeld && a.holds($0) && b.holds($0) }
            #expect(ids(try await matched.all(on: db)) == ids(held), comment)
        }
        #expect(sizes.count > 5)
    }

    @Test("In whatever writes depend on", arguments: TestExecutor.all)
    func writes(_ executor: TestExecutor) async throws {
        var run = try await Run(executor)
        let db = run.db
        let absent = Parcel(.init(depotID: "d", parcelID: "none", carrierID: "c", weight: 1))
        for _ in 0..<40 {
            let (a, b) = run.trees()
            let parcel = run.chance.one(of: run.parcels, or: absent)
            let holds = a.holds(parcel) && b.holds(parcel)
            let comment = Testing.Comment(rawValue: "\(a) and \(b) of \(parcel)")

            // Each leaves the parcel as it was, if it is carried out.
            let put = Parcel.put(parcel).if(a.condition).if(b.condition)
            #expect(isWritten(try await put.attempt(on: db)) == holds, comment)
            let patch = Parcel.patch(parcel.key) { $0.note.set(parcel.note) }.if(a.condition).if(b.condition)
            #expect(isWritten(try await patch.attempt(on: db)) == holds, comment)
            let update = Parcel.update(parcel.key) { $0.note.set(parcel.note) }.if(a.condition).if(b.condition)
            #expect(isWritten(try await update.attempt(on: db)) == holds, comment)
            let supplied = Parcel.patch(parcel.key) {
                $0.set(stage: .set(parcel.stage), weight: .supplied(parcel.weight), isHeld: .supplied(parcel.isHeld))
            }.if(a.condition).if(b.condition)
            #expect(isWritten(try await supplied.attempt(on: db)) == holds, comment)
            let wrong = Parcel.patch(parcel.key) {
                $0.set(stage: .set(.done), weight: .supplied(parcel.weight + 1), isHeld: .supplied(parcel.isHeld))
            }.if(a.condition).if(b.condition)
            #expect(!isWritten(try await wrong.attempt(on: db)), comment)
            let check = Parcel.check(depotID: parcel.depotID, parcelID: parcel.parcelID) {
                a.condition($0) && b.condition($0)
            }
            let outcome = try await db.attemptTransact {
                check
                Carrier.put(.init(carrierID: "other", depotID: "d"))
            }
            #expect((outcome == .committed) == holds, comment)
            let remove = Parcel.remove(parcel.key).if(a.condition).if(b.condition)
            #expect(isWritten(try await remove.attempt(on: db)) == holds, comment)
            try await Parcel.put(parcel).run(on: db)

            // Nothing is let through where there is no record, even if the condition would hold for nothing.
            for outcome in [
                try await isWritten(
                    Parcel.patch(absent.key) { $0.note.set("n") }.if(a.condition).if(b.condition).attempt(on: db)),
                try await isWritten(Parcel.remove(absent.key).if(a.condition).if(b.condition).attempt(on: db)),
            ] {
                #expect(!outcome, comment)
            }
        }
        #expect(ids(try await Parcel.scan().all(on: db)) == ids(run.parcels))
    }

    private func isWritten<Answer, E>(_ outcome: WriteOutcome<Answer, E>) -> Bool {
        if case .written = outcome { true } else { false }
    }
}
