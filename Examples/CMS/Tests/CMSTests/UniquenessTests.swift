import CMSModel
import CMSTypes
import Entities
import Testing

@Suite("Uniqueness", .fixedGenerators)
struct UniquenessTests {
    @Test("A slug that is taken is refused, and nothing of the article is stored", arguments: TestExecutor.all)
    func slug(_ executor: TestExecutor) async throws {
        let magazine = try await Magazine(executor)
        let tag = try #require(TagName("brand new"))
        let before = try await magazine.catalogue.author("ada")
        let draft = try magazine.draft(slug: "octothorpe", tags: [tag])
        await #expect(throws: ArticleError.slugTaken(draft.slug)) {
            _ = try await magazine.articles.create(draft)
        }
        #expect(try await magazine.catalogue.author("ada")?.articleCount == before?.articleCount)
        #expect(try await !magazine.catalogue.tags().map(\.name).contains(tag))
    }

    @Test("Another tenant may have the same slug")
    func otherTenant() async throws {
        let magazine = try await Magazine()
        let catalogue = DynamoDBCatalogue(magazine.db, tenantID: "other")
        try await catalogue.save(
            Author.Draft(tenantID: "other", authorID: "ada", name: "Ada", email: #require(EmailAddress("a@b.example"))))
        var draft = try magazine.draft(slug: "octothorpe")
        draft.tenantID = "other"
        let articles = DynamoDBArticleRepository(magazine.db, tenantID: "other")
        let article = try await articles.create(draft)
        #expect(try await articles.article(slug: article.slug) == article)
        #expect(try await magazine.articles.article(slug: article.slug)?.authorID == "olena")
    }

    @Test("Of many articles created at once with one slug, one is stored")
    func concurrentCreation() async throws {
        let magazine = try await Magazine()
        let draft = try magazine.draft(slug: "the-one")
        let created = await withTaskGroup(of: Result<Article, any Error>.self) { group in
            for _ in 1...8 {
                group.addTask {
                    do {
                        return .success(try await magazine.articles.create(draft))
                    } catch {
                        return .failure(error)
                    }
                }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }
        let winners = created.compactMap { try? $0.get() }
        #expect(winners.count == 1)
        for case .failure(let error) in created {
            #expect(error as? ArticleError == .slugTaken(draft.slug))
        }
        #expect(try await magazine.articles.article(slug: draft.slug) == winners.first)
    }

    @Test("A slug that was given up is free again")
    func freed() async throws {
        let magazine = try await Magazine()
        let article = try magazine.imported("octothorpe")
        _ = try await article.remove().run(on: magazine.db)
        let next = try await magazine.articles.create(magazine.draft(slug: "octothorpe"))
        #expect(try await magazine.articles.article(slug: next.slug) == next)
    }

    @Test("Nobody signs up twice with one address")
    func email() async throws {
        let magazine = try await Magazine()
        let email = try #require(EmailAddress("LEILA@example.net"))
        await #expect {
            _ = try await magazine.subscribers.subscribe(email, name: "Somebody else", to: [])
        } throws: {
            ($0 as? DynamoDBError)?.code == .notUnique
        }
    }

    @Test("An article of nobody is refused")
    func unknownAuthor() async throws {
        let magazine = try await Magazine()
        var draft = try magazine.draft(slug: "by-nobody")
        draft.authorID = "nobody"
        let orphan = draft
        await #expect(throws: ArticleError.unknownAuthor("nobody")) {
            _ = try await magazine.articles.create(orphan)
        }
        #expect(try await magazine.articles.article(slug: draft.slug) == nil)
    }
}
