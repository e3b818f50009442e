import EntityMacrosLite

/// What became of a listing with one of its revisions, from the second on: written with the change, so that none is missing.
struct ListingChange: Regional {
    let regionID = Attribute<String>(.tenant, .length(1...20))
    let listingID = Attribute<ULID>()
    /// The revision that began with the change.
    let revision = Attribute<Int>(.range(2...999_999))
    /// In cents.
    let previousPrice = Attribute<Int>(.readOnly)
    let price = Attribute<Int>(.readOnly)
    let status = Attribute<Choice>("active", "withdrawn", .readOnly)
    let changedAt = Attribute<Date>(.createdAt)

    var accessPatterns: AccessPatterns {
        Primary("ofListing", partition: "\(region)#CHANGES#\(listingID)", sort: "\(revision, width: 6)")
    }
}
