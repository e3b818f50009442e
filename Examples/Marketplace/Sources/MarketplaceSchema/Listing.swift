import EntityMacrosLite

/// Something that a seller offers, with everything that it was before. How many there are is another item, which changes far more
/// often: `Stock`.
struct Listing: Regional {
    let regionID = Attribute<String>(.tenant, .length(1...20))
    let listingID = Attribute<ULID>(.generated)
    let sellerID = Attribute<ULID>(.readOnly)
    let title = Attribute<String>(.length(1...200), .typicalLength(30))
    let category = Attribute<String>(.length(1...50))
    /// In cents.
    let price = Attribute<Int>(.range(1...99_999_999))
    let status = Attribute<Choice>("active", "withdrawn", .default("active"))
    let revision = Attribute<Int>(.version)
    let createdAt = Attribute<Date>(.createdAt)

    var accessPatterns: AccessPatterns {
        Primary("listing", partition: "\(region)#LISTING#\(listingID)", sort: "PAGE#LISTING", collection: "listingPage")
        // Beside the page, which does not read them.
        History("changes", sort: "CHANGE#\(revision, width: 6)")
        Index(
            "bySeller", on: .gsi1, partition: "\(region)#SELLER#\(sellerID)", sort: "LISTING#\(status)#\(listingID)",
            collection: "desk")
        // Both are sparse: what is withdrawn leaves them with the write that withdraws it.
        Index(
            "inCategory", on: .gsi2, partition: "\(region)#CATEGORY#\(category)",
            sort: "\(price, width: 8)#\(listingID)", when: status == "active")
        // Spread: all that is for sale would be too much for one partition.
        Index(
            "newest", on: .gsi3, partition: "\(region)#ACTIVE#\(shard: listingID, of: 8)", sort: "\(listingID)",
            when: status == "active")
    }
}
