import ArgumentParser
import Entities
import HTTPDynamoDB
import InMemoryDynamoDB

@main
struct ItemExchange: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "item-exchange",
        abstract: "Moves items between DynamoDB JSON and a server, through HTTPDynamoDB.",
        discussion: """
            Items go through an in-memory table, which reads and writes the JSON. Credentials are found as the AWS tools find them.
            """,
        subcommands: [Push.self, Pull.self])
}

/// Each line of standard input is the body of a PutItem.
struct Push: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Writes the items of PutItem bodies, one a line, to a server.")

    @OptionGroup var location: Location

    func run() async throws {
        let table = try await LocalTable(named: location.table)
        while let line = readLine() { _ = try table.respond(to: "PutItem", line) }
        try await copyItems(of: location.table, from: table.engine, to: location.server())
    }
}

/// Each line of standard input is the body of a GetItem, and each line of standard output its answer.
struct Pull: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Answers GetItem bodies, one a line, with a server's items.")

    @OptionGroup var location: Location

    func run() async throws {
        let table = try await LocalTable(named: location.table)
        try await copyItems(of: location.table, from: location.server(), to: table.engine)
        while let line = readLine() { print(try table.respond(to: "GetItem", line)) }
    }
}

/// A table on a server.
struct Location: ParsableArguments {
    @Option(help: "The server, http://127.0.0.1:8000")
    var endpoint: String

    @Option(help: "The table; its key is one attribute pk, a text.")
    var table: String

    func server() throws -> HTTPDynamoDB {
        // Servers for tests may be slow with large items.
        var options = HTTPDynamoDB.Options()
        options.attemptTimeout = .seconds(60)
        options.totalTimeout = .seconds(120)
        return HTTPDynamoDB(region: "us-east-1", endpoint: try HTTPEndpoint(endpoint), options: options)
    }
}
