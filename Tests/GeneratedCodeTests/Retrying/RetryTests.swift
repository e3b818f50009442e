import Entities
import GeneratedModel
import Synchronization
import TestExecutors
import Testing

@Suite("Reading, changing and writing again")
struct RetryTests {
    @Test(
        "No change of many tasks is lost, whatever refuses their writes",
        arguments: TestExecutor.sample([1, 2] as [UInt64]))
    func manyTasks(_ seed: UInt64) async throws {
        let articles = try await Articles()
        let article = try await articles.create("s")
        let (db, injector) = articles.db.faulty(try .refusals(seed: seed))
        try await withThrowingTaskGroup { group in
            for _ in 0..<16 {
                group.addTask {
                    for _ in 0..<10 {
                        try await Article.get(article.key).withRetry(on: db, attempts: 10_000) { article in
                            await Task.yield()
                            return article.patch { $0.title.set(Self.next(article.title)) }
                        }
                    }
                }
            }
            try await group.waitForAll()
        }
        #expect(injector.injected > 0)
        #expect(try await Article.get(article.key).run(on: articles.db)?.title == "160")
    }

    @Test("Without the version, the slower of two writes takes back the faster one's")
    func withoutVersion() async throws {
        let articles = try await Articles()
        let key = try await articles.create("s").key
        let first = try #require(try await Article.get(key).run(on: articles.db))
        let second = try #require(try await Article.get(key).run(on: articles.db))
        for article in [first, second] {
            try await Article.patch(key) { $0.title.set(Self.next(article.title)) }.run(on: articles.db)
        }
        #expect(try await Article.get(key).run(on: articles.db)?.title == "1")
    }

    @Test("A conflict brings the record that is stored: nothing is read twice")
    func readOnce() async throws {
        let articles = try await Articles()
        let article = try await articles.create("s")
        let (db, injector) = articles.db.faulty(try FaultPlan([FaultRule(.delay(.zero), operations: ["GetItem"])]))
        var seen: [String] = []
        let written = try await Article.get(article.key).withRetry(on: db) { found in
            seen.append(found.title)
            // Someone else is faster, twice.
            if seen.count < 3 {
                try await Article.patch(found.key) { $0.title.set(Self.next(found.title)) }.run(on: articles.db)
            }
            return found.patch { $0.title.set(found.title + "!") }
        }
        #expect(seen == ["0", "1", "2"])
        #expect(written.title == "2!")
        #expect(written.revision == 4)
        #expect(injector.counts.map(\.matched) == [1])
    }

    @Test("It waits between attempts, and tells the last conflict when there are no more")
    func attempts() async throws {
        let pauses = Mutex(0)
        let articles = try await Articles(backoff: Backoff { _ in pauses.withLock { $0 += 1 } })
        let (article, db) = (try await articles.create("s"), articles.db)
        pauses.withLock { $0 = 0 }
        let error = await #expect(throws: DynamoDBError.self) {
            try await Article.get(article.key).withRetry(on: db, attempts: 3) { found in
                try await Article.patch(found.key) { $0.views.add(1) }.run(on: db)
                return found.remove()
            }
        }
        #expect(error?.code == .versionConflict)
        #expect(try error?.item?.decode(as: Article.self).views == 3)
        #expect(pauses.withLock { $0 } == 2)
        let none = await #expect(throws: DynamoDBError.self) {
            try await Article.get(article.key).withRetry(on: db, attempts: 0) { $0.remove() }
        }
        #expect(none?.code == .invalidRequest)
    }

    @Test("Where there is no record, that is an error, or what the caller says")
    func missing() async throws {
        let articles = try await Articles()
        let draft = Article.Draft(tenantID: "acme", authorID: "ada", slug: "s", title: "0")
        let get = Article.get(Article(draft).key)
        let error = await #expect(throws: DynamoDBError.self) {
            try await get.withRetry(on: articles.db) { $0.patch { $0.views.add(1) } }
        }
        #expect(error?.code == .conditionalCheckFailed)
        #expect(error?.item == nil)

        let key = draft.articleID ?? get.key.articleID
        var known = draft
        known.articleID = key
        let whole = known
        for title in ["0", "1", "2"] {
            let article = try await Article.get(tenantID: "acme", articleID: key).withRetry(on: articles.db) {
                article in
                article.patch { $0.title.set(Self.next(article.title)) }
            } whenMissing: {
                Article.create(whole)
            }
            #expect(article.title == title)
        }
    }

    @Test("A record that comes or goes in between is changed, or created")
    func comesAndGoes() async throws {
        let articles = try await Articles()
        var draft = Article.Draft(tenantID: "acme", authorID: "ada", slug: "s", title: "0")
        draft.articleID = Article(draft).articleID
        let whole = draft
        let get = Article.get(Article(draft).key)
        let created = try await get.withRetry(on: articles.db) { article in
            article.patch { $0.title.set("changed") }
        } whenMissing: {
            try await Article.create(whole).run(on: articles.db)
            return Article.create(whole)
        }
        #expect(created.title == "changed")
        let removed = try await get.withRetry(on: articles.db) { article in
            try await article.remove().run(on: articles.db)
            return article.patch { $0.title.set("too late") }
        } whenMissing: {
            Article.create(whole)
        }
        #expect(removed.title == "0")
    }

    @Test("A condition of the caller's own is not tried again, and neither is a write whose answer was lost")
    func notAgain() async throws {
        let articles = try await Articles()
        let article = try await articles.create("s")
        var calls = 0
        let refused = await #expect(throws: DynamoDBError.self) {
            try await Article.get(article.key).withRetry(on: articles.db) { found in
                calls += 1
                return found.patch { $0.views.add(1) }.if { $0.views > 5 }
            }
        }
        #expect(refused?.code == .conditionalCheckFailed)
        #expect(calls == 1)

        let (db, _) = articles.db.faulty(
            try FaultPlan([FaultRule(.connectionLost(isCarriedOut: true), operations: ["UpdateItem"])]))
        let lost = await #expect(throws: DynamoDBError.self) {
            try await Article.get(article.key).withRetry(on: db) { $0.patch { $0.views.add(1) } }
        }
        #expect(lost?.isOutcomeUnknown == true)
        #expect(try await Article.get(article.key).run(on: articles.db)?.views == 1)
    }

    private static func next(_ title: String) -> String { String((Int(title) ?? 0) + 1) }
}
