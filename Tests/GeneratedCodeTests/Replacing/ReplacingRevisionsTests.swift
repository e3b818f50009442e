import Entities
import Foundation
import GeneratedModel
import TestExecutors
import Testing

/// Revisions of records with a state and a lease: what was is not always what can be again.
@Suite("Revisions with states and leases")
struct ReplacingRevisionsTests {
    private static let key = Repair.Key(repairID: "r")

    private func database(_ executor: TestExecutor = .standard) async throws -> (db: Database, repair: Repair) {
        let db = try executor.database(States.table)
        try await db.createTables()
        return (db, try await Repair.create(.init(repairID: "r", note: "1")).run(on: db))
    }

    private func revision(_ number: Int, on db: Database) async throws -> Revision<Repair> {
        try #require(try await Repair.revision(repairID: "r", revision: number).consistent().run(on: db))
    }

    @Test(
        "What was is restored by a transition of the definition, and under the lease of today",
        arguments: TestExecutor.all)
    func restoring(_ executor: TestExecutor) async throws {
        let (db, repair) = try await database(executor)
        let leased = try await repair.lease(by: "a", for: .seconds(30)).run(on: db)
        let second = try await leased.revise {
            $0.stage = .underway
            $0.note = "2"
        }.run(on: db)
        let first = try await revision(1, on: db)
        #expect(first.record.lease == nil)
        let third = try await second.restoring(first).run(on: db)
        #expect(third.note == "1" && third.stage == .reported)
        #expect(third.lease == leased.lease)
        // The copy says who had it.
        #expect(try await revision(3, on: db).record == third)
        #expect(try await Repair.get(Self.key).consistent().run(on: db) == third)
    }

    @Test("Where no transition leads back, nothing is restored")
    func final() async throws {
        let (db, repair) = try await database()
        let underway = try await repair.revise { $0.stage = .underway }.run(on: db)
        let done = try await underway.revise { $0.stage = .done }.run(on: db)
        let error = await #expect(throws: DynamoDBError.self) {
            try await done.restoring(try await revision(1, on: db)).run(on: db)
        }
        #expect(error?.code == .invalidValue)
        #expect(error?.message.contains("stage cannot become reported where it is done, which is final") == true)
        #expect(try await Repair.revisions(repairID: "r").all(on: db).count == 3)
    }

    @Test("A heartbeat refuses record and copy together, and the next attempt writes both")
    func heartbeat() async throws {
        let (db, repair) = try await database()
        let leased = try await repair.lease(by: "a", for: .seconds(30)).run(on: db)
        let late = await #expect(throws: DynamoDBError.self) {
            try await repair.revise { $0.note = "late" }.run(on: db)
        }
        #expect(late?.code == .versionConflict)
        #expect(try late?.item?.decode(as: Repair.self) == leased)
        #expect(try await Repair.revisions(repairID: "r").all(on: db).count == 1)
        var calls = 0
        let second = try await Repair.get(Self.key).withRetry(on: db) { found in
            calls += 1
            if calls == 1 { try await leased.renewingLease(for: .seconds(60)).run(on: db) }
            return found.revise { $0.note = "2" }
        }
        #expect(calls == 2)
        #expect(try await revision(2, on: db).record == second)
    }

    @Test("A record that comes back is what the last revision may become")
    func recreating() async throws {
        let (db, repair) = try await database()
        try await repair.remove().run(on: db)
        let last = try await revision(1, on: db)
        for change: (inout Repair) -> Void in [{ $0.stage = .done }, { $0.repairID = "other" }] {
            let error = await #expect(throws: DynamoDBError.self) { try await last.recreating(change).run(on: db) }
            #expect(error?.code == .invalidValue)
        }
        let again = try await last.recreating { $0.stage = .underway }.run(on: db)
        #expect(again.revision == 2 && again.stage == .underway)
    }

    @Test(
        "An item from before there were states is one in the default, for a replacement too",
        arguments: TestExecutor.all)
    func backfilled(_ executor: TestExecutor) async throws {
        let (db, repair) = try await database(executor)
        try await db.putRaw(try EncodedItem(repair).replacing(["stage": nil]))
        let found = try #require(try await Repair.get(Self.key).consistent().run(on: db))
        #expect(found.stage == .reported)
        let noted = try await found.revise { $0.note = "2" }.run(on: db)
        #expect(noted.stage == .reported)
        try await db.putRaw(try EncodedItem(noted).replacing(["stage": nil]))
        #expect(try await noted.revise { $0.stage = .underway }.run(on: db).stage == .underway)
    }
}
