import EntityMacrosLite

/// What a buyer ordered of a seller at once.
struct Order: Regional {
    let regionID = Attribute<String>(.tenant, .length(1...20))
    let orderID = Attribute<ULID>(.generated)
    let buyerID = Attribute<ULID>(.readOnly)
    let sellerID = Attribute<ULID>(.readOnly)
    /// In cents.
    let total = Attribute<Int>(.range(1...), .readOnly)
    let status = Attribute<Choice>(
        "placed", "shipped", "delivered", "completed", "cancelled", .default("placed"),
        .transitions(["placed": ["shipped", "cancelled"], "shipped": ["delivered"], "delivered": ["completed"]]))
    let placedAt = Attribute<Date>(.createdAt)

    var accessPatterns: AccessPatterns {
        Primary("order", partition: "\(region)#ORDER#\(orderID)", sort: "ORDER", collection: "orderFile")
        Index(
            "bySeller", on: .gsi1, partition: "\(region)#SELLER#\(sellerID)", sort: "ORDER#\(status)#\(orderID)",
            collection: "desk")
        Index("byBuyer", on: .gsi2, partition: "\(region)#BUYER#\(buyerID)", sort: "ORDER#\(orderID)")
        Index("byDay", on: .gsi3, partition: "\(region)#DAY#\(placedAt, .day)", sort: "\(placedAt)#\(orderID)")
    }
}
