import EntityMacrosLite

/// What a seller sold on a day, added up as it happens.
struct DailySales: Regional {
    let regionID = Attribute<String>(.tenant, .length(1...20))
    let sellerID = Attribute<ULID>()
    /// `2026-11-21`
    let day = Attribute<String>(.length(10...10))
    let orders = Attribute<Int>(.counter)
    let goods = Attribute<Int>(.counter)
    /// In cents.
    let turnover = Attribute<Int>(.counter)
    /// How many of the orders were cancelled later.
    let cancelled = Attribute<Int>(.counter)

    let pluralName = "dailySales"

    var accessPatterns: AccessPatterns {
        Primary("ofSeller", partition: "\(region)#SELLER#\(sellerID)", sort: "SALES#\(day)")
        Index("onDay", on: .gsi3, partition: "\(region)#SALES#\(day)", sort: "\(sellerID)")
    }
}
