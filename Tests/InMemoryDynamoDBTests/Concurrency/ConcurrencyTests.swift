import Entities
import InMemoryDynamoDB
import Testing

@Suite("Many tasks at once")
struct ConcurrencyTests {
    static let key: EncodedItem = ["pk": "a", "sk": "1"]

    @Test func noIncrementIsLost() async throws {
        let db = try await TestDatabase.withTable(.values)
        try await withThrowingTaskGroup(of: Void.self) { group in
            for _ in 0..<16 {
                group.addTask {
                    for _ in 0..<50 {
                        try await db.update(Self.key, .init(add: [.init(AttributePath("n"), .value(1))]))
                    }
                }
            }
            try await group.waitForAll()
        }
        #expect(try await db.get(Self.key)?["n"] == 800)
    }

    @Test func conditionalWritesSucceedOncePerVersion() async throws {
        let db = try await TestDatabase.withTable(.values)
        try await db.put(["pk": "a", "sk": "1", "version": 0])
        let successes = try await withThrowingTaskGroup(of: Int.self) { group in
            for _ in 0..<16 {
                group.addTask {
                    var successes = 0
                    for version in 0..<20 {
                        do {
                            try await db.put(
                                ["pk": "a", "sk": "1", "version": .number(Number(version + 1))],
                                if: .compare(.name("version"), .equal, .value(.number(Number(version)))))
                            successes += 1
                        } catch let error as DynamoDBError where error.code == .conditionalCheckFailed {
                            continue
                        }
                    }
                    return successes
                }
            }
            return try await group.reduce(0, +)
        }
        guard case .number(let version)? = try await db.get(Self.key)?["version"] else {
            Issue.record("no version")
            return
        }
        // Each version was left by exactly one write.
        #expect(Int(exactly: version) == successes)
        #expect(successes > 0)
    }

    @Test func transactionsConserveTheTotalOverTwoTables() async throws {
        let db = try await TestDatabase.withTable(.values, sort: nil)
        try await db.createTable("other", sort: nil)
        let tables = ["tbl", "other"]
        for table in tables {
            for account in 0..<4 { try await db.put(["pk": .string("\(account)"), "n": 100], on: table) }
        }
        @Sendable func change(_ account: Int, _ table: String, by amount: Int) -> TransactWriteItemsRequest.Action {
            var request = UpdateItemRequest(
                tableName: table, key: ["pk": .string("\(account)")],
                update: .init(add: [.init(AttributePath("n"), .value(.number(Number(amount))))]))
            request.condition = .compare(.name("n"), .greaterOrEqual, .value(.number(Number(-amount))))
            return .update(request)
        }
        try await withThrowingTaskGroup(of: Void.self) { group in
            for task in 0..<8 {
                group.addTask {
                    var random = SplitMix64(seed: UInt64(task))
                    for _ in 0..<60 {
                        let from = Int.random(in: 0..<4, using: &random)
                        let to = Int.random(in: 0..<4, using: &random)
                        let amount = Int.random(in: 1...40, using: &random)
                        do {
                            try await db.transact(
                                change(from, tables[task % 2], by: -amount),
                                change(to, tables[1 - task % 2], by: amount))
                        } catch let error as DynamoDBError where error.code == .transactionCanceled {
                            continue
                        }
                    }
                }
            }
            // Whoever looks meanwhile sees no transaction half done.
            group.addTask {
                let gets = TransactGetItemsRequest(
                    gets: tables.flatMap { table in
                        (0..<4).map { .init(tableName: table, key: ["pk": .string("\($0)")]) }
                    })
                for _ in 0..<100 {
                    let output = try await db.engine.execute(PlainOperation(gets))
                    #expect(Self.total(output.items) == 800)
                }
            }
            try await group.waitForAll()
        }
        let items = try await db.scan().items + db.scan(on: "other").items
        #expect(Self.total(items) == 800)
    }

    private static func total(_ items: [EncodedItem?]) -> Int {
        items.reduce(0) { sum, item in
            guard case .number(let number)? = item?["n"] else { return sum }
            return sum + (Int(exactly: number) ?? 0)
        }
    }
}
