import EntityMacrosLite

/// Goods that a checkout has reserved, until it places the order, lets go of them, or its time is over.
///
/// Not for DynamoDB's time to live: who takes a hold away has to give the goods back in the same transaction.
struct StockHold: Regional {
    let regionID = Attribute<String>(.tenant, .length(1...20))
    let checkoutID = Attribute<ULID>()
    let listingID = Attribute<ULID>()
    let quantity = Attribute<Int>(.range(1...), .readOnly)
    let endsAt = Attribute<Date>(.readOnly)

    var accessPatterns: AccessPatterns {
        Primary("ofCheckout", partition: "\(region)#CHECKOUT#\(checkoutID)", sort: "HOLD#\(listingID)")
        Index("onListing", on: .gsi1, partition: "\(region)#LISTING#\(listingID)", sort: "HOLD#\(checkoutID)")
        Index(
            "ending", on: .gsi3, partition: "\(region)#HOLDS#\(shard: checkoutID, of: 4)",
            sort: "\(endsAt)#\(checkoutID)#\(listingID)")
    }
}
