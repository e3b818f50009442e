import Entities
import Foundation
import GeneratedModel
import InMemoryDynamoDB
import Synchronization
import TestExecutors
import Testing

@Suite("Counters that many write")
struct ShardedCounterTests {
    private static func database(_ executor: TestExecutor = .standard) async throws -> Database {
        let db = try executor.database(Spread.table)
        try await db.createTables()
        return db
    }

    private let offer = Offer(
        .init(category: "bikes", title: "a", priceCents: 1, listedAt: Date(timeIntervalSince1970: 0)))

    /// Runs so many tasks at once, each on another number.
    private func tasks(_ count: Int, _ work: @escaping @Sendable (Int) async throws -> Void) async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 0..<count { group.addTask { try await work(number) } }
            try await group.waitForAll()
        }
    }

    // MARK: Sharded counters

    @Test("Nothing that is added or subtracted at once is lost", arguments: TestExecutor.all)
    func adding(_ executor: TestExecutor) async throws {
        let db = try await Self.database(executor)
        let id = offer.offerID
        #expect(try await offer.views.value(on: db) == 0)
        try await tasks(40) { number in
            for step in 1...10 {
                try await Offer.views(offerID: id).add(step).run(on: db)
                if number % 4 == 0 { try await Offer.views(offerID: id).subtract(1).run(on: db) }
            }
        }
        #expect(try await offer.views.value(on: db, consistent: true) == 40 * 55 - 100)
        // Other records' are others.
        #expect(try await Offer.views(offerID: Generators.current.ulid()).value(on: db) == 0)
        // No record is seen that is none.
        #expect(try await Offer.scan().all(on: db).isEmpty)
        #expect(try await Spread.scan().count(on: db) == 0)
    }

    @Test("The writes are spread, each on one item; the sum is one request")
    func requests() async throws {
        let changes = Generators.$current.withValue(.fixed(now: Date(), seed: 3)) {
            (0..<200).map { _ in offer.views.add(1) }
        }
        let bodies = Set(changes.map { $0.explain().body })
        #expect(bodies.count == 8)
        #expect(bodies.allSatisfy { $0.contains("COUNTER#Offer#views#\(offer.offerID)#") })
        // What is built with the same seed is the same.
        #expect(Generators.$current.withValue(.fixed(now: Date(), seed: 3)) { offer.views.add(1) } == changes[0])
    }

    @Test("With faults, the sum is what was added, but for what nobody knows")
    func addingWithFaults() async throws {
        let base = try await Self.database()
        let plan = try FaultPlan(
            [
                FaultRule(.throttle(), operations: ["UpdateItem"], probability: 0.1),
                FaultRule(.connectionLost(isCarriedOut: true), operations: ["UpdateItem"], probability: 0.1),
                FaultRule(.connectionLost(isCarriedOut: false), operations: ["UpdateItem"], probability: 0.1),
            ], seed: 4)
        let db = Database(Self.faulty(base.executor, plan), tablesOf: base)
        let id = offer.offerID
        let known = Mutex(0)
        let unknown = Mutex(0)
        try await tasks(32) { _ in
            for _ in 0..<20 {
                do {
                    try await Offer.views(offerID: id).add(1).run(on: db)
                    known.withLock { $0 += 1 }
                } catch let error as DynamoDBError where error.isOutcomeUnknown {
                    unknown.withLock { $0 += 1 }
                } catch let error as DynamoDBError where error.isThrottling {
                }
            }
        }
        let value = try await offer.views.value(on: base, consistent: true)
        let (least, open) = (known.withLock { $0 }, unknown.withLock { $0 })
        #expect(open > 0)
        #expect(value > least && value < least + open)
    }

    private static func faulty(_ base: some DynamoDBExecutor, _ plan: FaultPlan) -> any DynamoDBExecutor {
        FaultyExecutor(base, FaultInjector(plan))
    }

    @Test("A reset is part of the transaction that deletes the record", arguments: TestExecutor.all)
    func reset(_ executor: TestExecutor) async throws {
        let db = try await Self.database(executor)
        try await Offer.put(offer).run(on: db)
        try await tasks(30) { [offer] _ in try await offer.views.add(1).run(on: db) }
        try await db.transact {
            Offer.remove(offerID: offer.offerID)
            offer.views.reset()
            offer.pieces.add(1)
        }
        #expect(try await offer.views.value(on: db, consistent: true) == 0)
        #expect(try await offer.pieces.value(on: db, consistent: true) == 1)
        try await offer.pieces.reset().run(on: db)
        #expect(try await offer.pieces.value(on: db, consistent: true) == 0)
    }

    // MARK: Stocks

    @Test("However many take at once, no more is taken than there was, and all of it", arguments: TestExecutor.all)
    func taking(_ executor: TestExecutor) async throws {
        let db = try await Self.database(executor)
        let id = offer.offerID
        try await offer.pieces.fill(101).run(on: db)
        let taken = Mutex(0)
        try await tasks(32) { number in
            for step in 0..<10 {
                let amount = 1 + (number + step) % 3
                do {
                    try await Offer.pieces(offerID: id).take(amount).run(on: db)
                    taken.withLock { $0 += amount }
                } catch let error as DynamoDBError where error.code == .notEnough {}
            }
        }
        // What was left for those who asked for more is there for one who takes less, in whatever shard it is.
        do {
            while true {
                try await offer.pieces.take(1).run(on: db)
                taken.withLock { $0 += 1 }
            }
        } catch let error as DynamoDBError where error.code == .notEnough {}
        #expect(taken.withLock { $0 } == 101)
        #expect(try await offer.pieces.value(on: db, consistent: true) == 0)
    }

    @Test("With faults, no shard is below zero, and only what nobody knows is missing")
    func takingWithFaults() async throws {
        let base = try await Self.database()
        let plan = try FaultPlan(
            [
                FaultRule(.throttle(), operations: ["UpdateItem", "BatchGetItem"], probability: 0.1),
                FaultRule(.transactionConflict(), operations: ["UpdateItem", "TransactWriteItems"], probability: 0.1),
                FaultRule(.connectionLost(isCarriedOut: true), operations: ["UpdateItem"], probability: 0.1),
                FaultRule(.connectionLost(isCarriedOut: false), operations: ["UpdateItem"], probability: 0.1),
            ], seed: 5)
        let db = Database(Self.faulty(base.executor, plan), tablesOf: base)
        let id = offer.offerID
        try await offer.pieces.fill(200).run(on: base)
        let taken = Mutex(0)
        let unknown = Mutex(0)
        try await tasks(32) { _ in
            for _ in 0..<10 {
                do {
                    try await Offer.pieces(offerID: id).take(2).run(on: db)
                    taken.withLock { $0 += 2 }
                } catch let error as DynamoDBError where error.isOutcomeUnknown {
                    unknown.withLock { $0 += 2 }
                } catch let error as DynamoDBError {
                    #expect(error.code == .notEnough || error.isRetryable)
                }
            }
        }
        let left = try await offer.pieces.value(on: base, consistent: true)
        let (known, open) = (taken.withLock { $0 }, unknown.withLock { $0 })
        #expect(left >= 0)
        #expect(left <= 200 - known && left >= 200 - known - open)
    }

    @Test("Looking first and subtracting then, as without a stock, sells what is not there")
    func withoutStock() async throws {
        let db = try await Self.database()
        let counter = offer.views
        try await counter.add(1).run(on: db)
        // Both look before either subtracts.
        let seen = [
            try await counter.value(on: db, consistent: true), try await counter.value(on: db, consistent: true),
        ]
        for value in seen where value >= 1 { try await counter.subtract(1).run(on: db) }
        #expect(try await counter.value(on: db, consistent: true) == -1)
    }

    @Test("What no shard has alone is taken from several together, or not at all")
    func severalShards() async throws {
        let db = try await Self.database()
        try await offer.pieces.fill(10).run(on: db)
        try await offer.pieces.take(7).run(on: db)
        #expect(try await offer.pieces.value(on: db, consistent: true) == 3)
        await #expect {
            try await offer.pieces.take(4).run(on: db)
        } throws: { error in
            guard let error = error as? DynamoDBError else { return false }
            return error.code == .notEnough && error.message.contains("3 are left, and 4 were to be taken")
        }
        #expect(try await offer.pieces.value(on: db, consistent: true) == 3)
        try await offer.pieces.take(3).run(on: db)
        try await offer.pieces.take(0).run(on: db)
        #expect(try await offer.pieces.value(on: db, consistent: true) == 0)
    }

    @Test("In a transaction a take is one action, which fails with all others where its shard has not enough")
    func transaction() async throws {
        let db = try await Self.database()
        // All in one shard, so that most others have nothing.
        try await offer.pieces.add(2).run(on: db)
        for _ in 0..<2 {
            let take = try await offer.pieces.take(1).located(on: db)
            try await db.transact {
                take
                offer.views.add(1)
            }
        }
        #expect(try await offer.pieces.value(on: db, consistent: true) == 0)
        await #expect { try await offer.pieces.take(1).located(on: db) } throws: {
            ($0 as? DynamoDBError)?.code == .notEnough
        }
        await #expect {
            try await db.transact {
                offer.pieces.take(1)
                offer.views.add(1)
            }
        } throws: { error in
            let reasons = (error as? DynamoDBError)?.cancellationReasons ?? []
            return reasons.first?.failure == .conditionalCheckFailed && reasons.first?.action == "Offer.pieces"
        }
        #expect(try await offer.views.value(on: db, consistent: true) == 2)
    }

    @Test("Less than nothing is neither added to a stock nor taken")
    func negative() async throws {
        let db = try await Self.database()
        for change in [offer.pieces.add(-1), offer.pieces.add(.min)] {
            await #expect { try await change.run(on: db) } throws: { ($0 as? DynamoDBError)?.code == .invalidValue }
        }
        await #expect { try await offer.pieces.take(-1).run(on: db) } throws: {
            ($0 as? DynamoDBError)?.code == .invalidValue
        }
        await #expect { try await offer.pieces.fill(-1).run(on: db) } throws: {
            ($0 as? DynamoDBError)?.code == .invalidValue
        }
        #expect(try await offer.pieces.value(on: db, consistent: true) == 0)
    }

    // MARK: In the record

    @Test("A number with a range is never below it, however many subtract; one without is", arguments: TestExecutor.all)
    func range(_ executor: TestExecutor) async throws {
        let db = try await Self.database(executor)
        var draft = Offer.Draft(category: "a", title: "b", priceCents: 1, listedAt: offer.listedAt)
        draft.quantity = 20
        let offer = try await Offer.create(draft).run(on: db)
        let visit = try await PageView.create(.init(page: "home", at: offer.listedAt, seconds: 20)).run(on: db)
        let sold = Mutex(0)
        try await tasks(50) { _ in
            do {
                try await offer.patch { $0.quantity.subtract(1) }.run(on: db)
                sold.withLock { $0 += 1 }
            } catch let error as DynamoDBError where error.code == .conditionalCheckFailed {}
            try await visit.patch { $0.clicks.subtract(1) }.run(on: db)
        }
        #expect(sold.withLock { $0 } == 20)
        #expect(try await Offer.get(offerID: offer.offerID).run(on: db)?.quantity == 0)
        #expect(try await PageView.get(viewID: visit.viewID).run(on: db)?.clicks == -50)
    }
}
