import DynamoDBNIOTransport
import Foundation
import HTTPDynamoDB

/// Measures clients against a server that always gives the same answer of 1 KB: `http [--rounds N] [--requests N] [--only TEXT] [--json FILE]`.
///
/// Each round runs all clients one after the other, so that a noisy neighbour hurts all alike; the figures are medians of the rounds.
/// Processor time is that of the client's process alone.
@main struct HTTPBenchmark {
    static let concurrencies = [1, 8, 32]

    static func main() async throws {
        let arguments = try Arguments(CommandLine.arguments.dropFirst())
        let responder = try Responder()
        defer { responder.stop() }
        let session = URLSessionTransport()
        let nio = NIOTransport()
        let clients: [any Client] = [
            ExecutorClient(name: "HTTPDynamoDB on NIOTransport", transport: nio),
            TransportClient(name: "NIOTransport alone", transport: nio),
            ExecutorClient(name: "HTTPDynamoDB on URLSession", transport: session, share: 0.25),
            TransportClient(name: "URLSession alone", transport: session, share: 0.25),
            ScriptClient(name: "Node's http, keep-alive", command: "node", script: "client.mjs"),
            ScriptClient(name: "boto3", command: "python3", script: "client.py", share: 0.05),
        ]
        var report = Report()
        for round in 0..<arguments.rounds {
            for client in clients where arguments.only.map({ client.name.contains($0) }) ?? true {
                for concurrency in concurrencies {
                    let requests = max(200, Int(Double(arguments.requests) * client.share))
                    FileHandle.standardError.write(
                        Data("\rround \(round + 1): \(client.name), \(concurrency) at a time\u{1B}[K".utf8))
                    do {
                        report.add(
                            try await client.run(port: responder.port, concurrency: concurrency, requests: requests),
                            for: client.name, concurrency)
                    } catch let problem as Missing {
                        report.note("\(client.name): \(problem.reason)")
                    }
                }
            }
        }
        FileHandle.standardError.write(Data("\r\u{1B}[K".utf8))
        print(report.table(concurrencies))
        if let file = arguments.json { try report.json.write(to: URL(fileURLWithPath: file)) }
        await nio.shutdown()
    }
}

/// What the command line says.
struct Arguments {
    var rounds = 5
    var requests = 20_000
    /// What the names of the clients have in common that are measured.
    var only: String?
    var json: String?

    init(_ arguments: some Sequence<String>) throws {
        var rest = Array(arguments)[...]
        while let name = rest.popFirst() {
            let value = rest.popFirst()
            switch (name, value.flatMap { Int($0) }, value) {
            case ("--rounds", let count?, _) where count > 0: rounds = count
            case ("--requests", let count?, _) where count > 0: requests = count
            case ("--only", _, let text?): only = text
            case ("--json", _, let file?): json = file
            default: throw Missing(reason: "usage: http [--rounds N] [--requests N] [--only TEXT] [--json FILE]")
            }
        }
    }
}

/// Something that a measurement needs is not there.
struct Missing: Error, CustomStringConvertible {
    let reason: String
    var description: String { reason }
}
