import CMSModel
import CMSTypes
import Entities

/// The authors and categories that articles can refer to.
struct Known {
    private var authors: Set<String> = []
    private var categories: Set<CategoryPath> = []

    init(_ catalogue: any Catalogue, into report: inout ImportReport) async {
        do {
            authors = Set(try await catalogue.authors().map(\.authorID))
            categories = Set(try await catalogue.categories(under: nil).map(\.path))
        } catch {
            report.problems.append(ContentProblem(file: "authors.json", "the known authors cannot be read: \(error)"))
        }
    }

    /// What an article refers to, and is not there.
    func problems(of file: ArticleFile) -> [ContentProblem] {
        var problems: [ContentProblem] = []
        if !authors.contains(file.authorID) {
            problems.append(
                file.problem("author", "there is no author \"\(file.authorID)\": use one of \(list(authors))"))
        }
        if !categories.contains(file.category) {
            let siblings = categories.filter { $0.parent == file.category.parent }
            problems.append(
                file.problem(
                    "category",
                    "there is no category \"\(file.category)\": use one of "
                        + list((siblings.isEmpty ? categories : siblings).map(\.description))))
        }
        return problems
    }

    private func list(_ names: some Sequence<String>) -> String { names.sorted().joined(separator: ", ") }
}

extension ArticleFile {
    /// A problem with a field, at its line.
    func problem(_ field: String, _ message: String) -> ContentProblem {
        ContentProblem(file: file, line: lines[field], field: field, message)
    }
}
