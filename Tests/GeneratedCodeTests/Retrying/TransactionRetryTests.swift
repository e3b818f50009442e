import Entities
import GeneratedModel
import TestExecutors
import Testing

@Suite("Transactions again")
struct TransactionRetryTests {
    /// What an article has, as its title.
    private func balance(_ article: Article) -> Int { Int(article.title) ?? 0 }

    @Test(
        "Many tasks move from one record to another, and nothing is made or lost",
        arguments: TestExecutor.sample([1, 2] as [UInt64]))
    func transfers(_ seed: UInt64) async throws {
        let articles = try await Articles()
        var keys: [Article.Key] = []
        for number in 0..<4 { keys.append(try await articles.create("s\(number)", title: "100").key) }
        let (all, (db, injector)) = (keys, articles.db.faulty(try .refusals(seed: seed)))
        try await withThrowingTaskGroup { group in
            for task in 0..<12 {
                group.addTask {
                    for step in 0..<10 {
                        let gets = [Article.get(all[(task + step) % 4]), Article.get(all[(task + step + 1) % 4])]
                        try await db.withRetry(attempts: 10_000) {
                            let records = try await db.transactGet(gets)
                            let (from, to) = (try #require(records[0]), try #require(records[1]))
                            try await db.transact {
                                from.patch { $0.title.set(String(balance(from) - step)) }
                                to.patch { $0.title.set(String(balance(to) + step)) }
                            }
                        }
                    }
                }
            }
            try await group.waitForAll()
        }
        #expect(injector.injected > 0)
        let records = try await db.withRetry(attempts: 100) { try await db.transactGet(all.map { Article.get($0) }) }
        #expect(records.compactMap { $0 }.map(balance).reduce(0, +) == 400)
        #expect(records.compactMap { $0?.revision }.reduce(0, +) == 4 + 240)
    }

    @Test("What another error says is not tried again, nor what may have been carried out")
    func notAgain() async throws {
        let articles = try await Articles()
        let article = try await articles.create("s")
        var calls = 0
        await #expect(throws: CancellationError.self) {
            try await articles.db.withRetry {
                calls += 1
                throw CancellationError()
            }
        }
        let (db, _) = articles.db.faulty(try FaultPlan([FaultRule(.timeOut(isCarriedOut: true))]))
        await #expect(throws: DynamoDBError.self) {
            try await db.withRetry {
                calls += 1
                try await db.transact { Article.patch(article.key) { $0.views.add(1) } }
            }
        }
        #expect(calls == 2)
        #expect(try await Article.get(article.key).run(on: articles.db)?.views == 1)
    }

    @Test(
        "With its token a transaction is sent until it is known to be done, and is done once",
        .enabled(if: !TestServer.isMoto, "moto does not keep client tokens"))
    func token() async throws {
        let articles = try await Articles()
        let article = try await articles.create("s")
        let (db, injector) = articles.db.faulty(try .everything(seed: 5))
        try await withThrowingTaskGroup { group in
            for _ in 0..<8 {
                group.addTask {
                    for _ in 0..<25 {
                        try await db.transact(attempts: 1_000) { Article.patch(article.key) { $0.views.add(1) } }
                    }
                }
            }
            try await group.waitForAll()
        }
        #expect(injector.counts[2].injected > 5)
        #expect(try await Article.get(article.key).run(on: articles.db)?.views == 200)
    }

    @Test("An answer that was lost is not forgotten over what refuses the next attempt")
    func lost() async throws {
        let articles = try await Articles()
        let article = try await articles.create("s")
        let (db, _) = articles.db.faulty(
            try FaultPlan([FaultRule(.timeOut(isCarriedOut: true), requests: 1...1), FaultRule(.throttle())]))
        let error = await #expect(throws: DynamoDBError.self) {
            try await db.transact(attempts: 3) { Article.patch(article.key) { $0.views.add(1) } }
        }
        #expect(error?.code == .provisionedThroughputExceeded)
        #expect(error?.isOutcomeUnknown == true)
        let failed = await #expect(throws: DynamoDBError.self) {
            try await articles.db.transact(attempts: 3) {
                Article.patch(article.key) { $0.views.add(1) }.if { $0.views > 5 }
            }
        }
        #expect(failed?.code == .transactionCanceled)
    }
}
