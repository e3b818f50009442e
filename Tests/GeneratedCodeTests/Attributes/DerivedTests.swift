import Entities
import Foundation
import GeneratedModel
import TestExecutors
import Testing

@Suite("Attributes that are computed from others")
struct DerivedTests {
    private func painting(on db: Database) async throws -> Painting {
        try await Painting.create(.init(artist: "Klee", title: "The  Sun", year: 1930)).run(on: db)
    }

    @Test("A draft has none: they are computed in order, from what is stored", arguments: TestExecutor.all)
    func drafts(_ executor: TestExecutor) async throws {
        let db = try executor.database(Gallery.table)
        try await db.createTables()
        let painting = try await painting(on: db)
        #expect(painting.title == "The Sun")
        #expect(painting.slug == "klee-the-sun")
        #expect(painting.place == "east/1930/klee-the-sun")
        #expect(painting.initial == "K")
        #expect(painting.address == "/klee-the-sun")
        #expect(try await Painting.bySlug(slug: "klee-the-sun").all(on: db) == [painting])
        #expect(try await Painting.byPlace(initial: "K", place: "east/1930/klee-the-sun").all(on: db) == [painting])
    }

    @Test("An update of a source rewrites them and every key that is made of them", arguments: TestExecutor.all)
    func updates(_ executor: TestExecutor) async throws {
        let db = try executor.database(Gallery.table)
        try await db.createTables()
        let painting = try await painting(on: db)
        let moved = try await Painting.patch(painting.key) {
            $0.set(title: "The  Moon", year: 1931, hall: "west")
        }.run(on: db)
        #expect(moved.slug == "klee-the-moon")
        #expect(moved.place == "west/1931/klee-the-moon")
        #expect(try await Painting.bySlug(slug: "klee-the-sun").all(on: db) == [])
        #expect(try await Painting.bySlug(slug: "klee-the-moon").all(on: db) == [moved])
        #expect(try await Painting.byPlace(initial: "K").all(on: db) == [moved])

        let undated = try await Painting.patch(painting.key) {
            $0.set(title: "The Moon", year: nil, hall: "west")
        }.run(on: db)
        #expect(undated.place == nil)
        #expect(try await Painting.byPlace(initial: "K").all(on: db) == [])
    }

    @Test("A record that is changed in memory, and put, has none that is stale", arguments: TestExecutor.all)
    func records(_ executor: TestExecutor) async throws {
        let db = try executor.database(Gallery.table)
        try await db.createTables()
        var painting = try await painting(on: db)
        painting.title = "The  Star"
        #expect(painting.slug == "klee-the-star")
        #expect(painting.place == "east/1930/klee-the-star")
        painting.year = nil
        #expect(painting.place == nil)
        try await Painting.put(painting).run(on: db)
        #expect(try await Painting.bySlug(slug: "klee-the-star").all(on: db) == [painting])
        #expect(try await Painting.byPlace(initial: "K").all(on: db) == [])
    }

    @Test("An upsert is given every source that an item could keep", arguments: TestExecutor.all)
    func upserts(_ executor: TestExecutor) async throws {
        let db = try executor.database(Gallery.table)
        try await db.createTables()
        let painting = try await painting(on: db)
        let draft = Painting.Draft(artist: "Klee", paintingID: painting.paintingID, title: "The Sea")
        let changed = try await Painting.upsert(draft, year: nil, hall: "north").run(on: db)
        #expect(changed.slug == "klee-the-sea")
        #expect(changed.place == nil)
        #expect(try await Painting.bySlug(slug: "klee-the-sea").all(on: db) == [changed])
        #expect(try await Painting.byPlace(initial: "K").all(on: db) == [])
    }

    @Test("One that is unique is claimed, and given back, with its sources", arguments: TestExecutor.all)
    func uniqueness(_ executor: TestExecutor) async throws {
        let db = try executor.database(Gallery.table)
        try await db.createTables()
        let tour = try await Tour.create(.init(title: "Klee", guide: "Eva")).run(on: db)
        #expect(tour.code == "klee-eva")
        let taken = await #expect(throws: DynamoDBError.self) {
            try await Tour.create(.init(title: "KLEE", guide: "Eva")).run(on: db)
        }
        #expect(taken?.code == .notUnique)
        // Another guide than the tour's, which never changes, changes nothing.
        await #expect(throws: DynamoDBError.self) {
            try await Tour.patch(tour.key) { $0.set(title: "Marc", guide: "Ida", replacing: "klee-eva") }.run(on: db)
        }
        let renamed = try await Tour.patch(tour.key) {
            $0.set(title: "Marc", guide: "Eva", replacing: "KLEE-EVA")
        }.run(on: db)
        #expect(renamed.code == "marc-eva")
        try await Tour.create(.init(title: "Klee", guide: "Eva")).run(on: db)
    }

    @Test("Their rules are checked with the others", arguments: TestExecutor.all)
    func rules(_ executor: TestExecutor) async throws {
        let db = try executor.database(Gallery.table)
        try await db.createTables()
        let painting = try await painting(on: db)
        let error = await #expect(throws: DynamoDBError.self) {
            try await Painting.patch(painting.key) {
                $0.set(title: String(repeating: "x", count: 60), year: nil, hall: "east")
            }.run(on: db)
        }
        #expect(error?.code == .invalidValue)
        #expect(error?.message.contains("slug") == true)
    }
}
