import Entities
import Foundation
import MarketplaceModel

extension Audit {
    /// What was supplied is available, reserved or sold. What is reserved is held by checkouts, what is sold is in orders that
    /// were not cancelled.
    func stock() -> [Finding] {
        let cancelled = Set(contents.orders.filter { $0.status == .cancelled }.map(\.orderID))
        let sold = contents.orderLines.filter { !cancelled.contains($0.orderID) }
        return contents.stocks.compactMap { stock in
            let parts = [stock.available, stock.reserved, stock.sold]
            if parts.allSatisfy({ $0 >= 0 }), parts.reduce(0, +) == stock.supplied { return nil }
            return Finding(
                .stock, "of listing \(stock.listingID) \(stock.supplied) were supplied, and \(parts) are there")
        }
            + compare(
                .stock, "what is reserved of listing",
                found: quantities(contents.stocks.map { ($0.listingID, $0.reserved) }),
                expected: quantities(contents.stockHolds.map { ($0.listingID, $0.quantity) }))
            + compare(
                .stock, "what is sold of listing", found: quantities(contents.stocks.map { ($0.listingID, $0.sold) }),
                expected: quantities(sold.map { ($0.listingID, $0.quantity) }))
            + compare(
                .stock, "the seller of the stock of listing",
                found: Dictionary(first: contents.stocks.map { ($0.listingID, $0.sellerID) }),
                expected: Dictionary(first: contents.listings.map { ($0.listingID, $0.sellerID) }))
    }

    private func quantities(_ pairs: [(ULID, Int)]) -> [ULID: Int] {
        Dictionary(pairs.filter { $0.1 != 0 }, uniquingKeysWith: +)
    }

    /// No two shipments wait for the same courier at the same time, and couriers come for shipments only. What is held for one that is
    /// being packed is nothing yet.
    func bookings() -> [Finding] {
        let pickups = contents.shipments.compactMap { shipment in
            shipment.pickupAt.map { (PickupSlot.Key(shipment, startsAt: $0), shipment.orderID) }
        }
        let booked = Dictionary(pickups.map { ($0.0, 1) }, uniquingKeysWith: +)
        return booked.filter { $0.value > 1 }.map {
            Finding(.bookings, "\($0.value) shipments of \($0.key.sellerID) are fetched at \($0.key.startsAt)")
        }
            + compare(
                .bookings, "the order of pickup",
                found: Dictionary(
                    first: contents.pickupSlots.filter { $0.expiresAt == nil }.map { ($0.key, $0.orderID) }),
                expected: Dictionary(first: pickups))
    }
}

extension PickupSlot.Key {
    fileprivate init(_ shipment: Shipment, startsAt: Date) {
        self.init(regionID: shipment.regionID, sellerID: shipment.sellerID, startsAt: startsAt)
    }
}
