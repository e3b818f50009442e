import Entities
import Foundation
import GeneratedModel
import TestExecutors
import Testing

@Suite("Presented attributes")
struct PresentedTests {
    private let seenAt = Date(timeIntervalSince1970: 1_763_640_000)

    @Test("A record shows what is presented, and keeps what is stored", arguments: TestExecutor.all)
    func records(_ executor: TestExecutor) async throws {
        let db = try executor.database(Gallery.table)
        try await db.createTables()
        let created = try await Visitor.create(
            .init(
                domain: "d", email: "ada", score: 7, motto: "so", seenAt: seenAt, badge: Badge(colour: "red", rank: 2))
        ).run(on: db)
        let read = try #require(try await Visitor.get(created.key).run(on: db))
        for visitor in [created, read] {
            #expect(visitor.score == 70)
            #expect(visitor.storedScore == 7)
            #expect(visitor.motto == "“so”")
            #expect(visitor.badge?.rank == -2)
        }
        // Writing back what was read changes nothing.
        let again = try await Visitor.patch(created.key) { $0.badge.set(read.badge) }.run(on: db)
        #expect(again == read)
    }

    @Test("Conditions and updates are about what is stored", arguments: TestExecutor.all)
    func conditions(_ executor: TestExecutor) async throws {
        let db = try executor.database(Gallery.table)
        try await db.createTables()
        let created = try await Visitor.create(.init(domain: "d", email: "ada", score: 7, seenAt: seenAt)).run(on: db)
        let patched = try await Visitor.patch(created.key) { $0.score.add(1) }.if { $0.score == 7 }.run(on: db)
        #expect(patched.storedScore == 8)
        #expect(patched.score == 80)
    }
}
