import Entities
import Foundation
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
        let db = Database(InMemoryDynamoDB(), table: Marketplace.table)
        try await db.createTables()
        let dataSet = DataSet(listings: invocation.listings, buyers: invocation.buyers, seed: invocation.seed)
        try await dataSet.load(into: db)

        let day = TradingDay(db: db, dataSet: dataSet, seed: invocation.seed)
        let start = ContinuousClock.now
        var tally = try await day.trade()
        let duration = start.duration(to: .now)
        tally += try await day.fulfil()

        let findings = try await Audit.run(on: db, since: dataSet)
        print(Report(dataSet, tally, in: duration, findings).description)
        return findings.isEmpty ? 0 : 1
    }
}
