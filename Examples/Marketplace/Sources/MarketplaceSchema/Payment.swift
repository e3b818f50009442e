import EntityMacrosLite

/// The money of an order: the marketplace holds it until the goods are there, and then pays the seller, or gives it back.
struct Payment: Regional {
    let regionID = Attribute<String>(.tenant, .length(1...20))
    let orderID = Attribute<ULID>()
    let buyerID = Attribute<ULID>(.readOnly)
    let sellerID = Attribute<ULID>(.readOnly)
    /// In cents.
    let amount = Attribute<Int>(.range(1...), .readOnly)
    /// What the marketplace keeps of it.
    let fee = Attribute<Int>(.range(0...), .readOnly)
    let status = Attribute<Choice>(
        "held", "released", "refunded", .default("held"), .transitions(["held": ["released", "refunded"]]))

    var accessPatterns: AccessPatterns {
        Primary("payment", partition: "\(region)#ORDER#\(orderID)", sort: "PAYMENT", collection: "orderFile")
        Index(
            "inEscrow", on: .gsi3, partition: "\(region)#ESCROW#\(shard: orderID, of: 4)", sort: "\(orderID)",
            when: status == "held")
    }
}
