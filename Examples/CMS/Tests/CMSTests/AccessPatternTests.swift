import CMSImport
import CMSModel
import CMSTypes
import Entities
import Foundation
import Testing

/// Each access pattern returns what a plain filter of the imported articles returns, in order.
@Suite("Access patterns", .fixedGenerators)
struct AccessPatternTests {
    @Test("An article by its slug, whatever the script", arguments: TestExecutor.all)
    func bySlug(_ executor: TestExecutor) async throws {
        let magazine = try await Magazine(executor)
        for article in magazine.all {
            #expect(try await magazine.articles.article(slug: article.slug) == article)
        }
        let decomposed = try #require(Slug("щедрик-чотири-ноти".decomposedStringWithCanonicalMapping))
        #expect(try await magazine.articles.article(slug: decomposed)?.authorID == "olena")
        #expect(try await magazine.articles.article(slug: #require(Slug("no-such-slug"))) == nil)
    }

    static let dates: [(from: String?, through: String?)] = [
        (nil, nil), ("2026-01-01T00:00:00Z", nil), (nil, "2025-12-31T23:59:59Z"),
        ("2025-03-11T08:00:00Z", "2025-10-09T00:00:00Z"), ("2025-03-11T08:00:01Z", "2025-10-08T23:59:59Z"),
        ("2026-12-01T00:00:00Z", "2026-11-01T00:00:00Z"),
    ]

    private func isIn(_ date: Date, _ range: SortKeyRange<Date>) -> Bool {
        range.lower.map { $0 <= date } ?? true && range.upper.map { date <= $0 } ?? true
    }

    @Test("Published articles by date, newest first, in pages of any size", arguments: dates)
    func published(_ bounds: (from: String?, through: String?)) async throws {
        let magazine = try await Magazine()
        let range = SortKeyRange(
            from: bounds.from.flatMap(Date.init(utc:)), through: bounds.through.flatMap(Date.init(utc:)))
        let expected = magazine.all
            .filter { $0.status == .published && $0.publishedAt.map { isIn($0, range) } ?? false }
            .sorted { ($0.publishedAt ?? .distantPast, $0.articleID) > ($1.publishedAt ?? .distantPast, $1.articleID) }
        for limit in [1, 4, 100] {
            var found: [Article] = []
            var cursor: Cursor?
            repeat {
                let page = try await magazine.articles.published(range, limit: limit, from: cursor)
                #expect(page.items.count <= limit)
                found += page.items
                // A cursor goes to a browser and back as text.
                cursor = page.cursor.map { Cursor($0.text) }
            } while cursor != nil
            #expect(found == expected)
        }
    }

    @Test("A cursor of another query is refused")
    func foreignCursor() async throws {
        let magazine = try await Magazine()
        let page = try await magazine.articles.published(SortKeyRange(), limit: 2, from: nil)
        let cursor = try #require(page.cursor)
        await #expect {
            _ = try await magazine.articles.published(SortKeyRange(from: Magazine.now), limit: 2, from: cursor)
        } throws: {
            ($0 as? DynamoDBError)?.code == .invalidCursor
        }
    }

    @Test("The tags of each article, and the articles of each tag", arguments: TestExecutor.all)
    func tags(_ executor: TestExecutor) async throws {
        let magazine = try await Magazine(executor)
        for article in magazine.all {
            #expect(try await magazine.articles.tags(of: article.articleID) == article.tags.sorted())
        }
        let names = Set(magazine.all.flatMap(\.tags)).sorted()
        #expect(try await magazine.catalogue.tags().map(\.name) == names)
        for name in names {
            let expected = magazine.all.filter { $0.tags.contains(name) && $0.publishedAt != nil }
                .sorted {
                    ($0.publishedAt ?? .distantPast, $0.articleID) > ($1.publishedAt ?? .distantPast, $1.articleID)
                }
            let found = try await magazine.articles.articles(tagged: name, SortKeyRange())
            #expect(found.map(\.articleID) == expected.map(\.articleID), "\(name)")
            #expect(found.map(\.title) == expected.map(\.title))
        }
    }

    @Test("Tags that are signs, spaces, or spelt in two ways", arguments: ["#", "100 %", "%23", "c:\\temp", "naïve"])
    func oddTags(_ text: String) async throws {
        let magazine = try await Magazine()
        let name = try #require(TagName(text.decomposedStringWithCanonicalMapping))
        let holders = magazine.all.filter { $0.tags.contains(name) }
        #expect(holders.count == 1)
        let dossier = try await magazine.articles.dossier(of: #require(holders.first).articleID)
        #expect(dossier.articleTags.contains { $0.tag == name })
    }

    @Test("An author's articles of one status, newest first")
    func byAuthor() async throws {
        let magazine = try await Magazine()
        for author in try await magazine.catalogue.authors() {
            for status in Article.Status.allCases {
                let expected = magazine.all.filter { $0.authorID == author.authorID && $0.status == status }
                    .sorted { $0.articleID > $1.articleID }
                #expect(try await magazine.articles.articles(by: author.authorID, status: status) == expected)
            }
        }
    }

    @Test("An author with all articles, in one query")
    func authored() async throws {
        let (magazine, executor) = try await Magazine.hooked()
        _ = executor.takeOperations()
        let desk = try await magazine.articles.authored(by: "olena")
        #expect(executor.takeOperations() == ["Query"])
        let expected = magazine.all.filter { $0.authorID == "olena" }
            .sorted { ($0.status.rawValue, $0.articleID) < ($1.status.rawValue, $1.articleID) }
        #expect(desk.articles == expected)
        #expect(desk.authors.map(\.authorID) == ["olena"])
        #expect(desk.authors.map(\.articleCount) == [expected.count])
    }

    @Test("A category with all below it: articles and categories", arguments: TestExecutor.all)
    func categories(_ executor: TestExecutor) async throws {
        let magazine = try await Magazine(executor)
        let tree = magazine.folder.categories.map(\.id).sorted()
        #expect(try await magazine.catalogue.categories(under: nil).map(\.path) == tree)
        for path in tree {
            let below = tree.filter { $0 == path || $0.description.hasPrefix("\(path)/") }
            #expect(try await magazine.catalogue.categories(under: path).map(\.path) == below)
            for status in Article.Status.allCases {
                let expected = magazine.all.filter { below.contains($0.category) && $0.status == status }
                    .sorted { ($0.category, $0.articleID) < ($1.category, $1.articleID) }
                #expect(try await magazine.articles.articles(under: path, status: status) == expected)
            }
        }
    }

    @Test("What is due before a date, in the order of the dates")
    func due() async throws {
        let magazine = try await Magazine()
        let scheduled = magazine.all.filter { $0.status == .scheduled }
            .sorted { ($0.publishAt ?? .distantFuture) < ($1.publishAt ?? .distantFuture) }
        #expect(scheduled.count == 3)
        let moments = scheduled.compactMap(\.publishAt).flatMap { [$0 - 0.001, $0, $0 + 0.001] }
        for moment in moments {
            #expect(try await magazine.articles.due(at: moment) == scheduled.filter { $0.isDue(at: moment) })
        }
    }

    @Test("A reader by e-mail address, in whatever case, with the subscriptions")
    func subscribers() async throws {
        let magazine = try await Magazine()
        for entry in magazine.folder.subscribers {
            let email = try #require(EmailAddress(entry.email.rawValue.uppercased()))
            let subscriber = try #require(await magazine.subscribers.subscriber(email: email))
            #expect(subscriber.name == entry.name)
            let account = try await magazine.subscribers.account(subscriber.subscriberID)
            #expect(account.subscribers == [subscriber])
            #expect(
                account.subscriptions.map { "\($0.kind) \($0.target)" }
                    == entry.authors.sorted().map { "author \($0)" }
                    + entry.categories.sorted().map { "category \($0.rawValue)" })
        }
    }

    @Test("All that is known of an article, in one query")
    func dossier() async throws {
        let magazine = try await Magazine()
        let article = try magazine.imported("octothorpe")
        try await magazine.articles.recordView(of: article.articleID)
        try await magazine.articles.recordView(of: article.articleID)
        let dossier = try await magazine.articles.dossier(of: article.articleID)
        #expect(dossier.articles == [article])
        #expect(dossier.articleVersions.map(\.number) == [1])
        #expect(dossier.articleTags.map(\.tag) == article.tags.sorted())
        #expect(dossier.statistics.map(\.views) == [2])
    }

    @Test("Tenants do not see each other")
    func tenants() async throws {
        let magazine = try await Magazine()
        let other = DynamoDBArticleRepository(magazine.db, tenantID: "other")
        #expect(try await other.published(SortKeyRange(), limit: 100, from: nil).items == [])
        #expect(try await other.articles(under: #require(CategoryPath("technology")), status: .published) == [])
        for article in magazine.all { #expect(try await other.article(slug: article.slug) == nil) }
    }
}
