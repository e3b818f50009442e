import Entities
import MarketplaceModel
import Testing

@testable import marketplace

@Suite("Trading")
struct TradingTests {
    @Test(
        "by 64 at once, with faults at every operation, leaves everything as it has to be",
        .enabled(if: TestExecutor.keepsTokens, "the server does not keep client tokens"), arguments: TestExecutor.all)
    func audit(executor: TestExecutor) async throws {
        let market = try await TestMarket(listings: 80, orders: 60, faults: 0.1, on: executor)
        let (tally, report) = try await market.trade(actors: 64, operations: 960)
        #expect(report.findings.isEmpty)
        // It is no proof if nothing happened.
        #expect(market.marketplaces.injector.injected > 100)
        #expect(market.marketplaces.disturbances.counts[.lostAnswer, default: 0] > 10)
        for activity in [Activity.buy, .deposit, .pack, .deliver, .receive, .reprice, .write, .read] {
            #expect(tally.counts[activity, default: .init()].done > 0, "\(activity)")
        }
        #expect(tally.refusals[.soldOut, default: 0] > 0)
    }

    @Test(
        "is found out where a guarantee is taken away", .enabled(if: !TestExecutor.usesServer),
        arguments: Sabotage.all)
    func sabotage(_ sabotage: Sabotage) async throws {
        let market = try await TestMarket(orders: sabotage.orders, faults: sabotage.faults) { executor in
            SabotagedExecutor(executor, sabotage.change)
        }
        let (_, report) = try await market.trade(operations: sabotage.operations, sabotage.activities)
        #expect(Set(report.findings.map(\.check)).contains(sabotage.finding), "\(report.findings.prefix(5))")
    }
}
