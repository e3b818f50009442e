import Entities
import Foundation
import MarketplaceModel

// What couriers do, and those who run the marketplace.
extension Actor {
    mutating func deliver(in market: Market) async throws {
        let parcels = try await market.shipments.onTheWay(limit: 40)
        guard let shipment = parcels.randomElement(using: &numbers) else { return }
        try await market.shipments.deliver(shipment.orderID)
    }

    mutating func sweep(in market: Market) async throws {
        try await market.checkout.sweep(endedBefore: Generators.current.now())
    }

    mutating func oversee(in market: Market) async throws {
        let today = Generators.current.now()
        _ = try await market.orders.orders(on: today, limit: 20)
        _ = try await market.orders.orders(during: today.addingTimeInterval(-2 * 86_400)..<today, limit: 20)
        _ = try await market.sales.total(on: DailySales.day(of: today))
        _ = try await market.sales.sellers(on: DailySales.day(of: today), limit: 20)
        _ = try await market.orders.inEscrow(limit: 10)
        if let listing = listing(), let hold = try await market.checkout.holds(on: listing.listingID).first {
            _ = try await market.checkout.holds(of: hold.checkoutID)
        }
    }
}
