import CMSTypes
public import Foundation

/// A folder of content, read and checked file by file.
///
/// Articles are the `.md` files in it and in its folder `articles`. `authors.json`, `categories.json` and
/// `subscribers.json` may be there or not.
public struct ContentFolder: Sendable {
    public var articles: [ArticleFile] = []
    public var authors: [AuthorEntry] = []
    public var categories: [CategoryEntry] = []
    public var subscribers: [SubscriberEntry] = []
    /// What is wrong with the files that are not among these.
    public var problems: [ContentProblem] = []

    /// Reads a folder.
    /// - Throws: `ContentProblem` if there is no such folder; what is wrong inside of it is in ``problems``.
    public init(_ folder: URL) throws(ContentProblem) {
        guard (try? folder.resourceValues(forKeys: [.isDirectoryKey]).isDirectory) == true else {
            throw ContentProblem(file: folder.path, "there is no such folder: give the path of one")
        }
        for name in Self.articleFiles(in: folder) { readArticle(name, in: folder) }
        rejectRepeatedSlugs()
        authors = entries(in: "authors.json", of: folder)
        categories = entries(in: "categories.json", of: folder)
        subscribers = entries(in: "subscribers.json", of: folder)
    }

    private static func articleFiles(in folder: URL) -> [String] {
        ["", "articles/"].flatMap { place -> [String] in
            let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path + "/" + place)) ?? []
            // Composed, as slugs are: some file systems take names apart.
            return names.filter { $0.hasSuffix(".md") && $0 != "README.md" }
                .map { place + $0.precomposedStringWithCanonicalMapping }.sorted()
        }
    }

    private mutating func readArticle(_ name: String, in folder: URL) {
        switch text(of: name, in: folder).flatMap({ ArticleFileReader.read($0, file: name) }) {
        case .success(let article): articles.append(article)
        case .failure(let found): problems += found.all
        }
    }

    private func text(of name: String, in folder: URL) -> Result<String, ContentProblems> {
        do {
            let data = try Data(contentsOf: folder.appending(path: name))
            guard let text = String(validating: data, as: UTF8.self) else {
                return .failure([ContentProblem(file: name, "is not UTF-8: save it as such")])
            }
            return .success(text)
        } catch {
            return .failure([ContentProblem(file: name, "cannot be read: \(error.localizedDescription)")])
        }
    }

    private mutating func rejectRepeatedSlugs() {
        var files: [Slug: String] = [:]
        var unique: [ArticleFile] = []
        for article in articles {
            if let other = files[article.slug] {
                problems.append(
                    ContentProblem(
                        file: article.file, line: article.lines["slug"], field: "slug",
                        "\"\(article.slug)\" is the slug of \(other): choose another"))
            } else {
                files[article.slug] = article.file
                unique.append(article)
            }
        }
        articles = unique
    }

    /// The entries of a JSON file; none if it is not there, or if one of them is wrong.
    private mutating func entries<Entry: Decodable>(in name: String, of folder: URL) -> [Entry] {
        let url = folder.appending(path: name)
        guard FileManager.default.fileExists(atPath: url.path) else { return [] }
        do {
            return try JSONDecoder().decode([Entry].self, from: Data(contentsOf: url))
        } catch let error as DecodingError {
            problems.append(ContentProblem(error, file: name))
        } catch {
            problems.append(ContentProblem(file: name, "cannot be read: \(error.localizedDescription)"))
        }
        return []
    }
}
