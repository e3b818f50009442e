import Entities
import MarketplaceModel
import Testing

@testable import marketplace

/// A small marketplace with what is in it, the same each time.
struct TestMarket {
    let marketplaces: Marketplaces
    let dataSet: DataSet
    let opening: [Kind: Int]

    var db: Database { marketplaces.db }
    /// One of the regions, as it is without faults.
    var market: Market { Market(db, region: "eu") }

    init(
        listings: Int = 40, orders: Int = 0, faults: Double = 0, on executor: TestExecutor = .standard,
        through change: (any DynamoDBExecutor) -> any DynamoDBExecutor = { $0 }
    ) async throws {
        marketplaces = try Marketplaces(
            change(try executor.executor()), table: executor.table(Marketplace.table), faults: faults, seed: 5,
            pause: { _ in await Task.yield() })
        dataSet = DataSet(listings: listings, orders: orders, seed: 7)
        try await marketplaces.db.createTables()
        opening = try await dataSet.load(into: marketplaces.db)
    }

    /// Lets actors trade, and audits what is left.
    func trade(
        actors: Int = 32, operations: Int, _ activities: [Activity] = Activity.lots
    ) async throws -> (tally: Tally, report: AuditReport) {
        let tally = try await Trading(
            dataSet: dataSet, actors: actors, operations: operations, seed: 3, activities: activities,
            markets: { marketplaces.market($0, $1) }
        ).run()
        return (tally, try await Audit.run(on: db, opening: opening, tally))
    }

    /// What is looked at and not as it must be.
    func audit(_ tally: Tally = Tally()) async throws -> Set<Finding.Check> {
        Set(try await Audit.run(on: db, opening: opening, tally).findings.map(\.check))
    }

    func population() throws -> Population {
        try #require(dataSet.populations.first { $0.regionID == market.regionID })
    }

    func seller() throws -> Account { try #require(try population().sellers.first) }
    func buyer(_ number: Int = 0) throws -> Account { try #require(try population().buyers.dropFirst(number).first) }

    /// A listing at 10 euros, which is not part of the data set.
    func offer(_ quantity: Int) async throws -> Listing {
        try await market.listings.offer(
            "Kettle", in: "kitchen", price: 1_000, quantity: quantity, by: try seller().accountID)
    }

    /// Packs a shipment, for a courier who comes on New Year's Day.
    func pack(_ shipment: Shipment) async throws {
        let pickup = try await market.shipments.hold(DataSet.end, for: shipment)
        try await market.shipments.pack(shipment, pickup: pickup)
    }

    /// How many of a listing are available, reserved and sold.
    func goods(_ listing: Listing) async throws -> [Int] {
        let stock = try #require(try await market.listings.page(of: listing.listingID).stocks.first)
        return [stock.available, stock.reserved, stock.sold]
    }

    /// Buys so many of a listing, up to the payment.
    func reserve(_ quantity: Int, of listing: Listing, buyer: Account? = nil) async throws -> Reservation {
        let buyerID = try buyer?.accountID ?? self.buyer().accountID
        return try await market.checkout.reserve([try await market.carts.put(quantity, of: listing, for: buyerID)])
    }
}
