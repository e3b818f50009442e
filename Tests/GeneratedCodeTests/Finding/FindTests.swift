import Entities
import FixtureTypes
import Foundation
import GeneratedModel
import TestExecutors
import Testing

/// Records found by whatever attributes are at hand.
@Suite("Find and match")
struct FindTests {
    private let day = Date(timeIntervalSince1970: 1_763_640_000)

    private func articles(_ executor: TestExecutor = .standard) async throws -> (Database, [Article]) {
        let db = try executor.database(Press.table)
        try await db.createTables()
        var articles: [Article] = []
        for number in 0..<6 {
            let draft = Article.Draft(
                tenantID: number < 4 ? "acme" : "other", authorID: number.isMultiple(of: 2) ? "ada" : "bob",
                slug: "s\(number)", status: number < 3 ? .published : .draft, region: number < 2 ? "eu" : nil,
                category: "news", title: "T\(number % 2)",
                publishedAt: number < 3 ? day.addingTimeInterval(Double(number)) : nil)
            articles.append(try await Article.create(draft).run(on: db))
        }
        return (db, articles)
    }

    struct Choice: Sendable, CustomTestStringConvertible {
        var known: Article.Known
        var pattern: Article.AccessPattern?
        var testDescription: String { pattern?.rawValue ?? "scan" }
    }

    private static let id = ULID(timestamp: Date(timeIntervalSince1970: 0), randomness: 0)

    @Test(
        "The pattern is chosen by ElectroDB's rule, among those that hold all that could match",
        arguments: [
            Choice(known: .init(tenantID: "acme", articleID: id, slug: "x"), pattern: .article),
            Choice(known: .init(tenantID: "acme", slug: "x"), pattern: .bySlug),
            Choice(known: .init(tenantID: "acme", title: "x"), pattern: .article),
            Choice(
                known: .init(tenantID: "acme", updatedAt: Date(timeIntervalSince1970: 0)), pattern: .recentlyChanged),
            // Without its date, an article is not in byAuthor.
            Choice(known: .init(authorID: "ada", status: .draft), pattern: nil),
            Choice(known: .init(authorID: "ada", publishedAt: Date(timeIntervalSince1970: 0)), pattern: .byAuthor),
            Choice(known: .init(region: "eu", category: "news", publishedAt: .distantPast), pattern: .byRegion),
            Choice(known: .init(region: "eu", category: "news"), pattern: nil),
            Choice(known: .init(title: "x"), pattern: nil),
            Choice(known: .init(), pattern: nil),
        ])
    func choice(_ choice: Choice) {
        #expect(Article.match(choice.known).accessPattern == choice.pattern)
    }

    @Test(
        "A match has all that is known, whether the key or a filter says so",
        arguments: TestExecutor.all)
    func match(_ executor: TestExecutor) async throws {
        let (db, all) = try await articles(executor)
        let byTitle = Article.match(.init(tenantID: "acme", title: "T0"))
        #expect(try await byTitle.all(on: db) == [all[0], all[2]])
        #expect(try await byTitle.descending().all(on: db) == [all[2], all[0]])
        #expect(try await byTitle.where { $0.region == nil }.all(on: db) == [all[2]])
        #expect(byTitle.explain().accessPattern == "Article.article")
        // The index holds keys only, so that the filter waits for the item.
        #expect(try await Article.match(.init(tenantID: "acme", slug: "s1", title: "T1")).all(on: db) == [all[1]])
        let other = Article.match(.init(tenantID: "acme", slug: "s1", title: "T0"))
        #expect(try await other.all(on: db) == [])
        #expect(try await other.count(on: db) == 0)
        #expect(other.explain().capacity.hasSuffix("They are compared with title once they are read."))
        // Collections and numbers are compared as values.
        #expect(try await Article.match(.init(tenantID: "other", views: 0)).all(on: db) == [all[4], all[5]])
    }

    @Test("A scan has to be allowed, and the refusal says what each pattern lacks")
    func scan() async throws {
        let (db, all) = try await articles()
        let byTitle = Article.match(.init(title: "T1"))
        let error = await #expect(throws: DynamoDBError.self) { try await byTitle.all(on: db) }
        #expect(error?.code == .invalidRequest)
        #expect(error?.message.contains("by title: article needs tenantID; bySlug needs tenantID, slug") == true)
        #expect(byTitle.explain().body.contains("cannot be sent"))
        let found = try await byTitle.allowingScan().all(on: db)
        #expect(Set(found) == [all[1], all[3], all[5]])
        await #expect(throws: DynamoDBError.self) { try await byTitle.count(on: db) }
        #expect(try await byTitle.allowingScan().count(on: db) == 3)
    }

    @Test("Find goes by keys alone, and drops nothing that it was not told to drop")
    func find() async throws {
        let (db, all) = try await articles()
        let exact = Article.find(.init(tenantID: "acme", slug: "s2"))
        #expect(exact.accessPattern == .bySlug && exact.unused.isEmpty)
        #expect(try await exact.all(on: db) == [all[2]])
        let loose = Article.find(.init(tenantID: "acme", title: "T0"))
        #expect(loose.unused == ["title"])
        let error = await #expect(throws: DynamoDBError.self) { try await loose.all(on: db) }
        #expect(error?.message.contains("the key of article has no place for title") == true)
        #expect(try await loose.ignoringUnused().all(on: db) == Array(all[..<4]))
    }

    @Test("A pattern of one's own choice finds what its index holds, and needs its partition")
    func chosen() async throws {
        let (db, all) = try await articles()
        let ada = Article.match(.init(authorID: "ada", status: .published, title: "T0")).using(.byAuthor)
        #expect(try await ada.all(on: db) == [all[0], all[2]])
        let error = await #expect(throws: DynamoDBError.self) { try await ada.using(.article).all(on: db) }
        #expect(error?.message.contains("article needs tenantID, and known is authorID, status, title") == true)
        // The sort key is the article's own attribute: DynamoDB takes no filter on it, and it is in the key condition already.
        let region = Article.match(.init(region: "eu", category: "news", publishedAt: day)).using(.byRegion)
        #expect(try await region.all(on: db) == [all[0]])
    }

    @Test("What a key abridges is filtered as well, and keys of an index never are")
    func abridged() async throws {
        let db = try TestExecutor.standard.database(Press.table)
        try await db.createTables()
        let early = try await Event.put(.init(kind: "k", at: day, actor: "a", level: 1)).run(on: db)
        try await Event.put(.init(kind: "k", at: day.addingTimeInterval(60), actor: "a", level: 1)).run(on: db)
        let found = Event.match(.init(kind: "k", at: day, level: 1))
        #expect(found.accessPattern == .byKind)
        #expect(try await found.all(on: db).map(\.eventID) == [early.eventID])

        let meters = try TestExecutor.standard.database(Meters.table)
        try await meters.createTables()
        let reading = try await Reading.put(.init(meterID: UUID(), at: day, zone: "z", level: 2)).run(on: meters)
        #expect(Reading.match(.init(at: day, zone: "z")).accessPattern == .times)
        // Without the level, this index can be neither asked for the time nor filtered by it.
        let withoutLevel = Reading.match(.init(at: day, zone: "z")).using(.inZone)
        let error = await #expect(throws: DynamoDBError.self) { try await withoutLevel.all(on: meters) }
        #expect(error?.message.contains("inZone cannot filter by at") == true)
        let inZone = Reading.match(.init(at: day, zone: "z", level: 2))
        #expect(inZone.accessPattern == .inZone)
        #expect(try await Reading.match(.init(at: day, zone: "z")).all(on: meters).map(\.level) == [2])
        #expect(try await inZone.all(on: meters).map(\.meterID) == [reading.meterID])
    }

    @Test("Pages, cursors and first are those of any request")
    func pages() async throws {
        let (db, all) = try await articles()
        let found = Article.match(.init(tenantID: "acme", category: "news"))
        let page = try await found.page(limit: 3, on: db)
        #expect(page.items == Array(all[..<3]))
        #expect(try await found.page(from: page.cursor, on: db).items == [all[3]])
        #expect(try await found.first(on: db) == all[0])
    }
}
