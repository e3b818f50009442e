import CMSModel
import CMSTypes
import Entities
import Foundation
import Testing

@Suite("Editing", .fixedGenerators)
struct EditingTests {
    @Test("An edit makes the next revision, and keeps what was before", arguments: TestExecutor.all)
    func history(_ executor: TestExecutor) async throws {
        let magazine = try await Magazine(executor)
        let first = try magazine.imported("sorting-by-bytes")
        let second = try await magazine.articles.edit(first) { $0.title = "Second" }
        let third = try await magazine.articles.edit(second) { $0.body = "Short." }
        #expect([first, second, third].map(\.revision) == [1, 2, 3])
        #expect(try await magazine.articles.article(first.articleID) == third)

        let versions = try await magazine.articles.versions(of: first.articleID)
        #expect(versions.map(\.number) == [3, 2, 1])
        #expect(versions.map(\.title) == ["Second", "Second", first.title])
        #expect(versions.map(\.body) == ["Short.", first.body, first.body])
        #expect(versions.map(\.change) == ["edited", "edited", "created"])
        #expect(versions.allSatisfy { $0.expiresAt == Magazine.now + 5 * 365 * 86400 })
    }

    @Test("The second of two edits of one revision learns what the article is now")
    func conflict() async throws {
        let magazine = try await Magazine()
        let article = try magazine.imported("sorting-by-bytes")
        let winner = try await magazine.articles.edit(article) { $0.title = "First come" }
        await #expect(throws: ArticleError.conflict(current: winner)) {
            _ = try await magazine.articles.edit(article) { $0.title = "Too late" }
        }
        #expect(try await magazine.articles.article(article.articleID) == winner)
        #expect(try await magazine.articles.versions(of: article.articleID).count == 2)
    }

    @Test("Of many edits at once, one wins, and the others learn the winner's")
    func concurrentEdits() async throws {
        let magazine = try await Magazine()
        let article = try magazine.imported("octothorpe")
        let results = await withTaskGroup(of: Result<Article, any Error>.self) { group in
            for number in 1...8 {
                group.addTask {
                    do {
                        return .success(try await magazine.articles.edit(article) { $0.title = "By editor \(number)" })
                    } catch {
                        return .failure(error)
                    }
                }
            }
            return await group.reduce(into: []) { $0.append($1) }
        }
        let winners = results.compactMap { try? $0.get() }
        #expect(winners.count == 1)
        let winner = try #require(winners.first)
        for case .failure(let error) in results {
            #expect(error as? ArticleError == .conflict(current: winner))
        }
        #expect(try await magazine.articles.article(article.articleID) == winner)
    }

    @Test("Tags that come and go take their listings along")
    func tags() async throws {
        let magazine = try await Magazine()
        let article = try magazine.imported("octothorpe")
        let (old, new) = (try #require(TagName("#")), try #require(TagName("☎️")))
        let edited = try await magazine.articles.edit(article) {
            $0.tags.remove(old)
            $0.tags.insert(new)
            $0.title = "Renamed"
        }
        #expect(try await magazine.articles.tags(of: article.articleID) == edited.tags.sorted())
        #expect(try await magazine.articles.articles(tagged: old, SortKeyRange()) == [])
        #expect(try await magazine.articles.articles(tagged: new, SortKeyRange()).map(\.slug) == [article.slug])
        for tag in edited.tags {
            let listings = try await magazine.articles.articles(tagged: tag, SortKeyRange())
            #expect(listings.first { $0.slug == article.slug }?.title == "Renamed")
        }
    }

    @Test("An article that moves is found in its new category only")
    func category() async throws {
        let magazine = try await Magazine()
        let article = try magazine.imported("octothorpe")
        let path = try #require(CategoryPath("culture/music"))
        _ = try await magazine.articles.edit(article) { $0.category = path }
        let music = try await magazine.articles.articles(under: path, status: .published)
        let typography = try await magazine.articles.articles(under: article.category, status: .published)
        #expect(music.map(\.slug).contains(article.slug))
        #expect(!typography.map(\.slug).contains(article.slug))
    }

    @Test("A refused title changes nothing, and says what is allowed")
    func rule() async throws {
        let magazine = try await Magazine()
        let article = try magazine.imported("octothorpe")
        await #expect {
            _ = try await magazine.articles.edit(article) { $0.title = "" }
        } throws: { error in
            let error = error as? DynamoDBError
            return error?.code == .invalidValue && error?.message.contains("title") == true
        }
        #expect(try await magazine.articles.article(article.articleID) == article)
    }

    @Test("An article that somebody deleted is missing, not resurrected")
    func deleted() async throws {
        let magazine = try await Magazine()
        let article = try magazine.imported("octothorpe")
        _ = try await article.remove().run(on: magazine.db)
        await #expect(throws: ArticleError.missing(article.articleID)) {
            _ = try await magazine.articles.edit(article) { $0.title = "Back" }
        }
        #expect(try await magazine.articles.article(slug: article.slug) == nil)
    }

    @Test("A failing database leaves nothing half done, and its error is passed on")
    func failure() async throws {
        let (magazine, executor) = try await Magazine.hooked()
        let article = try magazine.imported("octothorpe")
        executor.before("TransactWriteItems") { () throws(DynamoDBError) in
            throw DynamoDBError(.internalServerError, "out of order")
        }
        await #expect {
            _ = try await magazine.articles.edit(article) { $0.tags = [] }
        } throws: {
            ($0 as? DynamoDBError)?.code == .internalServerError
        }
        #expect(try await magazine.articles.article(article.articleID) == article)
        #expect(try await magazine.articles.tags(of: article.articleID) == article.tags.sorted())
    }
}
