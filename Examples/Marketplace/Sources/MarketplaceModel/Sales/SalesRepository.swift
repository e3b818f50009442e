public import Entities

/// What was sold.
public struct SalesRepository: Sendable {
    let market: Market

    /// A seller's days, the latest first.
    /// - Parameter prefix: `2026-11` for a month.
    public func days(of sellerID: ULID, beginningWith prefix: String = "") async throws -> [DailySales] {
        try await DailySales.ofSeller(regionID: market.regionID, sellerID: sellerID, day: .beginning(with: prefix))
            .descending().all(on: market.db)
    }

    /// All sellers that sold something on a day, as far as a page goes.
    public func sellers(on day: String, limit: Int) async throws -> Page<DailySales> {
        try await DailySales.onDay(regionID: market.regionID, day: day).page(limit: limit, on: market.db)
    }

    /// How many orders there were on a day in all of the region, and what they came to in cents.
    public func total(on day: String) async throws -> (orders: Int, turnover: Int) {
        async let orders = RegionSales.orders(regionID: market.regionID, day: day).value(on: market.db)
        async let turnover = RegionSales.turnover(regionID: market.regionID, day: day).value(on: market.db)
        return try await (orders, turnover)
    }

    /// The latest sales of a listing.
    public func sales(of listingID: ULID, limit: Int) async throws -> [OrderLine] {
        try await OrderLine.salesOf(regionID: market.regionID, listingID: listingID).descending()
            .page(limit: limit, on: market.db).items
    }
}
