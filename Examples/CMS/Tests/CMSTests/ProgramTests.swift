import Entities
import Foundation
import Synchronization
import Testing

@testable import cms

@Suite("The program cms", .enabled(if: !TestExecutor.usesServer, "the program brings its own database"))
struct ProgramTests {
    /// What a command line printed, and what it ended with.
    struct Run {
        let code: ExitCode
        let output: String
        let errors: String
    }

    private func run(_ arguments: String...) async -> Run { await run(arguments) }

    private func run(_ arguments: [String]) async -> Run {
        let texts = Mutex((output: "", errors: ""))
        let console = Console(
            print: { text in texts.withLock { $0.output += text + "\n" } },
            error: { text in texts.withLock { $0.errors += text + "\n" } },
            status: { _ in }, showsStatus: false, isTerminal: false)
        let code = await CMSProgram.run(arguments, console: console)
        return texts.withLock { Run(code: code, output: $0.output, errors: $0.errors) }
    }

    @Test("The demo shows every step, with progress on the side")
    func demo() async {
        let run = await run("demo")
        #expect(run.code == .ok)
        for text in [
            "[Article.published: Query on gsi2]", "神保町を歩く", "[Article.inCategory: Query on category]",
            "published: Look up: the Geminids 🌠", "saved revision 2", "was too late", "2  2026-12-13T09:00:00Z  edited",
            "was refused: another article has the slug octothorpe",
        ] {
            #expect(run.output.contains(text), "\(text)")
        }
        #expect(run.errors.contains("importing articles: 10 of 26\n"))
        #expect(run.errors.hasSuffix("imported 26 articles, 7 authors, 15 categories, 8 subscribers\n"))
        #expect(!run.output.contains("\u{1B}"))
    }

    @Test("A list is continued by the cursor that it printed, in another run")
    func pages() async throws {
        let whole = await run("list", "--limit", "100").output.split(separator: "\n").dropFirst(2)
        var rows: [Substring] = []
        var next: Substring?
        repeat {
            let page = await run(["list", "--limit", "7"] + (next.map { ["--cursor=\($0)"] } ?? []))
            try #require(page.code == .ok)
            let lines = page.output.split(separator: "\n").dropFirst(2)
            rows += lines.filter { !$0.hasPrefix("next page") }
            next = lines.last { $0.hasPrefix("next page") }?.split(separator: " ").last
        } while next != nil
        // Columns are as wide as each page needs: compare the slugs.
        func slugs(_ rows: some Sequence<Substring>) -> [Substring] {
            rows.map { $0.split(separator: " ", omittingEmptySubsequences: true)[4] }
        }
        #expect(slugs(rows) == slugs(whole))
        #expect(rows.count == 18)
    }

    @Test(
        "Searching",
        arguments: [
            (["--tag", "#"], ["octothorpe"]), (["--tag", "swift", "--from", "2026-01-01"], ["sorting-by-bytes"]),
            (["--tag=swift", "--to=2025-03-28"], ["haiku-for-a-build-server"]),
            (["--author", "olena", "--status", "draft"], ["zazolc-gesla-jazn"]),
            (["--category", "technology/databases/nosql"], ["single-table-design-in-practice", "sorting-by-bytes"]),
            (["--from", "2025-11-05", "--to", "2025-12-03"], ["one-letter-two-spellings", "octothorpe"]),
        ])
    func search(_ options: [String], _ slugs: [String]) async {
        let run = await run(["search"] + options)
        #expect(run.code == .ok)
        let rows = run.output.split(separator: "\n").dropFirst(2)
        #expect(rows.count == slugs.count)
        for (row, slug) in zip(rows, slugs) { #expect(row.contains(slug)) }
    }

    @Test("One article, its history and what is due")
    func reading() async {
        let shown = await run("show", "octothorpe")
        #expect(shown.output.hasPrefix("title       From ℔ to #: a short life of the octothorpe\n"))
        #expect(shown.output.contains("\nviews       1\n"))
        #expect(shown.output.contains("\nRoman merchants weighed"))
        #expect(
            await run("history", "octothorpe").output.contains("       1  2026-12-13T09:00:00Z  created  published"))
        #expect(await run("due").output.contains("geminids-tonight"))
        #expect(await !run("due", "--before", "2026-12-01").output.contains("geminids-tonight"))
        #expect(
            await run("due", "--now", "2026-01-01").output
                == "Nothing is to be published before 2026-01-01T00:00:00Z.\n")
    }

    @Test("Explaining prints the request")
    func explaining() async {
        let explained = await run("search", "--category", "life", "--explain")
        #expect(
            explained.output.hasPrefix(
                """
                Article.inCategory: Query on index category of cms
                Reads 0.5 units per 4 KB of what the key condition selects.
                {
                  "TableName": "cms",
                  "IndexName": "category",
                  "KeyConditionExpression": "#tenantID = :v0 AND #status = :v1 AND begins_with(#category, :v2)",
                  "ExpressionAttributeNames": {
                    "#tenantID": "tenantID",
                    "#status": "status",
                    "#category": "category"
                  },
                  "ExpressionAttributeValues": {
                    ":v0": {"S": "magazine"},
                    ":v1": {"S": "published"},
                    ":v2": {"S": "life/"}
                  }
                }

                date
                """))
        let all = await run("explain").output
        for pattern in [
            "Article.get", "Article.bySlug", "Article.published", "Article.due", "Article.byAuthor",
            "Article.inCategory",
            "ArticleTag.ofArticle", "ArticleTag.byTag", "ArticleVersion.versions", "Category.tree",
            "Subscriber.byEmail",
            "Subscription.subscribers", "dossier", "authored", "account",
        ] {
            #expect(all.contains("\n\(pattern): "), "\(pattern)")
        }
        #expect(!all.contains(": Scan"))
    }

    @Test("Bad files end with 65, and are named")
    func badInput() async {
        let broken = Magazine.content.appending(path: "broken").path
        let run = await run("import", broken)
        #expect(run.code == .badInput)
        #expect(run.output == "")
        #expect(run.errors.contains("unknown-status.md:5: status: "))
        #expect(run.errors.contains("imported nothing; 5 files need a correction, see above\n"))
        #expect(await self.run("list", "--content", broken).code == .badInput)
        #expect(await self.run("import", "/no/such/folder").code == .badInput)
    }

    @Test(
        "Wrong arguments end with 64, and say what is wrong",
        arguments: [
            ([], "a command is missing"), (["lists"], "there is no command \"lists\""),
            (["list", "--limit", "many"], "--limit is a number from 1 to 100, not \"many\""),
            (["list", "--limit"], "--limit needs a value"), (["list", "extra"], "\"extra\" is not understood here"),
            (["show"], "SLUG is missing"), (["show", "No Slug"], "SLUG is the slug of an article"),
            (["search"], "search for one of"), (["search", "--tag", "a", "--author", "b"], "search for one of"),
            (["search", "--from", "2026-02-30"], "--from is a date such as"),
            (["due", "--before", "soon"], "--before is a date"),
        ])
    func wrongUsage(_ arguments: [String], _ message: String) async {
        let run = await run(arguments)
        #expect(run.code == .usage)
        #expect(run.errors.contains(message))
        #expect(run.output == "")
    }

    @Test("What is not there ends with 1")
    func missing() async {
        let run = await run("show", "nothing-here")
        #expect(run.code == .failure)
        #expect(run.errors == "cms: there is no article \"nothing-here\"; cms list shows what there is\n")
    }
}
