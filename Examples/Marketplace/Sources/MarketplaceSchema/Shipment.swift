import EntityMacrosLite

/// The goods of an order on their way.
struct Shipment: Regional {
    let regionID = Attribute<String>(.tenant, .length(1...20))
    let orderID = Attribute<ULID>()
    let sellerID = Attribute<ULID>(.readOnly)
    let buyerID = Attribute<ULID>(.readOnly)
    let status = Attribute<Choice>(
        "pending", "packed", "shipped", "delivered", "cancelled", .default("pending"),
        .transitions([
            "pending": ["packed", "cancelled"], "packed": ["shipped", "cancelled"], "shipped": ["delivered"],
        ]))
    /// When the courier fetches the goods: a `PickupSlot` of the seller's.
    let pickupAt = Attribute<Date?>()

    var accessPatterns: AccessPatterns {
        Primary("shipment", partition: "\(region)#ORDER#\(orderID)", sort: "SHIPMENT", collection: "orderFile")
        Index(
            "bySeller", on: .gsi1, partition: "\(region)#SELLER#\(sellerID)", sort: "SHIPMENT#\(status)#\(orderID)",
            collection: "desk")
        Index(
            "onTheWay", on: .gsi3, partition: "\(region)#ROAD#\(shard: orderID, of: 4)", sort: "\(orderID)",
            when: status == "shipped")
    }
}
