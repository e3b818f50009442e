import EntityMacrosLite

/// A listing in an order, as it was when it was ordered. Never changed.
struct OrderLine: Regional {
    let regionID = Attribute<String>(.tenant, .length(1...20))
    let orderID = Attribute<ULID>()
    let listingID = Attribute<ULID>()
    let title = Attribute<String>(.readOnly, .typicalLength(30))
    let quantity = Attribute<Int>(.range(1...1000), .readOnly)
    /// What one of them cost, in cents.
    let price = Attribute<Int>(.readOnly)

    var accessPatterns: AccessPatterns {
        Primary("ofOrder", partition: "\(region)#ORDER#\(orderID)", sort: "LINE#\(listingID)", collection: "orderFile")
        Index("salesOf", on: .gsi1, partition: "\(region)#LISTING#\(listingID)", sort: "SALE#\(orderID)")
    }
}
