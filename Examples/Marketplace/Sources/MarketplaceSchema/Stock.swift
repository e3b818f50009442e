import EntityMacrosLite

/// How many of a listing there are. At any moment, what was supplied is available, reserved or sold.
struct Stock: Regional {
    let regionID = Attribute<String>(.tenant, .length(1...20))
    let listingID = Attribute<ULID>()
    let sellerID = Attribute<ULID>(.readOnly)
    /// What a checkout can still reserve.
    let available = Attribute<Int>(.range(0...))
    /// What checkouts under way hold: the sum of the `StockHold`s.
    let reserved = Attribute<Int>(.range(0...), .default(0))
    /// What orders have that were not cancelled.
    let sold = Attribute<Int>(.range(0...), .default(0))
    let supplied = Attribute<Int>(.range(0...))

    let pluralName = "stocks"

    var accessPatterns: AccessPatterns {
        Primary("stock", partition: "\(region)#LISTING#\(listingID)", sort: "PAGE#STOCK", collection: "listingPage")
        Index(
            "ofSeller", on: .gsi1, partition: "\(region)#SELLER#\(sellerID)", sort: "STOCK#\(listingID)",
            collection: "desk")
    }
}
