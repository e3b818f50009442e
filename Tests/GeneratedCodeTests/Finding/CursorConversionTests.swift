import Entities
import Foundation
import GeneratedModel
import TestExecutors
import Testing

/// Cursors made of records and keys, and taken apart again.
@Suite("Cursors of records")
struct CursorConversionTests {
    private func database(isSealed: Bool) async throws -> (db: Database, articles: [Article]) {
        let keys = isSealed ? try CursorKeys(current: [UInt8](repeating: 7, count: 32)) : nil
        let db = try TestExecutor.standard.database(Press.table, cursorKeys: keys)
        try await db.createTables()
        var articles: [Article] = []
        for number in 0..<5 {
            let draft = Article.Draft(
                tenantID: "acme", authorID: "ada", slug: "s\(number)", title: "\(number)",
                publishedAt: number == 4 ? nil : Date(timeIntervalSince1970: Double(number)))
            articles.append(try await Article.create(draft).run(on: db))
        }
        return (db, articles)
    }

    @Test(
        "A query goes on after a record as after the page that ended with it",
        .enabled(if: !TestServer.isMoto, "moto has no LastEvaluatedKey where the last page is as long as its limit"),
        arguments: [false, true])
    func afterRecord(isSealed: Bool) async throws {
        let (db, articles) = try await database(isSealed: isSealed)
        let query = Article.published(tenantID: "acme")
        let cursor = try query.cursor(after: articles[1], on: db)
        #expect(try await query.page(limit: 2, on: db).cursor == cursor)
        #expect(try await query.page(from: cursor, on: db).items == Array(articles[2..<4]))
        #expect(try query.key(of: cursor, on: db) == articles[1].key)
        #expect(try query.startKey(of: cursor, on: db).attributes.keys.sorted() == ["gsi2pk", "gsi2sk", "pk", "sk"])

        let lookup = Article.bySlug(tenantID: "acme", slug: "s1")
        #expect(
            try await lookup.page(limit: 1, on: db).cursor.map { try lookup.key(of: $0, on: db) } == articles[1].key)
        #expect(try lookup.key(of: lookup.cursor(after: articles[1], on: db), on: db) == articles[1].key)
    }

    @Test("A request on the table goes on after a key")
    func afterKey() async throws {
        let (db, articles) = try await database(isSealed: false)
        let table = Article.article(tenantID: "acme")
        let cursor = try table.cursor(after: articles[2].key, on: db)
        #expect(try await table.page(from: cursor, on: db).items == Array(articles[3...]))
        let published = Article.published(tenantID: "acme")
        let error = #expect(throws: DynamoDBError.self) { try published.cursor(after: articles[2].key, on: db) }
        #expect(error?.code == .invalidCursor)
    }

    @Test("A cursor belongs to its request, and a record to the index that it is in")
    func foreign() async throws {
        let (db, articles) = try await database(isSealed: false)
        let query = Article.published(tenantID: "acme")
        let cursor = try query.cursor(after: articles[0], on: db)
        #expect(query.owns(cursor, on: db))
        #expect(!query.descending().owns(cursor, on: db))
        #expect(!query.owns(Cursor("nonsense"), on: db))
        #expect(throws: DynamoDBError.self) { try query.descending().key(of: cursor, on: db) }
        // Without a date it is not in the index.
        #expect(throws: DynamoDBError.self) { try query.cursor(after: articles[4], on: db) }
    }
}
