import CMSImport
import CMSTypes
import Foundation

extension Session {
    /// Imports a folder; progress and problems go where errors go.
    /// - Parameter isMainJob: Whether to say what was done even if all is well, and how far it is where nobody looks at
    ///   a terminal.
    /// - Returns: whether all of it was sound.
    func importContent(_ folder: URL, isMainJob: Bool) async throws -> Bool {
        let content: ContentFolder
        do {
            content = try ContentFolder(folder)
        } catch {
            throw ExitError(code: .badInput, message: "\(error)")
        }
        let importer = ContentImporter(
            tenantID: Self.tenantID, articles: articles, catalogue: catalogue, subscribers: subscribers)
        let report = await importer.run(content) { show($0, isMainJob: isMainJob) }
        for problem in report.problems { console.error("\(problem)") }
        if isMainJob || !report.problems.isEmpty { console.error(summary(of: report)) }
        return report.problems.isEmpty
    }

    /// `cms import DIR`
    func importFolder(_ path: String) async throws -> ExitCode {
        try await importContent(URL(fileURLWithPath: path), isMainJob: true) ? .ok : .badInput
    }

    private func show(_ progress: ImportProgress, isMainJob: Bool) {
        let line = "importing \(progress.kind.rawValue): \(progress.done) of \(progress.total)"
        let isDone = progress.done == progress.total
        if console.showsStatus {
            console.status(isDone ? "" : line)
        } else if isMainJob, progress.total > 0, isDone || progress.done.isMultiple(of: 10) {
            console.error(line)
        }
    }

    private func summary(of report: ImportReport) -> String {
        let counts = [
            (report.articles.count, "article", "articles"), (report.authors, "author", "authors"),
            (report.categories, "category", "categories"), (report.subscribers, "subscriber", "subscribers"),
        ]
        let texts = counts.filter { $0.0 > 0 }.map { "\($0.0) \($0.0 == 1 ? $0.1 : $0.2)" }
        let imported = texts.isEmpty ? "nothing" : texts.joined(separator: ", ")
        let files = Set(report.problems.map(\.file)).count
        return files == 0
            ? "imported \(imported)"
            : "imported \(imported); \(files) \(files == 1 ? "file needs" : "files need") a correction, see above"
    }
}
