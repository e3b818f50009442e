public import Entities

public import struct Foundation.TimeInterval

/// Buys in two steps, each a transaction: the goods are reserved, and then paid. In between the buyer can change their mind, or walk away.
public struct Checkout: Sendable {
    let market: Market

    /// Takes the goods out of what is available: all, or none.
    /// - Parameters:
    ///   - lines: of one buyer's cart, all from one seller.
    ///   - duration: for how long.
    /// - Throws: `Refusal`, or `DynamoDBError`.
    public func reserve(_ lines: [CartLine], for duration: TimeInterval = 600) async throws -> Reservation {
        guard let first = lines.first, lines.count <= 10 else { throw Refusal.quantity }
        guard lines.allSatisfy({ $0.sellerID == first.sellerID && $0.buyerID == first.buyerID }) else {
            throw Refusal.severalSellers
        }
        let reservation = Reservation(
            checkoutID: Generators.current.ulid(), buyerID: first.buyerID, sellerID: first.sellerID, lines: lines,
            endsAt: Generators.current.now().addingTimeInterval(duration))
        try await market.transact(
            "checkout.reserve", refusing: ["Listing.check": .offerChanged, "Stock.patch": .soldOut]
        ) {
            for line in lines {
                Listing.check(regionID: market.regionID, listingID: line.listingID) {
                    $0.status == .active && $0.price == line.price
                }
                Stock.patch(regionID: market.regionID, listingID: line.listingID) {
                    $0.available.subtract(line.quantity)
                    $0.reserved.add(line.quantity)
                }
                StockHold.create(
                    .init(
                        regionID: market.regionID, checkoutID: reservation.checkoutID, listingID: line.listingID,
                        quantity: line.quantity, endsAt: reservation.endsAt))
            }
        }
        return reservation
    }

    /// Lets go of the goods. Where their time is over already, somebody else has.
    /// - Throws: `Refusal.reservationOver`, or `DynamoDBError`.
    public func release(_ reservation: Reservation) async throws {
        try await release(
            reservation.lines.map { ($0.listingID, $0.quantity) }, of: reservation.checkoutID)
    }

    /// Gives back what was reserved and not paid in time.
    /// - Parameter now: what ends before goes back.
    /// - Returns: how many holds.
    @discardableResult
    public func sweep(endedBefore now: Date, limit: Int = 25) async throws -> Int {
        var count = 0
        let ended = StockHold.ending(regionID: market.regionID, endsAt: ..<now)
        for hold in try await ended.page(limit: limit, on: market.db).items {
            do {
                try await release([(hold.listingID, hold.quantity)], of: hold.checkoutID)
                count += 1
            } catch Refusal.reservationOver {}
        }
        return count
    }

    /// Who holds how many of a listing.
    public func holds(on listingID: ULID) async throws -> [StockHold] {
        try await StockHold.onListing(regionID: market.regionID, listingID: listingID).all(on: market.db)
    }

    /// What a checkout holds.
    public func holds(of checkoutID: ULID) async throws -> [StockHold] {
        try await StockHold.ofCheckout(regionID: market.regionID, checkoutID: checkoutID).all(on: market.db)
    }

    private func release(_ goods: [(listingID: ULID, quantity: Int)], of checkoutID: ULID) async throws {
        try await market.transact("checkout.release", refusing: ["StockHold.remove": .reservationOver]) {
            for (listingID, quantity) in goods {
                StockHold.remove(regionID: market.regionID, checkoutID: checkoutID, listingID: listingID)
                Stock.patch(regionID: market.regionID, listingID: listingID) {
                    $0.reserved.subtract(quantity)
                    $0.available.add(quantity)
                }
            }
        }
    }
}
