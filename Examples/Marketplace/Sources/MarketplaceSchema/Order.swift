import EntityMacrosLite

/// What a buyer ordered of a seller at once.
struct Order: EntityDefinition {
    let orderID = Attribute<ULID>(.generated)
    let buyerID = Attribute<ULID>(.readOnly)
    let sellerID = Attribute<ULID>(.readOnly)
    let lines = Attribute<[Map<OrderLine>]>(.length(1...50), .readOnly)
    /// In cents.
    let total = Attribute<Int>(.range(1...), .readOnly)
    let status = Attribute<Choice>("open", "shipped", "delivered", .default("open"))
    let createdAt = Attribute<Date>(.createdAt)

    var accessPatterns: AccessPatterns {
        Primary("byBuyer", partition: "BUYER#\(buyerID)", sort: "ORDER#\(orderID)")
        Index(
            "bySeller", on: .gsi1, partition: "SELLER#\(sellerID)", sort: "ORDER#\(status)#\(orderID)",
            collection: "desk")
    }
}

/// One listing of an order, as it was when it was ordered.
struct OrderLine: MapDefinition {
    let listingID = Attribute<ULID>()
    let title = Attribute<String>()
    let quantity = Attribute<Int>(.range(1...1000))
    /// What one of them cost, in cents.
    let price = Attribute<Int>()
}
