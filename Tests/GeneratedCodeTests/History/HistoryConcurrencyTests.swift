import Entities
import GeneratedModel
import TestExecutors
import Testing

/// Many tasks create, revise, restore, remove and recreate, while answers are lost and requests are refused.
@Suite("Histories that many write at once")
struct HistoryConcurrencyTests {
    /// What may come of a write when others write the same, and when things go wrong.
    private static let expected: Set<DynamoDBError.Code> = [
        .conditionalCheckFailed, .versionConflict, .revisionExists,
    ]

    private static func database() async throws -> Database {
        let db = try TestExecutor.standard.database(Archive.table, backoff: Backoff { _ in await Task.yield() })
        try await db.createTables()
        return db
    }

    @Test(
        "Each record is as its last revision says, and none is missing",
        arguments: TestExecutor.sample([1, 2, 3] as [UInt64]))
    func complete(_ seed: UInt64) async throws {
        let calm = try await Self.database()
        let (db, injector) = calm.faulty(try .everything(seed: seed))
        try await withThrowingTaskGroup { group in
            for task in 0..<16 {
                group.addTask { try await Self.act(on: db, seed: seed &* 100 &+ UInt64(task)) }
            }
            try await group.waitForAll()
        }
        #expect(injector.injected > 50)
        let (problems, revisions) = try await Self.audit(calm)
        #expect(problems == [])
        #expect(revisions > 100)
    }

    private static let paths = ["a", "b", "c"]

    private static func act(on db: Database, seed: UInt64) async throws {
        var chance = Chance(seed: seed)
        for _ in 0..<30 {
            let path = chance.one(of: paths, or: "")
            let draft = Leaflet.Draft(place: "hall", path: path, text: "0")
            let editions = Leaflet.editions(place: "hall", path: path)
            do {
                let stored = try await Leaflet.get(place: "hall", path: path).run(on: db)
                await Task.yield()
                switch (chance.number(0...9), stored) {
                case (0, let leaflet?): try await leaflet.remove().run(on: db)
                case (1, let leaflet?):
                    guard let first = try await editions.first(on: db) else { continue }
                    try await leaflet.restoring(first).run(on: db)
                case (2...4, let leaflet?): try await leaflet.revise { $0.text += "1" }.run(on: db)
                case (_, nil):
                    if let last = try await editions.descending().consistent().first(on: db) {
                        try await last.recreating { $0.text = "again" }.run(on: db)
                    } else {
                        try await Leaflet.create(draft).run(on: db)
                    }
                default:
                    try await Leaflet.get(place: "hall", path: path).withRetry(on: db, attempts: 50) { leaflet in
                        leaflet.revise { $0.note = "\(leaflet.revision)" }
                    }
                }
            } catch let error as DynamoDBError {
                #expect(expected.contains(error.code) || error.isRetryable, "\(error)")
            }
        }
    }

    @Test("Revisions of several records in one transaction are done again, whatever of them was in the way")
    func transactions() async throws {
        let calm = try await Self.database()
        let one = try await Contract.create(.init(number: "A-0", owner: "ada", amount: 0)).run(on: calm).key
        let two = try await Contract.create(.init(number: "A-0", owner: "bob", amount: 0)).run(on: calm).key
        // Of two keys that the tasks' closure captures by themselves, the code that Swift 6.3.1 makes crashes.
        let keys = [one, two]
        let (db, _) = calm.faulty(try .refusals(seed: 4))
        try await withThrowingTaskGroup { group in
            for task in 0..<8 {
                group.addTask {
                    for step in 0..<5 {
                        try await db.withRetry(attempts: 10_000) {
                            let records = try await db.transactGet(keys.map { Contract.get($0) })
                            let (first, second) = (try #require(records[0]), try #require(records[1]))
                            try await db.transact {
                                // Others set the same number, which is then taken by this record itself.
                                first.revise {
                                    $0.amount += 1
                                    $0.number = "A-\((task + step) % 3)"
                                }
                                second.revise { $0.amount += 1 }
                            }
                        }
                    }
                }
            }
            try await group.waitForAll()
        }
        for key in keys {
            let contract = try #require(try await Contract.get(key).run(on: calm))
            let revisions = try await Contract.revisions(contractID: key.contractID).all(on: calm)
            #expect(contract.amount == 40)
            #expect(revisions.map(\.amount) == Array(0...40))
            #expect(revisions.last?.record == contract)
        }
    }

    @Test("A record and its copy that are written one after the other can be parted")
    func withoutTransaction() async throws {
        let db = try await Self.database()
        let first = try await Leaflet.create(.init(place: "hall", path: "a", text: "0")).run(on: db)
        let next = first.revise { $0.text = "1" }.record
        // The program stops between this and the copy.
        try await db.putRaw(try EncodedItem(next))
        #expect(try await Self.audit(db).problems == ["a is not as its last revision says"])
    }

    /// Leaflets whose revisions are not 1 and all that follow it, or that are not as the last of them says.
    private static func audit(_ db: Database) async throws -> (problems: [String], revisions: Int) {
        var problems: [String] = []
        var count = 0
        for path in paths {
            let revisions = try await Leaflet.editions(place: "hall", path: path).all(on: db)
            count += revisions.count
            if revisions.map(\.number) != Array(1..<(revisions.count + 1)) { problems.append("\(path) has gaps") }
            let leaflet = try await Leaflet.get(place: "hall", path: path).run(on: db)
            if let leaflet, leaflet != revisions.last?.record {
                problems.append("\(path) is not as its last revision says")
            }
        }
        return (problems, count)
    }
}
