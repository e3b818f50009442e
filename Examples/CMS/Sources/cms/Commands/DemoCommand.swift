import CMSImport
import CMSModel
import CMSTypes
import Entities
import Foundation

extension Session {
    /// `cms demo`: what the magazine does in a day, each step with the access pattern behind it.
    func demo() async throws {
        try await demoLists()
        try await demoPublishing()
        try await demoEditing()
        try await demoUniqueness()
    }

    private func demoLists() async throws {
        step("The front page: published articles, newest first, five to a page", queries.published(SortKeyRange()))
        let first = try await articles.published(SortKeyRange(), limit: 5, from: nil)
        console.print(.articles(first.items))
        console.print("… and the page behind it")
        console.print(.articles(try await articles.published(SortKeyRange(), limit: 5, from: first.cursor).items))

        let spring = SortKeyRange(from: DateArgument.start("2025-03-01"), through: DateArgument.end("2025-05-31"))
        step("The spring of 2025", queries.published(spring))
        console.print(.articles(try await articles.published(spring, limit: 10, from: nil).items))

        for text in ["#", "🌱", "naïve"] {
            guard let tag = TagName(text) else { continue }
            step("Articles tagged \(tag)", queries.articles(tagged: tag, SortKeyRange()))
            console.print(.listings(try await articles.articles(tagged: tag, SortKeyRange())))
        }

        step("What Hana has published", queries.articles(by: "hana", status: .published))
        console.print(.articles(try await articles.articles(by: "hana", status: .published)))

        step("Olena's desk, all at once: the author and the articles in one query", queries.authored(by: "olena"))
        let desk = try await articles.authored(by: "olena")
        for author in desk.authors {
            console.print("\(author.name), \(author.address?.city ?? "somewhere"): \(author.articleCount) articles")
        }
        console.print(.articles(desk.articles))

        if let technology = CategoryPath("technology") {
            let catalogue = CatalogueQueries(tenantID: Self.tenantID)
            step("Technology and everything below it", catalogue.categories(under: technology))
            console.print(.categories(try await self.catalogue.categories(under: technology)))
            step("Articles in it", queries.articles(under: technology, status: .published))
            console.print(.articles(try await articles.articles(under: technology, status: .published)))
        }
        if let email = EmailAddress("O'Brien@example.com") {
            step("The reader at \(email)", SubscriberQueries(tenantID: Self.tenantID).subscriber(email: email))
            if let reader = try await subscribers.subscriber(email: email) {
                let account = try await subscribers.account(reader.subscriberID)
                let topics = account.subscriptions.map { "\($0.kind.rawValue) \($0.target)" }
                console.print("\(reader.name) reads \(topics.joined(separator: ", "))")
            }
        }
    }

    private func demoPublishing() async throws {
        let now = invocation.now
        step("What is due at \(now.utcText)", queries.due(at: now))
        console.print(.schedule(try await articles.due(at: now)), ifEmpty: "Nothing.")
        let service = PublishingService(articles: articles, subscribers: subscribers)
        let report = try await service.publishDue(at: now)
        for article in report.published {
            let audience = try await service.audience(of: article).map(\.name)
            console.print("published: \(article.title)")
            console.print("to be told: \(audience.joined(separator: ", "))")
        }
        for failure in report.failures { console.error("\(failure.article.slug): \(failure.error)") }
        console.print("still due: \(try await articles.due(at: now).count)")
        console.print(.articles(try await articles.published(SortKeyRange(), limit: 1, from: nil).items))
    }

    private func demoEditing() async throws {
        guard let slug = Slug("sorting-by-bytes") else { return }
        let article = try await articles.article(slug: slug)
        guard let article else { return }
        step("Two editors change \"\(article.title)\" at once: revision \(article.revision) is what both have read")
        await withTaskGroup(of: String.self) { group in
            for editor in ["Ada", "Priya"] {
                group.addTask { await self.edit(article, as: editor) }
            }
            for await line in group { console.print(line) }
        }
        step("What became of it", queries.versions(of: article.articleID))
        console.print(.versions(try await articles.versions(of: article.articleID)))
    }

    private func edit(_ article: Article, as editor: String) async -> String {
        do {
            let edited = try await articles.edit(article) { $0.title += " (revised by \(editor))" }
            return "\(editor) saved revision \(edited.revision): \(edited.title)"
        } catch ArticleError.conflict(let current) {
            return "\(editor) was too late: it is at revision \(current.revision) now, \"\(current.title)\""
        } catch {
            return "\(editor) failed: \(error)"
        }
    }

    private func demoUniqueness() async throws {
        guard let slug = Slug("octothorpe"), let taken = try await articles.article(slug: slug) else { return }
        step("A second article with the slug \(slug)")
        do {
            _ = try await articles.create(
                .init(
                    tenantID: Self.tenantID, authorID: taken.authorID, slug: slug, title: "Another",
                    summary: "", body: "", language: taken.language, category: taken.category))
            console.print("was stored, which must not be")
        } catch {
            console.print("was refused: \(error)")
        }
    }

    /// A heading, with the access pattern of what comes.
    private func step(_ title: String, _ request: (any ExplainableRequest)? = nil) {
        console.heading(title)
        guard let request else { return }
        let explanation = request.explain()
        console.print("[\(explanation.accessPattern): \(explanation.operation) on \(explanation.index ?? "the table")]")
        explain(request)
    }
}
