import CMSImport
import CMSModel
import CMSTypes
import Entities
import Foundation
import HTTPDynamoDB
import InMemoryDynamoDB

/// A database with the content in it, and the repositories on it: what a command works with.
struct Session {
    static let tenantID = "magazine"

    let invocation: Invocation
    let console: Console
    let db: Database
    let articles: any ArticleRepository
    let catalogue: any Catalogue
    let subscribers: any SubscriberRepository
    let queries = ArticleQueries(tenantID: tenantID)

    /// Sets everything up, imports the content, and runs the command.
    ///
    /// Time and identifiers are those of `--now`, so every run of a command prints the same, and a cursor that one run
    /// printed is good for the next.
    static func run(_ invocation: Invocation, _ console: Console) async throws -> ExitCode {
        let db = database(invocation.table)
        return try await Generators.$current.withValue(.fixed(now: invocation.now, seed: 1)) {
            let session = Session(invocation, console, db)
            try await db.createTables()
            // A table that stays has the content since the first time.
            let isEmpty = try await session.catalogue.authors().isEmpty
            let isSound =
                try await isEmpty
                ? session.importContent(invocation.content, isMainJob: invocation.command == .demo) : true
            let code = try await session.runCommand()
            return code == .ok && !isSound ? .badInput : code
        }
    }

    private static func database(_ table: String?) -> Database {
        guard let table else { return Database(InMemoryDynamoDB(), table: CMS.table) }
        return Database(HTTPDynamoDB(), table: CMS.table.named(table))
    }

    private init(_ invocation: Invocation, _ console: Console, _ db: Database) {
        self.invocation = invocation
        self.console = console
        self.db = db
        articles = DynamoDBArticleRepository(db, tenantID: Self.tenantID)
        catalogue = DynamoDBCatalogue(db, tenantID: Self.tenantID)
        subscribers = DynamoDBSubscriberRepository(db, tenantID: Self.tenantID)
    }

    private func runCommand() async throws -> ExitCode {
        switch invocation.command {
        case .demo: try await demo()
        case .list(let limit, let cursor): try await list(limit: limit, cursor: cursor)
        case .show(let slug): try await show(slug)
        case .search(let search): try await self.search(search)
        case .due(let date): try await due(before: date)
        case .history(let slug): try await history(slug)
        case .explain: explainAll()
        case .importFolder(let path): return try await importFolder(path)
        case .help: console.print(Usage.text)
        }
        return .ok
    }

    /// Prints a request, if that was asked for.
    func explain(_ request: any ExplainableRequest) {
        if invocation.explains { console.print("\(request.explain())\n") }
    }

    /// The article with a slug.
    func article(_ slug: Slug) async throws -> Article {
        explain(queries.article(slug: slug))
        guard let article = try await articles.article(slug: slug) else {
            throw ExitError.failure("there is no article \"\(slug)\"; cms list shows what there is")
        }
        return article
    }
}
