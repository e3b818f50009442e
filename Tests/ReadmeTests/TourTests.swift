// swift-format-ignore-file
// The README shows these lines, aligned as they are.

import Entities
import Foundation
import HTTPDynamoDB
import InMemoryDynamoDB
import ReadmeModel
import TestExecutors
import Testing

/// The code of the README's tour. Each block between `// tour: name` and `// end` stands in the README word for word, which
/// `ReadmeTests` checks, so the tour compiles and does what it says.
@Suite("The README's tour")
struct TourTests {
    @Test("begins with an empty table", .enabled(if: TestServer.current == nil, "it names its own engine"))
    func start() async throws {
        // tour: start
        let db = Database(InMemoryDynamoDB(), table: Blog.table)
        try await db.createTables()
        // end
        #expect(try await Article.scan().all(on: db) == [])
    }

    @Test("creates, reads, queries and changes articles")
    func tour() async throws {
        let db = try TestExecutor.standard.database(Blog.table)
        try await db.createTables()
        // tour: create
        let article = try await Article.create(
            .init(siteID: "acme", authorID: "ada", slug: "hello", title: "Hello", tags: ["swift"])
        ).run(on: db)
        // end
        #expect(article.status == .draft)
        #expect(article.revision == 1)

        // tour: read
        let found = try await Article.get(siteID: "acme", articleID: article.articleID).run(on: db)   // Article?
        let bySlug = try await Article.bySlug(siteID: "acme", slug: "hello").first(on: db)            // Article?
        // end
        #expect(found == article)
        #expect(bySlug == article)

        let now = Date()
        // tour: update
        let published = try await article.patch {                  // only if nobody has changed it since it was read
            $0.title.set("Hello again")
            $0.views.add(1)
            $0.tags.insert("dynamodb")
            $0.set(status: .published, publishedAt: now)           // both are part of one key, so they change together
        }.run(on: db)
        // end
        #expect(published.title == "Hello again")
        #expect(published.views == 1)
        #expect(published.tags == ["swift", "dynamodb"])
        #expect(published.revision == 2)

        let lastMonth = now.addingTimeInterval(-30 * 86_400)
        // tour: query
        let latest = try await Article.published(siteID: "acme", publishedAt: lastMonth...)
            .where { $0.tags.contains("swift") && $0.views >= 1 }
            .descending()
            .page(limit: 20, on: db)                               // .items, and .cursor for the next page

        for try await draft in Article.byAuthor(authorID: "ada", status: .published).stream(on: db) {
            print(draft.title)
        }
        // end
        #expect(latest.items == [published])
        #expect(latest.cursor == nil)

        // tour: conflict
        do {
            try await article.patch { $0.title.set("Too late") }.run(on: db)        // `article` is revision 1, stored is 2
        } catch let error as DynamoDBError where error.code == .versionConflict {
            let current = try error.item?.decode(as: Article.self)
            print("someone was faster: \(current?.title ?? "")")
        }
        // end
        await #expect(throws: DynamoDBError.self) {
            try await article.patch { $0.title.set("Too late") }.run(on: db)
        }

        // tour: transaction
        try await db.transact {
            Author.create(.init(authorID: "ada", name: "Ada Lovelace"))
            Article.create(.init(siteID: "acme", authorID: "ada", slug: "notes", status: .published, title: "Notes", publishedAt: now))
        }
        let (author, first) = try await db.transactGet(
            Author.get(authorID: "ada"), Article.get(siteID: "acme", articleID: article.articleID))
        let everything = try await Blog.authored(authorID: "ada").all(on: db)       // .articles, .authors: one partition, one query
        // end
        #expect(author?.name == "Ada Lovelace")
        #expect(first == published)
        #expect(everything.articles.count == 2)
        #expect(everything.authors.count == 1)

        // tour: explain
        print(Article.published(siteID: "acme", publishedAt: lastMonth...).explain())
        // end
    }

    @Test("names the tables of the real one, which is not asked before the first request")
    func overHTTP() {
        // tour: http
        let db = Database(HTTPDynamoDB(region: "eu-central-1"), table: Blog.table)
        // end
        #expect(db.allTables == [Blog.table])
    }

    @Test("says what each failed action of a transaction means")
    func cancellation() async throws {
        let db = try TestExecutor.standard.database(Blog.table)
        try await db.createTables()
        let article = try await Article.create(.init(siteID: "acme", authorID: "ada", slug: "a", title: "A")).run(on: db)
        _ = try await article.patch { $0.title.set("B") }.run(on: db)
        do {
            try await db.transact {
                Article.create(.init(siteID: "acme", authorID: "ada", slug: "a", title: "Again"))
                article.patch { $0.title.set("C") }
                Author.check(authorID: "ada") { $0.name.exists }
            }
            Issue.record("the transaction was not cancelled")
        } catch let error as DynamoDBError where error.code == .transactionCanceled {
            let reasons = error.cancellationReasons.filter(\.isFailure)
            #expect(reasons.map(\.failure) == [.notUnique, .versionConflict, .conditionalCheckFailed])
            #expect(reasons.map(\.write) == [0, 1, 2])
            #expect(reasons.map(\.action) == ["Article.slug", "Article.patch", "Author.check"])
            #expect(try reasons[1].item?.decode(as: Article.self).title == "B")
        }
    }
}
