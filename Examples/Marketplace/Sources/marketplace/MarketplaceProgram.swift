import Entities
import Foundation
import HTTPDynamoDB
import InMemoryDynamoDB
import MarketplaceModel

/// The marketplace on the command line.
@main
struct MarketplaceProgram {
    static func main() async {
        let code = await run(
            Array(CommandLine.arguments.dropFirst()), print: { print($0) },
            error: { FileHandle.standardError.write(Data(($0 + "\n").utf8)) })
        exit(code)
    }

    /// Runs a command line, and returns what the program ends with: 0, 1 where the audit has findings or the database
    /// failed, 64 where the arguments are not understood.
    static func run(_ arguments: [String], print: (String) -> Void, error report: (String) -> Void) async -> Int32 {
        do {
            let invocation = try Invocation(arguments)
            guard !invocation.isHelp else {
                print(Invocation.usage)
                return 0
            }
            return try await demo(invocation, print: print)
        } catch let error as UsageError {
            report("marketplace: \(error.message)\n\n\(Invocation.usage)")
            return 64
        } catch {
            report("marketplace: \(error)")
            return 1
        }
    }

    private static func demo(_ invocation: Invocation, print: (String) -> Void) async throws -> Int32 {
        let marketplaces = try marketplaces(invocation)
        let (db, clock) = (marketplaces.db, ContinuousClock())
        try await db.createTables()
        guard try await Marketplace.scan().first(on: db) == nil else {
            throw UsageError(message: "table \(invocation.table) is not empty: --table names another one")
        }

        let dataSet = DataSet(listings: invocation.listings, orders: invocation.orders, seed: invocation.seed)
        var opening: [Kind: Int] = [:]
        let loading = try await clock.measure { opening = try await dataSet.load(into: db) }
        print(Report.loaded(dataSet, opening, in: loading))

        let trading = Trading(
            dataSet: dataSet, actors: invocation.actors, operations: invocation.operations, seed: invocation.seed,
            markets: { marketplaces.market($0, $1) })
        var tally = Tally()
        let duration = try await clock.measure { tally = try await trading.run() }
        print(Report.traded(tally, marketplaces, actors: invocation.actors, in: duration))

        var audit = AuditReport(items: 0, findings: [])
        let auditing = try await clock.measure {
            audit = try await Audit.run(on: db, opening: opening, tally)
        }
        print(Report.audited(audit, in: auditing))
        return audit.findings.isEmpty ? 0 : 1
    }

    private static func marketplaces(_ invocation: Invocation) throws -> Marketplaces {
        let table = Marketplace.table.named(invocation.table)
        guard let endpoint = invocation.endpoint else {
            return try Marketplaces(
                InMemoryDynamoDB(), table: table, faults: invocation.faults, seed: invocation.seed)
        }
        return try Marketplaces(
            HTTPDynamoDB(endpoint: endpoint), table: table, faults: invocation.faults, seed: invocation.seed)
    }
}
