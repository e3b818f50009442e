import EntityMacrosLite

/// A listing in somebody's cart, as it was when it was put there.
struct CartLine: Regional {
    let regionID = Attribute<String>(.tenant, .length(1...20))
    let buyerID = Attribute<ULID>()
    let listingID = Attribute<ULID>()
    let sellerID = Attribute<ULID>(.readOnly)
    let title = Attribute<String>(.readOnly, .typicalLength(30))
    let quantity = Attribute<Int>(.range(1...1000))
    /// What one of them cost, in cents.
    let price = Attribute<Int>(.readOnly)
    /// Carts that nobody comes back to empty themselves.
    let expiresAt = Attribute<Date>(.timeToLive)

    var accessPatterns: AccessPatterns {
        Primary("cart", partition: "\(region)#BUYER#\(buyerID)", sort: "CART#\(listingID)")
        Index("wanting", on: .gsi1, partition: "\(region)#LISTING#\(listingID)", sort: "CART#\(buyerID)")
    }
}
