import Entities
import Foundation
import GeneratedModel
import TestExecutors
import Testing

/// Many tasks at once after the same expired thing.
@Suite("Expired records under concurrency")
struct ExpiryConcurrencyTests {
    /// Runs 64 tasks at once.
    /// - Returns: how many of them succeeded.
    private func winners(_ body: @escaping @Sendable (Int) async throws -> Void) async throws -> Int {
        try await withThrowingTaskGroup(of: Bool.self) { group in
            for number in 0..<64 {
                group.addTask {
                    do {
                        try await body(number)
                        return true
                    } catch let error as DynamoDBError
                        where [.conditionalCheckFailed, .notUnique, .transactionCanceled].contains(error.code)
                        || error.isOutcomeUnknown
                    {
                        return false
                    }
                }
            }
            return try await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }
    }

    @Test("One of 64 takes the place of an expired record")
    func create() async throws {
        let theater = try await TheaterFixture()
        try await theater.run { () async throws in
            try await theater.login("a", until: 10)
            theater.clock.advance(by: 10)
            #expect(try await winners { try await theater.login("a", token: "t\($0)", until: 20) } == 1)
            // Its claim, and that of the expired one, which goes by itself.
            #expect(try await theater.items().count == 3)
        }
    }

    @Test("Without the condition all of them would take it")
    func withoutCondition() async throws {
        let theater = try await TheaterFixture()
        let db = theater.db
        try await theater.run { () async throws in
            try await theater.login("a", until: 10)
            theater.clock.advance(by: 10)
            let found = try await Login.get(memberID: "ada", loginID: "a").run(on: db)
            #expect(found == nil)
            // What a program does that reads, finds nothing, and writes.
            let count = try await winners { number in
                try await db.putRaw(try EncodedItem(Login(theater.draft("a", token: "t\(number)", until: 20))))
            }
            #expect(count == 64)
        }
    }

    @Test(
        "One of 64 gets an expired unique value, also when answers are lost", arguments: TestExecutor.sample([0, 1, 2]))
    func claim(_ seed: UInt64) async throws {
        let theater = try await TheaterFixture()
        let plan = try FaultPlan(
            [
                FaultRule(.connectionLost(isCarriedOut: true), operations: ["TransactWriteItems"], probability: 0.3),
                FaultRule(.transactionConflict(), operations: ["TransactWriteItems"], probability: 0.3),
            ], seed: seed)
        let faulty = theater.db.faulty(plan).db
        try await theater.run { () async throws in
            try await theater.login("a", token: "x", until: 10)
            for round in 1...5 {
                theater.clock.advance(by: 10)
                let before = try await Login.scan().all(on: theater.db)
                #expect(before.isEmpty)
                _ = try await winners { number in
                    let draft = theater.draft("\(round)-\(number)", token: "x", until: (round + 1) * 10)
                    try await Login.create(draft).run(on: faulty)
                }
                // With a lost answer nobody knows who, but there is one at the most.
                let holders = try await Login.byToken(token: "x").all(on: theater.db)
                #expect(holders.count <= 1)
                let alive = try await Login.scan().all(on: theater.db)
                #expect(alive == holders)
            }
        }
    }

    @Test("Of those who extend a life and those who wait for its end, never two have the value")
    func renewal() async throws {
        let theater = try await TheaterFixture()
        let db = theater.db
        try await theater.run { () async throws in
            try await theater.login("a", token: "x", until: 10)
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask {
                    for _ in 0..<60 { theater.clock.advance(by: 1) }
                }
                for number in 0..<32 {
                    group.addTask {
                        for step in 0..<4 {
                            let end = TheaterFixture.opening + 10 + step * 5
                            // Whoever is there has the value alone, at any time.
                            let alive = try await Login.scan().all(on: db)
                            #expect(alive.count <= 1)
                            let holder = alive.first
                            do {
                                if let holder {
                                    try await holder.patch {
                                        $0.set(token: "x", expiresAt: end, replacing: "x")
                                    }.run(on: db)
                                } else {
                                    let draft = theater.draft("\(number)-\(step)", token: "x", until: 10 + step * 5)
                                    try await Login.create(draft).run(on: db)
                                }
                            } catch let error as DynamoDBError
                                where [.conditionalCheckFailed, .notUnique].contains(error.code)
                            {}
                        }
                    }
                }
                try await group.waitForAll()
            }
        }
    }
}
