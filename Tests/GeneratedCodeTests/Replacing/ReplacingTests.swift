import Entities
import Foundation
import GeneratedModel
import TestExecutors
import Testing

@Suite("Records changed as a whole")
struct ReplacingTests {
    private func database(_ executor: TestExecutor) async throws -> Database {
        let db = try executor.database(Press.table)
        try await db.createTables()
        return db
    }

    private func article(_ slug: String, on db: Database) async throws -> Article {
        try await Article.create(.init(tenantID: "acme", authorID: "ada", slug: slug, title: "T")).run(on: db)
    }

    @Test(
        "All of the record is written, with its index keys, unique value, version and time", arguments: TestExecutor.all
    )
    func whole(_ executor: TestExecutor) async throws {
        let db = try await database(executor)
        let article = try await article("old", on: db)
        let later = article.updatedAt.addingTimeInterval(60)
        let replace = Generators.$current.withValue(.fixed(now: later)) {
            article.replacing {
                $0.slug = "new"
                $0.title = "Other"
                $0.status = .inReview
                $0.publishedAt = Date(timeIntervalSince1970: 0.123_456)
                $0.tags.insert("a")
                $0.body = "text"
            }
        }
        let written = try await replace.run(on: db)
        #expect(written == replace.record)
        #expect(written.revision == 2)
        #expect(written.updatedAt == later)
        #expect(written.publishedAt == Date(timeIntervalSince1970: 0.123))
        #expect(try await Article.get(article.key).consistent().run(on: db) == written)
        #expect(try await Article.bySlug(tenantID: "acme", slug: "new").all(on: db) == [written])
        #expect(try await Article.bySlug(tenantID: "acme", slug: "old").all(on: db) == [])
        #expect(try await Article.reviews(tenantID: "acme").all(on: db) == [written])

        // The old value is free again, and the new one is not.
        _ = try await self.article("old", on: db)
        let taken = await #expect(throws: DynamoDBError.self) { try await self.article("new", on: db) }
        #expect(taken?.attribute == "slug")
        let without = try await written.replacing {
            $0.body = nil
            $0.status = .draft
        }.run(on: db)
        #expect(try await Article.get(article.key).consistent().run(on: db) == without)
        #expect(try await Article.reviews(tenantID: "acme").all(on: db) == [])
    }

    @Test("Only in place of the version that was read", arguments: TestExecutor.all)
    func versions(_ executor: TestExecutor) async throws {
        let db = try await database(executor)
        let article = try await article("s", on: db)
        let faster = try await article.patch { $0.views.add(1) }.run(on: db)
        #expect(try await article.replacing { $0.title = "late" }.attempt(on: db) == .rejected(faster))
        let moved = await #expect(throws: DynamoDBError.self) {
            try await article.replacing { $0.slug = "other" }.run(on: db)
        }
        #expect(moved?.code == .versionConflict)
        #expect(try await faster.replacing { $0.title = "New" }.returningOld().run(on: db) == faster)
        let refused = await #expect(throws: DynamoDBError.self) {
            try await article.replacing { $0.title = "New" }.if { $0.views > 1 }.run(on: db)
        }
        #expect(refused?.item != nil)
        let last = try await Article.get(article.key).withRetry(on: db) { $0.replacing { $0.views += 1 } }
        #expect(last.views == 2)
        try await last.remove().run(on: db)
        #expect(try await last.replacing { $0.title = "New" }.attempt(on: db) == .rejected(nil))
    }

    @Test("What never changes cannot be changed, rules hold, and nothing is sent then")
    func refused() async throws {
        let db = try await database(.standard)
        let article = try await article("s", on: db)
        func problem(_ change: (inout Article) -> Void) async -> String {
            let error = await #expect(throws: DynamoDBError.self) { try await article.replacing(change).run(on: db) }
            #expect(error?.code == .invalidValue)
            return error?.message ?? ""
        }
        #expect(await problem { $0.createdAt = .distantPast }.contains("createdAt is set when the item is created"))
        #expect(await problem { $0.articleID = Generators.current.ulid() }.contains("key cannot change"))
        #expect(await problem { $0.title = "" }.contains("title"))
        // Version and time are the library's own affair.
        let written = try await article.replacing {
            $0.revision = 70
            $0.updatedAt = .distantPast
        }.run(on: db)
        #expect(written.revision == 2)
        #expect(written.updatedAt >= article.updatedAt)
    }

    @Test("A record that the program changed before is no proof of what is stored")
    func changedBefore() async throws {
        let db = try await database(.standard)
        let article = try await article("mine", on: db)
        let other = try await self.article("other", on: db)
        var copy = article
        copy.slug = "other"
        // The claim of the other article would be given back.
        let stolen = await #expect(throws: DynamoDBError.self) {
            try await copy.replacing { $0.slug = "third" }.run(on: db)
        }
        #expect(stolen?.code == .conditionalCheckFailed)
        // The value would be set without a claim.
        await #expect(throws: DynamoDBError.self) { try await copy.replacing { $0.title = "New" }.run(on: db) }
        var older = article
        older.createdAt = .distantPast
        await #expect(throws: DynamoDBError.self) { try await older.replacing { $0.title = "New" }.run(on: db) }
        #expect(try await Article.get(article.key).run(on: db) == article)
        #expect(try await Article.get(other.key).run(on: db) == other)
    }

    @Test("One request where no unique value moves, and a transaction where one does")
    func explained() async throws {
        let article = Article(.init(tenantID: "acme", authorID: "ada", slug: "s", title: "T"))
        #expect(article.replacing { $0.title = "New" }.explain().operation == "PutItem")
        let moving = article.replacing { $0.slug = "new" }.explain()
        #expect(moving.operation == "TransactWriteItems")
        #expect(moving.body.contains("UNIQUE#Article#slug#acme#new"))
        #expect(moving.body.contains("UNIQUE#Article#slug#acme#s"))
    }

    @Test("In a transaction with others", arguments: TestExecutor.all)
    func transactions(_ executor: TestExecutor) async throws {
        let db = try await database(executor)
        let (one, two) = (try await article("one", on: db), try await article("two", on: db))
        try await db.transact {
            one.replacing { $0.title = "1" }
            two.replacing { $0.title = "2" }
        }
        guard
            case .canceled(let reasons) = try await db.attemptTransact({
                one.replacing { $0.title = "late" }
                two.replacing { $0.slug = "one" }
            })
        else {
            Issue.record("both are another version by now")
            return
        }
        #expect(reasons.map(\.failure) == [.versionConflict, .versionConflict])
        #expect(try reasons[0].record(as: Article.self)?.title == "1")
    }
}
