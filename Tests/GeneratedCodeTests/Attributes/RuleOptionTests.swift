import Entities
import Foundation
import GeneratedModel
import TestExecutors
import Testing

@Suite("Rules, counters and values for older items")
struct RuleOptionTests {
    private let seenAt = Date(timeIntervalSince1970: 1_763_640_000)

    private func draft() -> Visitor.Draft { Visitor.Draft(domain: "d", email: "ada", seenAt: seenAt) }

    @Test("A counter starts where its definition says", arguments: TestExecutor.all)
    func counter(_ executor: TestExecutor) async throws {
        let db = try executor.database(Gallery.table)
        try await db.createTables()
        let visitor = try await Visitor.create(draft()).run(on: db)
        #expect(visitor.visits == 1)
        #expect(try await Visitor.patch(visitor.key) { $0.visits.add(2) }.run(on: db).visits == 3)
    }

    @Test("No addition or subtraction leaves the range", arguments: TestExecutor.all)
    func additions(_ executor: TestExecutor) async throws {
        let db = try executor.database(Gallery.table)
        try await db.createTables()
        let visitor = try await Visitor.create(draft()).run(on: db)
        #expect(try await Visitor.patch(visitor.key) { $0.visits.add(9) }.run(on: db).visits == 10)
        for change in [1, 11] {
            let error = await #expect(throws: DynamoDBError.self) {
                try await Visitor.patch(visitor.key) { $0.visits.add(change) }.run(on: db)
            }
            #expect(error?.code == .conditionalCheckFailed)
        }
        #expect(try await Visitor.patch(visitor.key) { $0.visits.subtract(10) }.run(on: db).visits == 0)
        let error = await #expect(throws: DynamoDBError.self) {
            try await Visitor.patch(visitor.key) { $0.visits.subtract(1) }.run(on: db)
        }
        #expect(error?.code == .conditionalCheckFailed)
        #expect(try await Visitor.patch(visitor.key) { $0.visits.add(-0) }.run(on: db).visits == 0)
    }

    @Test(
        "Texts match their pattern as a whole where it says so",
        arguments: [("ab-12", true), ("ab-123", false), ("AB-12", false)])
    func patterns(_ code: String, _ isRight: Bool) async throws {
        let db = try TestExecutor.standard.database(Gallery.table)
        try await db.createTables()
        var draft = draft()
        draft.code = code
        if isRight {
            #expect(try await Visitor.create(draft).run(on: db).code == code)
        } else {
            let error = await #expect(throws: DynamoDBError.self) { try await Visitor.create(draft).run(on: db) }
            #expect(error?.message.contains("code does not match ^[a-z]+-[0-9]{2}$") == true)
        }
    }

    @Test("Elements satisfy their rules, in a draft and where an update adds them", arguments: TestExecutor.all)
    func elements(_ executor: TestExecutor) async throws {
        let db = try executor.database(Gallery.table)
        try await db.createTables()
        var wrong = draft()
        wrong.tags = ["toolongatag"]
        wrong.notes = ["", "x"]
        wrong.marks = ["a": 6]
        let error = await #expect(throws: DynamoDBError.self) { try await Visitor.create(wrong).run(on: db) }
        let message = try #require(error).message
        #expect(message.contains("tags has a member that has 11"))
        #expect(message.contains("notes has an element [0] that is empty"))
        #expect(message.contains("marks has an entry a that is 6"))

        let visitor = try await Visitor.create(draft()).run(on: db)
        let refused: [@Sendable (Visitor.Changes) -> Change] = [
            { $0.tags.insert("UPPER") }, { $0.notes.append("") }, { $0.notes.prepend("") }, { $0.notes.set(at: 0, "") },
            { $0.marks.set("a", -1) },
        ]
        for change in refused {
            let error = await #expect(throws: DynamoDBError.self) {
                try await Visitor.patch(visitor.key) { change($0) }.run(on: db)
            }
            #expect(error?.code == .invalidValue)
        }
        let patched = try await Visitor.patch(visitor.key) {
            $0.tags.insert("new"); $0.notes.append("x"); $0.marks.set("a", 1)
        }.run(on: db)
        #expect(patched.tags == ["new"])
        #expect(patched.notes == ["x"])
        #expect(patched.marks == ["a": 1])
    }

    @Test("An item from before an attribute was there is read with what the definition says")
    func backfilled() throws {
        let item: [String: AttributeValue] = [
            "domain": .string("d"), "email": .string("ada"), "score": .number(1), "visits": .number(1),
            "seenAt": .number(1_763_640_000), "badge": .map(["colour": .string("red")]),
        ]
        let visitor = try EncodedItem(item).decode(as: Visitor.self)
        #expect(visitor.state == .new)
        #expect(visitor.notes == [])
        #expect(visitor.marks == [:])
        #expect(visitor.badge?.storedRank == 1)
    }

    @Test("What is not stored is a property of the record's own")
    func virtual() {
        var draft = draft()
        draft.city = "Vienna"
        #expect(Visitor(draft).isLocal)
    }
}
