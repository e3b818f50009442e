import CMSModel
import CMSTypes
import Entities
import Foundation

extension Session {
    /// `cms explain`: each access pattern's request, for some article of some author.
    func explainAll() {
        let requests = samples()
        var table = TextTable(
            .init(title: "access pattern"), .init(title: "operation"), .init(title: "index"), .init(title: "question"))
        for (question, request) in requests {
            let explanation = request.explain()
            table.add(
                explanation.accessPattern, explanation.operation, explanation.index ?? "(table)", question)
        }
        console.print(table)
        for (_, request) in requests { console.print("\n\(request.explain())") }
    }

    /// What people ask, and the request that answers it.
    private func samples() -> [(question: String, request: any ExplainableRequest)] {
        let articleID = ULID(timestamp: invocation.now, randomness: 1)
        let year = SortKeyRange(from: DateArgument.start("2026-01-01"), through: DateArgument.end("2026-12-31"))
        var samples: [(String, any ExplainableRequest)] = [
            ("an article", queries.article(articleID)),
            ("all that is known of an article", queries.dossier(of: articleID)),
            ("what an article was, newest first", queries.versions(of: articleID)),
            ("the tags of an article", queries.tags(of: articleID)),
            ("published this year, newest first", queries.published(year)),
            ("what is due", queries.due(at: invocation.now)),
            ("an author's drafts", queries.articles(by: "ada", status: .draft)),
            ("an author with all articles", queries.authored(by: "ada")),
            ("all categories", CatalogueQueries(tenantID: Self.tenantID).categories(under: nil)),
        ]
        if let slug = Slug("sorting-by-bytes") {
            samples.append(("the article with a slug", queries.article(slug: slug)))
        }
        if let tag = TagName("#") { samples.append(("posts with the tag #", queries.articles(tagged: tag, year))) }
        if let path = CategoryPath("technology") {
            samples += [
                ("posts in technology and below", queries.articles(under: path, status: .published)),
                ("categories in technology", CatalogueQueries(tenantID: Self.tenantID).categories(under: path)),
            ]
        }
        let readers = SubscriberQueries(tenantID: Self.tenantID)
        if let email = EmailAddress("leila@example.net") {
            samples.append(("the reader with an address", readers.subscriber(email: email)))
        }
        samples.append(("a reader's subscriptions", readers.account(articleID)))
        samples.append(("who follows an author", readers.subscriptions(to: .author("hana"))))
        return samples
    }
}
