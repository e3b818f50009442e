import ArgumentParser
import DynamoDBServer
import InMemoryDynamoDB
import NIOCore

import struct Foundation.Date

@main
struct Dynabox: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "dynabox",
        abstract: "A DynamoDB on this machine, in memory.",
        discussion: """
            Every client of DynamoDB works with it; it only has to be told where the server is:

              dynabox --port 8000
              aws dynamodb list-tables --endpoint-url http://127.0.0.1:8000

            Clients need some credentials to sign with. Any will do, unless the server is given credentials of its own: then \
            signatures are verified as the service does.

            Tables are gone when the server ends, unless --snapshot names a file to keep them in.

            The first line on standard output is "listening on http://HOST:PORT". GET /healthz tells uptime, number of tables and \
            version as JSON.

            Signals: SIGINT and SIGTERM let running requests end, save the snapshot and stop; a second one stops at once, without \
            saving. SIGUSR1 and SIGHUP save the snapshot and go on.
            """,
        version: DynamoDBServer.version)

    @OptionGroup(title: "Listening") var listening: ListeningOptions
    @OptionGroup(title: "Signatures") var signatures: SignatureOptions
    @OptionGroup(title: "Keeping data") var keeping: KeepingOptions
    @OptionGroup(title: "Behaviour") var behaviour: EngineOptions

    func run() async throws {
        let signals = Signals()
        let injector = try behaviour.injector()
        let engine = InMemoryDynamoDB(
            region: listening.region, accountID: listening.accountID, endpoint: "\(listening.host):\(listening.port)",
            options: behaviour.options)
        try keeping.restore(engine)
        var configuration = ServerConfiguration()
        listening.apply(to: &configuration)
        configuration.authentication = try signatures.authentication()
        if let injector { configuration.intervene = Intervention.faults(injector, on: engine) }
        let server = DynamoDBServer(engine, configuration: configuration)
        let port: Int
        do {
            port = try await server.start()
        } catch {
            throw Failure(
                "cannot listen on \(listening.host) port \(listening.port): \(error). "
                    + "If the port is taken, --port 0 finds a free one.")
        }
        try listening.announce(port)
        for await signal in signals.stream {
            if signal.isForSaving {
                keeping.saveAndGoOn(engine)
            } else {
                Signals.endAtOnceFromNowOn()
                break
            }
        }
        try await server.stop()
        try keeping.save(engine)
    }
}

/// What ends the program, in words for the person who started it.
struct Failure: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) {
        self.description = description
    }
}
