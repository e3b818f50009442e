import CMSImport
import CMSModel
import CMSTypes
import Entities
import Foundation
import Testing

@Suite("Import", .fixedGenerators)
struct ImportTests {
    @Test("The whole content is imported, as it is written", arguments: TestExecutor.all)
    func everything(_ executor: TestExecutor) async throws {
        let magazine = try await Magazine(executor)
        #expect(magazine.report.problems == [])
        let files = try FileManager.default.contentsOfDirectory(
            atPath: Magazine.content.appending(path: "articles").path)
        #expect(magazine.all.count == files.count)
        #expect(magazine.report.authors == 7 && magazine.report.categories == 15 && magazine.report.subscribers == 8)
        for article in magazine.all {
            #expect(article.source?.file == "articles/\(article.slug).md")
            let text = try String(
                contentsOf: Magazine.content.appending(path: "articles/\(article.slug).md"), encoding: .utf8)
            #expect(
                text.utf8.elementsEqual(text.prefix(text.count - article.body.count).utf8 + Array(article.body.utf8)))
            #expect(try await magazine.articles.article(article.articleID) == article)
        }
        #expect(magazine.all.map(\.articleID) == magazine.all.map(\.articleID).sorted())
    }

    @Test("Quotes, backslashes, colons and letters of two spellings survive")
    func oddTexts() async throws {
        let magazine = try await Magazine()
        #expect(
            try magazine.imported("escaping-field-guide").title == #""\n" is not a line break, and other \ stories"#)
        #expect(try magazine.imported("der-garten-im-maerz").title == "Der Garten im März: was jetzt wirklich drängt")
        let title = try magazine.imported("one-letter-two-spellings").title
        #expect(!title.utf8.elementsEqual(title.precomposedStringWithCanonicalMapping.utf8))
        #expect(try magazine.imported("sorting-by-bytes").body.contains("## Numbers"))
        let hana = try #require(await magazine.catalogue.author("hana"))
        #expect(hana.links.first?.url.absoluteString.hasPrefix("https://hana.example.org/%E6%9C%AC") == true)
        #expect(hana.address?.city == "横浜市")
    }

    @Test("Each bad file is named with its line and what to do; the good ones are imported")
    func broken() async throws {
        let magazine = try await Magazine()
        let folder = try ContentFolder(Magazine.content.appending(path: "broken"))
        let report = await ContentImporter(
            tenantID: Magazine.tenantID, articles: magazine.articles, catalogue: magazine.catalogue,
            subscribers: magazine.subscribers
        ).run(folder)
        #expect(
            report.problems.map(\.description) == [
                "missing-front-matter.md:1: there is no front matter: begin the file with a line ---",
                "missing-title.md:9: title: is missing: write what the article is called",
                "unknown-status.md:5: status: \"almost\" will not do: use one of draft, review, scheduled, published",
                "unparsable-date.md:9: publishedAt: \"2026-02-30T25:00:00Z\" will not do: write a date and a time in "
                    + "UTC, as in 2026-03-14T09:00:00Z",
                "duplicate-slug.md:3: slug: \"sorting-by-bytes\" is the slug of an article that is there already: "
                    + "choose another",
            ])
        #expect(report.articles == [])
    }

    @Test("Authors, categories and repeated slugs are checked, and JSON by its path")
    func references() async throws {
        let magazine = try await Magazine()
        let folder = try temporaryFolder([
            "a.md": article(slug: "new", author: "nobody"), "b.md": article(slug: "new", author: "ada"),
            "c.md": article(slug: "other", author: "ada", category: "technology/rust"),
            "d.md": article(slug: "good", author: "ada"),
            "authors.json": #"[{"id": "x", "name": "X", "email": "nowhere"}]"#, "categories.json": "[{}]",
        ])
        defer { try? FileManager.default.removeItem(at: folder) }
        let report = await ContentImporter(
            tenantID: Magazine.tenantID, articles: magazine.articles, catalogue: magazine.catalogue,
            subscribers: magazine.subscribers
        ).run(try ContentFolder(folder))
        let problems = report.problems.map(\.description)
        #expect(
            problems.contains { $0.hasPrefix("a.md:4: author: there is no author \"nobody\": use one of ada, hana,") })
        #expect(problems.contains("b.md:3: slug: \"new\" is the slug of a.md: choose another"))
        #expect(
            problems.contains(
                "c.md:6: category: there is no category \"technology/rust\": use one of technology/databases, "
                    + "technology/swift"))
        #expect(problems.contains { $0.hasPrefix("authors.json: [0].email: ") && $0.contains("nowhere") })
        #expect(problems.contains("categories.json: [0].id: is missing"))
        #expect(problems.count == 5)
        #expect(report.articles.map(\.slug.rawValue) == ["good"])
    }

    private func article(slug: String, author: String, category: String = "technology/swift") -> String {
        """
        ---
        title: A title
        slug: \(slug)
        author: \(author)
        status: draft
        category: \(category)
        language: en
        summary: A summary.
        ---
        Text.
        """
    }

    private func temporaryFolder(_ files: [String: String]) throws -> URL {
        let folder = FileManager.default.temporaryDirectory.appending(path: "cms-\(UUID())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        for (name, text) in files { try Data(text.utf8).write(to: folder.appending(path: name)) }
        return folder
    }
}
