import EntityMacrosLite

/// Something that a seller offers, as often as it is in stock.
struct Listing: EntityDefinition {
    let listingID = Attribute<ULID>(.generated)
    let sellerID = Attribute<ULID>(.readOnly)
    let title = Attribute<String>(.length(1...200))
    let category = Attribute<String>(.length(1...50))
    /// In cents.
    let price = Attribute<Int>(.range(1...99_999_999))
    /// How many are left. The purchase of the last one makes the listing sold out.
    let stock = Attribute<Int>(.range(0...))
    let status = Attribute<Choice>("active", "sold-out", "withdrawn", .default("active"))
    let createdAt = Attribute<Date>(.createdAt)

    var accessPatterns: AccessPatterns {
        Primary("page", partition: "LISTING#\(listingID)", sort: "LISTING", collection: "listingPage")
        // Its identifier sorts a listing by its time, and never changes.
        Index("bySeller", on: .gsi1, partition: "SELLER#\(sellerID)", sort: "LISTING#\(listingID)", collection: "desk")
        Index("inCategory", on: .gsi2, partition: "CATEGORY#\(category)", sort: "\(price, width: 8)#\(listingID)")
        // Sparse, and spread: all that is for sale would be too much for a single partition.
        Index(
            "active", on: .gsi3, partition: "ACTIVE#\(shard: listingID, of: 4)", sort: "\(listingID)",
            when: status == "active")
    }
}
