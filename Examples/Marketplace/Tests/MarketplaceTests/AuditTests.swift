import Entities
import MarketplaceModel
import Testing

@testable import marketplace

@Suite("The audit")
struct AuditTests {
    @Test("of a day of trading finds nothing", arguments: TestExecutor.all)
    func tradingDay(executor: TestExecutor) async throws {
        let market = try await Market(listings: 30, buyers: 30, on: executor)
        let day = TradingDay(db: market.db, dataSet: market.dataSet, seed: 7)
        let trade = try await day.trade()
        let fulfilment = try await day.fulfil()
        #expect(trade.purchases > 0)
        #expect(trade.refusals[.soldOut, default: 0] > 0)
        #expect(fulfilment.reviews > 0)
        #expect(try await Audit.run(on: market.db, since: market.dataSet) == [])
    }

    @Test("finds a cent that came from nowhere")
    func balance() async throws {
        let market = try await Market()
        let accountID = try market.buyer().accountID
        try await Account.patch(accountID: accountID) { $0.balance.add(1) }.run(on: market.db)
        #expect(try await checks(market) == [.money, .money])
    }

    @Test("finds money that was moved without an order, although the sum is right")
    func transfer() async throws {
        let market = try await Market()
        let (buyer, seller) = (try market.buyer(), try market.seller())
        try await market.db.transact {
            buyer.patch { $0.balance.subtract(100) }
            seller.patch { $0.balance.add(100) }
        }
        #expect(try await checks(market) == [.money, .money])
    }

    @Test("finds goods that went missing, and an empty listing that is for sale")
    func stock() async throws {
        let market = try await Market()
        let listing = try #require(market.dataSet.listings.first)
        try await listing.patch { $0.stock.set(0) }.run(on: market.db)
        #expect(try await checks(market) == [.stock, .stock])
    }

    @Test(
        "finds a listing that an index has under another key than its own", arguments: ["gsi1pk", "gsi2sk", "gsi3pk"])
    func staleIndexKey(key: String) async throws {
        let market = try await Market()
        let listing = try #require(market.dataSet.listings.first)
        // No update of the library leaves a key stale, so it takes a request past it.
        let change = Change.key(key, nil)
        try await Patch<Listing>(listing.key, [change]).run(on: market.db)
        #expect(try await checks(market) == [.indexes])
    }

    private func checks(_ market: Market) async throws -> [Finding.Check] {
        try await Audit.run(on: market.db, since: market.dataSet).map(\.check)
    }
}

@Suite("The program", .enabled(if: !TestExecutor.usesServer, "the program brings its own database"))
struct ProgramTests {
    @Test("trades, finds nothing amiss, and ends with 0")
    func demo() async throws {
        var output: [String] = []
        let arguments = ["demo", "--listings", "20", "--buyers", "10", "--seed", "3"]
        let code = await MarketplaceProgram.run(arguments, print: { output.append($0) }, error: { output.append($0) })
        #expect(code == 0)
        #expect(output.joined().contains("money is conserved"))
    }

    @Test(
        "says what it does not understand, and ends with 64",
        arguments: [
            [], ["trade"], ["demo", "--listings"], ["demo", "--buyers", "0"], ["demo", "--seed", "-1"], ["demo", "x"],
        ])
    func usage(arguments: [String]) async {
        var errors: [String] = []
        let code = await MarketplaceProgram.run(arguments, print: { _ in }, error: { errors.append($0) })
        #expect(code == 64)
        #expect(errors.count == 1)
    }

    @Test("makes the same data set of the same seed")
    func seed() {
        #expect(
            DataSet(listings: 30, buyers: 5, seed: 1).listings == DataSet(listings: 30, buyers: 5, seed: 1).listings)
        #expect(
            DataSet(listings: 30, buyers: 5, seed: 1).listings != DataSet(listings: 30, buyers: 5, seed: 2).listings)
    }
}
