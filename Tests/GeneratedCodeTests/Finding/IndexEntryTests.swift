import Entities
import FixtureTypes
import Foundation
import GeneratedModel
import TestExecutors
import Testing

/// What indexes hold that do not hold whole items, read without the table.
@Suite("Index entries")
struct IndexEntryTests {
    private let pen = SKU(rawValue: "pen")

    private func stocked(_ executor: TestExecutor) async throws -> (db: Database, journal: Journal) {
        let base = try executor.database(Press.table)
        let journal = Journal(base.executor)
        let db = Database(journal, tablesOf: base)
        try await db.createTables()
        for (place, quantity) in [("oslo", 7), ("paris", 40), ("rome", 12)] {
            try await Stock.put(.init(sku: pen, place: place, quantity: quantity, minimum: 10)).run(on: db)
        }
        _ = journal.take()
        return (db, journal)
    }

    @Test(
        "An entry has the key, what is projected, and what the index's keys tell, all from the index",
        arguments: TestExecutor.all)
    func entries(_ executor: TestExecutor) async throws {
        let (db, journal) = try await stocked(executor)
        let places = Stock.places(sku: pen).entries()
        let all = try await places.all(on: db)
        #expect(all.map(\.quantity) == [7, 12, 40])
        #expect(all.map(\.key.place) == ["oslo", "rome", "paris"])
        // Of gsi1, which holds keys only: both are in the sort key's text.
        let short = try await Stock.short().entries().all(on: db)
        #expect(short.map(\.minimum) == [10, 10, 10])
        #expect(short.map(\.quantity) == [7, 12, 40])
        #expect(try await places.descending().first(on: db)?.quantity == 40)
        #expect(try await places.count(on: db) == 3)
        #expect(Set(journal.take()) == ["Query"])
    }

    @Test(
        "A filter sees what the index holds, and the whole records follow",
        arguments: TestExecutor.all)
    func filter(_ executor: TestExecutor) async throws {
        let (db, journal) = try await stocked(executor)
        let low = Stock.places(sku: pen).entries().where { $0.quantity < 30 }
        #expect(try await low.all(on: db).map(\.quantity) == [7, 12])
        #expect(journal.take() == ["Query"])
        let records = try await low.hydrated().all(on: db)
        #expect(records.map(\.minimum) == [10, 10])
        #expect(records.map(\.place) == ["oslo", "rome"])
        #expect(journal.take() == ["Query", "BatchGetItem"])
    }

    @Test("Where an entry tells nothing there is none, and the records are read")
    func untold() async throws {
        let db = try TestExecutor.standard.database(Press.table)
        try await db.createTables()
        try await Word.put(.init(word: "Table")).run(on: db)
        let words: LookupQuery<Word> = Word.allWords()
        #expect(try await words.all(on: db).map(\.word) == ["Table"])
    }

    @Test("Entries of other entities are left out by their keys", arguments: TestExecutor.all)
    func foreign(_ executor: TestExecutor) async throws {
        let db = try executor.database(Meters.table)
        try await db.createTables()
        let at = Date(timeIntervalSince1970: 1_763_640_000)
        let reading = try await Reading.put(.init(meterID: UUID(), at: at, zone: "north", level: 2)).run(on: db)
        try await Alarm.put(.init(at: at, zone: "north", level: 3)).run(on: db)
        let times = Reading.times(zone: "north")
        let entries = try await times.entries().all(on: db)
        #expect(entries.map(\.key) == [reading.key])
        #expect(entries.map(\.level) == [2])
        #expect(try await times.entries().count(on: db) == 1)
        #expect(try await times.entries().where { $0.level > 2 }.all(on: db).isEmpty)
        #expect(try await times.all(on: db).map(\.level) == [2])
    }
}
