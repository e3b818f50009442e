import Entities
import Foundation
import GeneratedModel
import TestExecutors
import Testing

/// Whole records carry their state, which moves by the transitions of the definition all the same.
@Suite("Records with states changed as a whole")
struct ReplacingStatesTests {
    private static let key = Delivery.Key(depotID: "d", deliveryID: "1")

    private func database(_ executor: TestExecutor = .standard) async throws -> (db: Database, delivery: Delivery) {
        let db = try executor.database(States.table)
        try await db.createTables()
        let draft = Delivery.Draft(
            depotID: "d", deliveryID: "1", courierID: "c", dueAt: Date(timeIntervalSince1970: 1_763_640_000))
        return (db, try await Delivery.create(draft).run(on: db))
    }

    private func stored(_ db: Database) async throws -> Delivery? {
        try await Delivery.get(Self.key).consistent().run(on: db)
    }

    @Test("A legal move goes through, with the keys that the state is part of", arguments: TestExecutor.all)
    func legal(_ executor: TestExecutor) async throws {
        var (db, delivery) = try await database(executor)
        for (number, status) in [Delivery.Status.paid, .inTransit, .delivered].enumerated() {
            #expect(try await Delivery.open(depotID: "d").all(on: db) == [delivery])
            delivery = try await delivery.replacing {
                $0.status = status
                $0.note = "moved"
            }.run(on: db)
            #expect(delivery.status == status && delivery.revision == number + 2)
            #expect(try await Delivery.byCourier(courierID: "c", status: status).all(on: db) == [delivery])
            #expect(try await Delivery.byCourier(courierID: "c").all(on: db) == [delivery])
        }
        #expect(try await Delivery.open(depotID: "d").all(on: db).isEmpty)
        // A state that stays is no move, a final one not excepted.
        let noted = try await delivery.replacing { $0.note = nil }.run(on: db)
        #expect(try await stored(db) == noted)
    }

    @Test(
        "An illegal move is refused before anything is sent", arguments: [Delivery.Status.inTransit, .delivered])
    func illegal(_ status: Delivery.Status) async throws {
        let (db, delivery) = try await database()
        let replace = delivery.replacing { $0.status = status }
        let error = await #expect(throws: DynamoDBError.self) { try await replace.run(on: db) }
        #expect(error?.code == .invalidValue && error?.item == nil)
        let reason = "status cannot become \(status.rawValue) where it is placed, which can become paid, cancelled"
        #expect(error?.message.contains(reason) == true)
        #expect(replace.explain().body.contains("cannot be sent"))
        await #expect(throws: DynamoDBError.self) { _ = try await replace.attempt(on: db) }
        await #expect(throws: DynamoDBError.self) { try await db.transact { replace } }
        #expect(try await stored(db) == delivery)
    }

    @Test("What was moved since it was read is another version, from which the move may be legal or not")
    func movedSince() async throws {
        let (db, delivery) = try await database()
        let paid = try await delivery.patch { $0.set(status: .toPaid, dueAt: nil) }.run(on: db)
        let late = delivery.replacing { $0.status = .cancelled }
        let error = await #expect(throws: DynamoDBError.self) { try await late.run(on: db) }
        #expect(error?.code == .versionConflict)
        #expect(try error?.item?.decode(as: Delivery.self) == paid)
        #expect(try await late.attempt(on: db) == .rejected(paid))

        // Again from what is stored: it is in transit by then, and cannot be cancelled any more.
        var seen: [Delivery.Status] = []
        let refused = await #expect(throws: DynamoDBError.self) {
            try await Delivery.get(Self.key).withRetry(on: db) { found in
                seen.append(found.status)
                if seen.count == 1 {
                    try await found.patch { $0.set(status: .toInTransit, dueAt: nil) }.run(on: db)
                }
                return found.replacing { $0.status = .cancelled }
            }
        }
        #expect(seen == [.paid, .inTransit])
        #expect(refused?.code == .invalidValue)
        #expect(try await stored(db)?.status == .inTransit)
    }

    @Test("A state that the program made up is not moved on from: the stored one decides")
    func madeUp() async throws {
        let (db, delivery) = try await database()
        var other = delivery
        other.status = .inTransit
        let delivered = other.replacing { $0.status = .delivered }
        let error = await #expect(throws: DynamoDBError.self) { try await delivered.run(on: db) }
        #expect(error?.code == .illegalTransition)
        #expect(error?.message.contains("cannot become delivered: it is placed, and only in-transit can") == true)
        #expect(try error?.item?.decode(as: Delivery.self) == delivery)
        #expect(try await delivered.attempt(on: db) == .rejected(delivery))
        guard case .canceled(let reasons) = try await db.attemptTransact({ delivered }) else {
            Issue.record("a delivery that was only placed was delivered")
            return
        }
        #expect(reasons.map(\.failure) == [.illegalTransition])
        // Nor is it written as one that stays.
        let staying = await #expect(throws: DynamoDBError.self) {
            try await other.replacing { $0.note = "x" }.run(on: db)
        }
        #expect(staying?.code == .conditionalCheckFailed)
        #expect(try await stored(db) == delivery)
    }

    private static let faults = [
        FaultRule(.throttle(), operations: ["PutItem"], probability: 0.05),
        FaultRule(.transactionConflict(), operations: ["PutItem"], probability: 0.05),
        FaultRule(.connectionLost(isCarriedOut: true), operations: ["PutItem"], probability: 0.05),
        FaultRule(.timeOut(isCarriedOut: false), operations: ["PutItem"], probability: 0.05),
    ]

    @Test(
        "Many tasks write all states over what they read: each is left once, for one that may follow",
        arguments: TestExecutor.sample([faults, []]))
    func manyTasks(_ faults: [FaultRule]) async throws {
        let (safe, _) = try await database()
        let keys = (1...12).map { Delivery.Key(depotID: "d", deliveryID: "\($0)") }
        for key in keys.dropFirst() {
            try await Delivery.create(.init(depotID: "d", deliveryID: key.deliveryID, courierID: "c")).run(on: safe)
        }
        let db = try safe.faulty(faults)
        let moves = try await withThrowingTaskGroup(of: [(Delivery.Key, Delivery.Status, Delivery.Status)].self) {
            group in
            for _ in 0..<16 {
                group.addTask {
                    var moves: [(Delivery.Key, Delivery.Status, Delivery.Status)] = []
                    for (key, status) in keys.shuffled().flatMap({ key in Delivery.Status.allCases.map { (key, $0) } })
                    {
                        do {
                            let found = try #require(try await Delivery.get(key).consistent().run(on: db))
                            guard found.status != status else { continue }
                            await Task.yield()
                            let old = try await found.replacing { $0.status = status }.returningOld().run(on: db)
                            moves.append((key, old.status, status))
                        } catch let error as DynamoDBError {
                            let isExpected = error.code == .versionConflict || error.code == .invalidValue
                            guard isExpected || error.isRetryable || error.isOutcomeUnknown else { throw error }
                        }
                    }
                    return moves
                }
            }
            return try await group.reduce(into: []) { $0 += $1 }
        }
        #expect(moves.count > keys.count)
        #expect(moves.allSatisfy { $0.1.canBecome($0.2) })
        for (key, moves) in Dictionary(grouping: moves, by: \.0) {
            // Nothing leads back to where a delivery was.
            #expect(Set(moves.map(\.1)).count == moves.count, "\(key): \(moves)")
            let stored = try #require(try await Delivery.get(key).consistent().run(on: safe))
            // A move whose answer was lost is not known.
            #expect(stored.revision >= moves.count + 1)
            #expect(!faults.isEmpty || stored.revision == moves.count + 1)
        }
    }

    @Test("A look at the state before a plain write lets two leave the same one: the test can fail")
    func withoutTheGuarantee() async throws {
        let (db, delivery) = try await database()
        for status in [Delivery.Status.paid, .cancelled] where delivery.status.canBecome(status) {
            var changed = delivery
            changed.status = status
            try await db.putRaw(try EncodedItem(changed))
        }
        #expect(try await stored(db)?.status == .cancelled)
    }
}
