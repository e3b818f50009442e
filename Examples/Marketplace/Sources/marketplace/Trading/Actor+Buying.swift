import Entities
import MarketplaceModel

// What buyers do.
extension Actor {
    mutating func browse(in market: Market) async throws {
        guard let category = Goods.categories.randomElement(using: &numbers) else { return }
        let least = Int.random(in: 100...15_000, using: &numbers)
        let found = try await market.listings.listings(in: category, price: least..., limit: 20).items
        if let listing = found.randomElement(using: &numbers) {
            _ = try await market.listings.page(of: listing.listingID)
            _ = try await market.reviews.reviews(about: listing.sellerID, limit: 10)
        }
    }

    mutating func lookAtNewest(in market: Market) async throws {
        let newest = try await market.listings.newest(limit: 10).items
        offered += newest.prefix(3)
        if offered.count > 30 { offered.removeFirst(offered.count - 30) }
    }

    mutating func fillCart(in market: Market) async throws {
        guard let buyer = buyer(), let listing = try await currentListing(in: market) else { return }
        try await market.carts.put(.random(in: 1...3, using: &numbers), of: listing, for: buyer.accountID)
        _ = try await market.carts.wanting(listing.listingID)
        if numbers.chance(20) { try await market.carts.remove(listing.listingID, from: buyer.accountID) }
        if numbers.chance(5) { try await market.carts.empty(buyer.accountID) }
    }

    /// Puts something into the cart, reserves all that is in it of that seller, and pays; or lets go of it, or walks away.
    mutating func buy(in market: Market) async throws {
        guard let buyer = buyer(), let listing = try await currentListing(in: market) else { return }
        try await market.carts.put(.random(in: 1...3, using: &numbers), of: listing, for: buyer.accountID)
        let lines = try await market.carts.lines(of: buyer.accountID).filter { $0.sellerID == listing.sellerID }
        // Somebody else with this account may have emptied the cart meanwhile.
        guard !lines.isEmpty else { return }
        let walksAway = numbers.chance(10)
        let reservation: Reservation
        do {
            reservation = try await market.checkout.reserve(Array(lines.prefix(3)), for: walksAway ? 0 : 600)
        } catch let refusal as Refusal where refusal == .offerChanged || refusal == .soldOut {
            // What cannot be had any more is not left in the cart.
            for line in lines.prefix(3) { try await market.carts.remove(line.listingID, from: buyer.accountID) }
            throw refusal
        }
        if walksAway { return }
        if numbers.chance(10) { return try await market.checkout.release(reservation) }
        let order = try await creating(.orders) { try await market.checkout.pay(reservation) }
        // Some press the button twice.
        if numbers.chance(20) { try await payAgain(reservation, order, in: market) }
    }

    private mutating func payAgain(_ reservation: Reservation, _ order: Order, in market: Market) async throws {
        do {
            guard try await market.checkout.pay(reservation) != order else { return }
            tally.surprises.append("checkout \(reservation.checkoutID) was paid twice")
        } catch let refusal as Refusal {
            tally.surprises.append("checkout \(reservation.checkoutID) is paid, and refused: \(refusal.rawValue)")
        }
    }

    /// The listing as it is now: it may be dearer than when the actor saw it, or withdrawn.
    private mutating func currentListing(in market: Market) async throws -> Listing? {
        guard let listing = listing() else { return nil }
        // Every fifth time the actor has had the page open for long.
        if numbers.chance(20) { return listing }
        return try await market.listings.page(of: listing.listingID).listings.first
    }

    mutating func followOrder(in market: Market) async throws {
        guard let buyer = buyer(),
            let order = try await market.orders.orders(of: buyer.accountID, limit: 10).items.first
        else { return }
        _ = try await market.orders.file(of: order.orderID)
        _ = try await market.wallets.entries(ofOrder: order.orderID)
    }

    mutating func cancel(in market: Market) async throws {
        guard let seller = seller(),
            let order = try await market.orders.orders(from: seller.accountID, .placed, limit: 10)
                .randomElement(using: &numbers)
        else { return }
        try await market.orders.cancel(order.orderID)
    }

    /// A buyer whose parcel has come lets the seller have the money; then both say what they think, some of them twice.
    mutating func receive(in market: Market) async throws {
        guard let seller = seller(),
            let order = try await market.orders.orders(from: seller.accountID, .delivered, limit: 10)
                .randomElement(using: &numbers)
        else { return }
        try await market.orders.complete(order.orderID)
        for author in [order.buyerID, order.sellerID] + (numbers.chance(20) ? [order.buyerID] : []) {
            let stars = Int.random(in: 1...5, using: &numbers)
            _ = try await creating(.reviews) {
                try await market.reviews.review(order, by: author, stars: stars)
            }
        }
        _ = try await market.reviews.reviews(by: order.buyerID, limit: 10)
    }

    mutating func search(in market: Market) async throws {
        guard let buyer = buyer(), let category = Goods.categories.randomElement(using: &numbers) else { return }
        let price = Int.random(in: 500...20_000, using: &numbers)
        _ = try await creating(.searches) {
            try await market.searches.save(category, upTo: price, for: buyer.accountID)
        }
        _ = try await market.searches.searches(of: buyer.accountID)
    }
}
