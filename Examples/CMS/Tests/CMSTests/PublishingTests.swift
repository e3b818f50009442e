import CMSModel
import CMSTypes
import Entities
import Foundation
import Testing

@Suite("Publishing", .fixedGenerators)
struct PublishingTests {
    private func service(_ magazine: Magazine) -> PublishingService {
        PublishingService(articles: magazine.articles, subscribers: magazine.subscribers)
    }

    @Test("What is due is published: it leaves one index and enters the others", arguments: TestExecutor.all)
    func publishing(_ executor: TestExecutor) async throws {
        let magazine = try await Magazine(executor)
        let article = try magazine.imported("geminids-tonight")
        let tag = try #require(TagName("🌠"))
        #expect(try await magazine.articles.articles(tagged: tag, SortKeyRange()) == [])

        let report = try await service(magazine).publishDue(at: Magazine.now)
        let published = try #require(report.published.first)
        #expect(report.published.map(\.articleID) == [article.articleID])
        #expect(published.status == .published && published.publishedAt == Magazine.now && published.publishAt == nil)

        #expect(try await magazine.articles.due(at: .distantFuture).count == 2)
        #expect(try await magazine.articles.due(at: Magazine.now) == [])
        let front = try await magazine.articles.published(SortKeyRange(), limit: 1, from: nil)
        #expect(front.items == [published])
        #expect(try await magazine.articles.articles(tagged: tag, SortKeyRange()).map(\.slug) == [article.slug])
        #expect(try await magazine.articles.articles(by: "yusuf", status: .scheduled) == [])
        #expect(try await magazine.articles.articles(by: "yusuf", status: .published).contains(published))
        #expect(try await magazine.articles.articles(under: article.category, status: .published).contains(published))
        #expect(try await magazine.articles.versions(of: article.articleID).map(\.change) == ["published", "created"])
    }

    @Test("A draft that is scheduled is due at its time")
    func scheduling() async throws {
        let magazine = try await Magazine()
        let draft = try magazine.imported("twelve-fifths")
        let scheduled = try await magazine.articles.schedule(draft, at: Magazine.now + 60)
        #expect(try await !magazine.articles.due(at: Magazine.now).contains(scheduled))
        #expect(try await magazine.articles.due(at: Magazine.now + 60).contains(scheduled))
    }

    @Test("An edit in between does not keep an article from being published")
    func editInBetween() async throws {
        let (magazine, executor) = try await Magazine.hooked()
        let article = try magazine.imported("geminids-tonight")
        executor.before("TransactWriteItems") { () throws(DynamoDBError) in
            _ = try? await magazine.articles.edit(article) { $0.title = "Edited in time" }
        }
        let report = try await service(magazine).publishDue(at: Magazine.now)
        #expect(report.published.map(\.title) == ["Edited in time"])
        #expect(report.published.map(\.revision) == [3])
    }

    @Test("An article that is put off in between is not published")
    func postponedInBetween() async throws {
        let (magazine, executor) = try await Magazine.hooked()
        let article = try magazine.imported("geminids-tonight")
        executor.before("TransactWriteItems") { () throws(DynamoDBError) in
            _ = try? await magazine.articles.schedule(article, at: Magazine.now + 3600)
        }
        let report = try await service(magazine).publishDue(at: Magazine.now)
        #expect(report.published == [])
        #expect(report.postponed == [article])
        #expect(try await magazine.articles.article(article.articleID)?.status == .scheduled)
    }

    @Test("A failure is reported, and the others are published")
    func failure() async throws {
        let (magazine, executor) = try await Magazine.hooked()
        executor.before("TransactWriteItems") { () throws(DynamoDBError) in
            throw DynamoDBError(.internalServerError, "out of order")
        }
        let report = try await service(magazine).publishDue(at: Magazine.now + 365 * 86400)
        #expect(report.failures.map(\.article.slug.rawValue) == ["geminids-tonight"])
        #expect(report.published.count == 2)
    }

    @Test("Those are told who follow the author, the category, or one above it, each once")
    func audience() async throws {
        let magazine = try await Magazine()
        let article = try magazine.imported("single-table-design-in-practice")
        let names = try await service(magazine).audience(of: article).map(\.name)
        // By author ada: Mirja, Amara. By category: technology/databases Mirja, …/nosql Amara, technology Amara, the
        // editor.
        #expect(Set(names) == ["Mirja Aaltonen", "Amara Okafor", "The Editor 📰"])
        #expect(names.count == 3)
    }
}
