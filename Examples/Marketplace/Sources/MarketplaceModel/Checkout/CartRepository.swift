public import Entities

public import struct Foundation.TimeInterval

/// What buyers think of buying.
public struct CartRepository: Sendable {
    let market: Market

    /// Puts so many of a listing into the cart, in place of how many there were. To do it twice does no harm, so it needs no
    /// condition, and no transaction.
    /// - Throws: `Refusal`, or `DynamoDBError`.
    @discardableResult
    public func put(
        _ quantity: Int, of listing: Listing, for buyerID: ULID, keeping: TimeInterval = 7 * 86_400
    ) async throws -> CartLine {
        guard listing.sellerID != buyerID else { throw Refusal.ownListing }
        guard (1...1000).contains(quantity) else { throw Refusal.quantity }
        return try await CartLine.put(
            .init(
                regionID: market.regionID, buyerID: buyerID, listingID: listing.listingID, sellerID: listing.sellerID,
                title: listing.title, quantity: quantity, price: listing.price,
                expiresAt: Generators.current.now().addingTimeInterval(keeping))
        ).run(on: market.db)
    }

    /// What is in the cart.
    public func lines(of buyerID: ULID) async throws -> [CartLine] {
        try await CartLine.cart(regionID: market.regionID, buyerID: buyerID).all(on: market.db)
    }

    /// How many carts a listing is in.
    public func wanting(_ listingID: ULID) async throws -> Int {
        try await CartLine.wanting(regionID: market.regionID, listingID: listingID).count(on: market.db)
    }

    /// Takes everything out of the cart, however much it is.
    public func empty(_ buyerID: ULID) async throws {
        try await CartLine.cart(regionID: market.regionID, buyerID: buyerID).deleteAll(on: market.db)
    }

    /// Takes a listing out of the cart.
    public func remove(_ listingID: ULID, from buyerID: ULID) async throws {
        try await CartLine.delete(regionID: market.regionID, buyerID: buyerID, listingID: listingID).run(on: market.db)
    }
}
