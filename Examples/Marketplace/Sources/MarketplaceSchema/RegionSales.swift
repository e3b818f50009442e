import EntityMacrosLite

/// What was sold in a region on a day. All sellers add to it, more than one item could take: so it is counted in several.
struct RegionSales: Regional {
    let regionID = Attribute<String>(.tenant, .length(1...20))
    /// `2026-11-21`
    let day = Attribute<String>(.length(10...10))
    let orders = Attribute<Int>(.shardedCounter(of: 4))
    /// In cents.
    let turnover = Attribute<Int>(.shardedCounter(of: 4))

    let pluralName = "regionSales"

    var accessPatterns: AccessPatterns {
        Primary("sales", partition: "\(region)#SALES", sort: "\(day)")
    }
}
