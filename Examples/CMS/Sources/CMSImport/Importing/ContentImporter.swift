public import CMSModel
import CMSTypes
import Entities

/// Writes a folder's content through the repositories.
///
/// What is sound is imported, whatever else is wrong: an editor who corrects one file of a hundred imports that one
/// again.
public struct ContentImporter: Sendable {
    let tenantID: String
    let articles: any ArticleRepository
    let catalogue: any Catalogue
    let subscribers: any SubscriberRepository

    public init(
        tenantID: String, articles: any ArticleRepository, catalogue: any Catalogue,
        subscribers: any SubscriberRepository
    ) {
        self.tenantID = tenantID
        self.articles = articles
        self.catalogue = catalogue
        self.subscribers = subscribers
    }

    /// Imports what a folder holds: authors and categories first, then articles from the oldest to the newest, so that
    /// their identifiers are in the order of their dates.
    /// - Parameter progress: Told after each step.
    public func run(
        _ folder: ContentFolder, progress: (ImportProgress) -> Void = { _ in }
    ) async -> ImportReport {
        var report = ImportReport(problems: folder.problems)
        await importCatalogue(folder, into: &report, progress)
        await importSubscribers(folder, into: &report, progress)
        let known = await Known(catalogue, into: &report)
        let articles = folder.articles.sorted { ($0.date, $0.slug) < ($1.date, $1.slug) }
        for (index, file) in articles.enumerated() {
            await importArticle(file, known, into: &report)
            progress(.init(kind: .articles, done: index + 1, total: articles.count))
        }
        return report
    }

    private func importCatalogue(
        _ folder: ContentFolder, into report: inout ImportReport, _ progress: (ImportProgress) -> Void
    ) async {
        do {
            try await catalogue.save(folder.categories.map { $0.draft(tenantID: tenantID) })
            report.categories = folder.categories.count
            progress(.init(kind: .categories, done: folder.categories.count, total: folder.categories.count))
        } catch {
            report.problems.append(ContentProblem(file: "categories.json", "\(error)"))
        }
        for (index, entry) in folder.authors.enumerated() {
            do {
                try await catalogue.save(entry.draft(tenantID: tenantID))
                report.authors += 1
            } catch {
                report.problems.append(ContentProblem(file: "authors.json", field: "[\(index)]", "\(error)"))
            }
            progress(.init(kind: .authors, done: index + 1, total: folder.authors.count))
        }
    }

    private func importSubscribers(
        _ folder: ContentFolder, into report: inout ImportReport, _ progress: (ImportProgress) -> Void
    ) async {
        for (index, entry) in folder.subscribers.enumerated() {
            do {
                _ = try await subscribers.subscribe(entry.email, name: entry.name, to: entry.topics)
                report.subscribers += 1
            } catch let error as DynamoDBError where error.code == .notUnique {
                report.problems.append(
                    ContentProblem(
                        file: "subscribers.json", field: "[\(index)].email",
                        "\(entry.email) has signed up before: take one away"))
            } catch {
                report.problems.append(ContentProblem(file: "subscribers.json", field: "[\(index)]", "\(error)"))
            }
            progress(.init(kind: .subscribers, done: index + 1, total: folder.subscribers.count))
        }
    }

    private func importArticle(_ file: ArticleFile, _ known: Known, into report: inout ImportReport) async {
        let problems = known.problems(of: file)
        guard problems.isEmpty else {
            report.problems += problems
            return
        }
        do {
            report.articles.append(try await articles.create(file.draft(tenantID: tenantID)))
        } catch ArticleError.slugTaken(let slug) {
            report.problems.append(
                file.problem("slug", "\"\(slug)\" is the slug of an article that is there already: choose another"))
        } catch {
            report.problems.append(ContentProblem(file: file.file, "\(error)"))
        }
    }
}
