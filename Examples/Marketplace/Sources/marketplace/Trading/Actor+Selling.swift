import Entities
import Foundation
import MarketplaceModel

// What sellers do.
extension Actor {
    mutating func offer(in market: Market) async throws {
        guard let seller = seller(), let category = Goods.categories.randomElement(using: &numbers) else { return }
        let (price, quantity) = (
            Int.random(in: 100...20_000, using: &numbers), Int.random(in: 1...10, using: &numbers)
        )
        let title = Goods.title(of: category, .random(in: 0..<1_000_000, using: &numbers))
        let listing = try await creating(.listings) {
            try await market.listings.offer(
                title, in: category, price: price, quantity: quantity, by: seller.accountID)
        }
        offered.append(listing)
        _ = try await market.searches.watching(listing, limit: 20)
    }

    mutating func reprice(in market: Market) async throws {
        guard let listing = listing() else { return }
        let percent = Int.random(in: 80...120, using: &numbers)
        _ = try await creating(.changes) {
            try await market.listings.reprice(listing.listingID) { max(1, min(99_999_999, $0.price * percent / 100)) }
        }
        _ = try await market.listings.changes(of: listing.listingID)
    }

    mutating func withdraw(in market: Market) async throws {
        guard let listing = population.listings.randomElement(using: &numbers) else { return }
        _ = try await creating(.changes) { try await market.listings.withdraw(listing.listingID) }
    }

    mutating func restock(in market: Market) async throws {
        guard let listing = listing() else { return }
        try await market.listings.restock(listing.listingID, by: .random(in: 1...10, using: &numbers))
    }

    mutating func lookAtDesk(in market: Market) async throws {
        guard let seller = seller() else { return }
        _ = try await market.orders.desk(of: seller.accountID)
        _ = try await market.listings.listings(of: seller.accountID)
        _ = try await market.listings.stocks(of: seller.accountID)
        let days = try await market.sales.days(of: seller.accountID, beginningWith: "2025-12")
        if !days.isEmpty, let listing = listing() { _ = try await market.sales.sales(of: listing.listingID, limit: 10) }
    }

    /// Packs what was ordered, for the next time at which a courier is free, and hands over what the courier comes for.
    mutating func pack(in market: Market) async throws {
        guard let seller = seller() else { return }
        let pending = try await market.shipments.shipments(from: seller.accountID, .pending, limit: 5)
        if let shipment = pending.randomElement(using: &numbers) {
            let taken = Set(
                try await market.shipments.pickups(of: seller.accountID, from: DataSet.end).map(\.startsAt))
            let free = (0...).lazy.map { DataSet.end.addingTimeInterval(Double($0) * 900) }
                .first { !taken.contains($0) }
            // Every tenth time something comes in between.
            let isInterrupted = numbers.chance(10)
            let pickup = try await market.shipments.hold(
                free ?? DataSet.end, for: shipment, during: isInterrupted ? 2 : 600)
            if !isInterrupted { try await market.shipments.pack(shipment, pickup: pickup) }
        }
        let packed = try await market.shipments.shipments(from: seller.accountID, .packed, limit: 5)
        if let shipment = packed.randomElement(using: &numbers) {
            try await market.shipments.ship(shipment.orderID)
        }
    }
}
