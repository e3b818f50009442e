import Entities
import Foundation
import GeneratedModel
import TestExecutors
import Testing

@Suite("History")
struct HistoryTests {
    private func database(_ executor: TestExecutor) async throws -> Database {
        let db = try executor.database(Archive.table)
        try await db.createTables()
        return db
    }

    private func contract(_ number: String, on db: Database) async throws -> Contract {
        try await Contract.create(.init(number: number, owner: "ada", amount: 1)).run(on: db)
    }

    @Test("Every state that a record had is kept, from the first one", arguments: TestExecutor.all)
    func revisions(_ executor: TestExecutor) async throws {
        let db = try await database(executor)
        let first = try await contract("A-1", on: db)
        let second = try await first.revise { $0.amount = 2 }.run(on: db)
        let third = try await second.revise {
            $0.number = "A-2"
            $0.status = .open
            $0.dueAt = Date(timeIntervalSince1970: 1_800_000_000)
        }.run(on: db)
        #expect(third.version == 3)
        #expect(try await Contract.get(first.key).consistent().run(on: db) == third)

        let all = Contract.revisions(contractID: first.contractID)
        #expect(try await all.all(on: db).map(\.record) == [first, second, third])
        #expect(try await all.descending().page(limit: 2, on: db).items.map(\.number) == [3, 2])
        #expect(
            try await Contract.revisions(contractID: first.contractID, version: 2...).all(on: db).map(\.number) == [
                2, 3,
            ])
        #expect(
            try await Contract.revisions(contractID: first.contractID, version: 1...2).all(on: db).map(\.amount) == [
                1, 2,
            ])
        #expect(try await all.where { $0.amount > 1 }.count(on: db) == 2)
        #expect(try await Contract.revision(contractID: first.contractID, version: 2).run(on: db)?.record == second)
        #expect(try await Contract.revision(contractID: first.contractID, version: 4).run(on: db) == nil)
        #expect(
            try await Contract.revision(contractID: Generators.current.ulid(), version: 1).consistent().run(on: db)
                == nil)
        #expect(try await all.items.all(on: db).count == 3)
    }

    @Test("Pages of revisions go on where they ended", arguments: TestExecutor.all)
    func pages(_ executor: TestExecutor) async throws {
        let db = try await database(executor)
        var contract = try await contract("A-1", on: db)
        for amount in 2...7 { contract = try await contract.revise { $0.amount = amount }.run(on: db) }
        let query = Contract.revisions(contractID: contract.contractID).descending()
        var (seen, cursor) = ([Int](), Cursor?.none)
        repeat {
            let page = try await query.page(limit: 3, from: cursor, on: db)
            seen += page.items.map(\.number)
            cursor = page.cursor
        } while cursor != nil
        #expect(seen == [7, 6, 5, 4, 3, 2, 1])
    }

    @Test("No other read sees the copies", arguments: TestExecutor.all)
    func unseen(_ executor: TestExecutor) async throws {
        let db = try await database(executor)
        let draft = Contract.Draft(
            number: "A-1", owner: "ada", status: .open, amount: 1, dueAt: Date(timeIntervalSince1970: 0))
        let first = try await Contract.create(draft).run(on: db)
        let contract = try await first.revise { $0.amount = 5 }.run(on: db)
        let remark = try await Remark.put(.init(contractID: contract.contractID, text: "fine")).run(on: db)
        #expect(try await Contract.contract(contractID: contract.contractID).all(on: db) == [contract])
        #expect(try await Contract.scan().all(on: db) == [contract])
        #expect(try await Contract.open().all(on: db) == [contract])
        #expect(try await Contract.changed(contractID: contract.contractID).all(on: db) == [contract])
        #expect(try await Contract.byNumber(owner: "ada").all(on: db) == [contract])
        #expect(try await Contract.byNumber(owner: "ada").entries().count(on: db) == 1)
        let file = try await Archive.file(contractID: contract.contractID).all(on: db)
        #expect(file.contracts == [contract])
        #expect(file.remarks == [remark])
        #expect(try await Archive.file(contractID: contract.contractID).count(on: db) == 2)
        #expect(try await Archive.scan().all(on: db).count == 2)
        #expect(try await db.transactGet([Contract.get(contract.key)]) == [contract])
    }

    @Test("A state comes back as a revision of its own", arguments: TestExecutor.all)
    func restoring(_ executor: TestExecutor) async throws {
        let db = try await database(executor)
        let first = try await contract("A-1", on: db)
        let second = try await first.revise {
            $0.amount = 2
            $0.number = "A-2"
        }.run(on: db)
        let revision = try #require(try await Contract.revision(contractID: first.contractID, version: 1).run(on: db))
        let restored = try await second.restoring(revision).run(on: db)
        #expect(restored.version == 3)
        #expect(restored.amount == 1)
        #expect(restored.number == "A-1")
        #expect(try await Contract.revisions(contractID: first.contractID).count(on: db) == 3)
        _ = try await contract("A-2", on: db)
        let other = try await contract("A-3", on: db)
        let wrong = await #expect(throws: DynamoDBError.self) { try await other.restoring(revision).run(on: db) }
        #expect(wrong?.code == .invalidValue)
    }

    @Test("A conflict leaves neither a record nor a copy behind", arguments: TestExecutor.all)
    func conflicts(_ executor: TestExecutor) async throws {
        let db = try await database(executor)
        let (first, other) = (try await contract("A-1", on: db), try await contract("A-2", on: db))
        let second = try await first.revise { $0.amount = 2 }.run(on: db)
        #expect(try await first.revise { $0.amount = 3 }.attempt(on: db) == .rejected(second))
        let taken = await #expect(throws: DynamoDBError.self) {
            try await other.revise { $0.number = "A-1" }.run(on: db)
        }
        #expect(taken?.attribute == "number")
        let owner = await #expect(throws: DynamoDBError.self) {
            try await other.revise { $0.owner = "bob" }.run(on: db)
        }
        #expect(owner?.code == .invalidValue)
        #expect(
            try await Contract.create(.init(contractID: first.contractID, number: "A-9", owner: "ada", amount: 0))
                .attempt(on: db) == .rejected(second))
        #expect(try await Contract.revisions(contractID: first.contractID).count(on: db) == 2)
        #expect(try await Contract.revisions(contractID: other.contractID).count(on: db) == 1)
    }

    @Test("The history outlives the record, and goes on when that comes back", arguments: TestExecutor.all)
    func removed(_ executor: TestExecutor) async throws {
        let db = try await database(executor)
        let draft = Leaflet.Draft(place: "hall", path: "a", text: "one")
        let first = try await Leaflet.create(draft).run(on: db)
        let second = try await first.revise { $0.text = "two" }.run(on: db)
        try await second.remove().run(on: db)
        let editions = Leaflet.editions(place: "hall", path: "a")
        #expect(try await editions.all(on: db).map(\.text) == ["one", "two"])

        let refused = await #expect(throws: DynamoDBError.self) { try await Leaflet.create(draft).run(on: db) }
        #expect(refused?.code == .revisionExists)
        let oldest = try #require(try await editions.first(on: db))
        let early = await #expect(throws: DynamoDBError.self) { try await oldest.recreating().run(on: db) }
        #expect(early?.code == .revisionExists)
        let newest = try #require(try await editions.descending().first(on: db))
        let again = try await newest.recreating { $0.text = "three" }.run(on: db)
        #expect(again.revision == 3)
        #expect(try await editions.all(on: db).map(\.text) == ["one", "two", "three"])
        #expect(try await newest.recreating().attempt(on: db) == .rejected(again))
    }

    @Test("One transaction of the record, its claims and the copy, which has no index keys")
    func explained() async throws {
        let contract = Contract(.init(number: "A-1", owner: "ada", amount: 1))
        let create = Contract.create(.init(number: "A-1", owner: "ada", amount: 1)).explain()
        #expect(create.operation == "TransactWriteItems")
        let revise = contract.revise { $0.amount = 2 }.explain()
        #expect(revise.operation == "TransactWriteItems")
        #expect(revise.body.contains("REVISION#000002"))
        #expect(revise.body.contains(#""Contract.revision""#))
        #expect(revise.body.components(separatedBy: "gsi1sk").count == 2)
        #expect(revise.body.components(separatedBy: "lsi1sk").count == 2)
        let get = Contract.revision(contractID: contract.contractID, version: 3).explain()
        #expect(get.body.contains("REVISION#000003"))
        #expect(Contract.revisions(contractID: contract.contractID).explain().body.contains("REVISION#"))
    }

    @Test("A number that the key has no room for is refused, and nothing is sent")
    func keyProblem() async throws {
        let db = try await database(.standard)
        let error = await #expect(throws: DynamoDBError.self) {
            try await Contract.revision(contractID: Generators.current.ulid(), version: 10_000_000).run(on: db)
        }
        #expect(error?.code == .invalidRequest)
    }

    @Test("Writes that know no copy are refused when they are made by hand")
    func byHand() async throws {
        let db = try await database(.standard)
        let contract = try await contract("A-1", on: db)
        let blind = Change(update: UpdateExpression(set: [.init(AttributePath("amount"), .operand(.value(9)))]))
        func code(_ write: () async throws -> Void) async -> DynamoDBError.Code? {
            await #expect(throws: DynamoDBError.self) { try await write() }?.code
        }
        #expect(await code { try await Update<Contract>(contract.key, [blind]).run(on: db) } == .invalidRequest)
        #expect(await code { try await Patch<Contract>(contract.key, [blind]).run(on: db) } == .invalidRequest)
        #expect(await code { try await Put(contract).run(on: db) } == .invalidRequest)
        #expect(await code { try await db.batchWrite([Put(contract)]) } == .invalidRequest)
        let draft = Contract.Draft(number: "A-7", owner: "ada", amount: 1)
        #expect(await code { try await Upsert<Contract>(draft).run(on: db) } == .invalidRequest)
        #expect(try await Contract.get(contract.key).run(on: db) == contract)
    }
}
