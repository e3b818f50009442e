import EntityMacrosLite

/// What a buyer says of something that was delivered. Its key is the listing and the buyer, so nobody reviews twice.
struct Review: EntityDefinition {
    let listingID = Attribute<ULID>()
    let buyerID = Attribute<ULID>()
    let orderID = Attribute<ULID>(.readOnly)
    let stars = Attribute<Int>(.range(1...5))
    let text = Attribute<String?>(.length(1...2000))
    let createdAt = Attribute<Date>(.createdAt)

    var accessPatterns: AccessPatterns {
        Primary("ofListing", partition: "LISTING#\(listingID)", sort: "REVIEW#\(buyerID)", collection: "listingPage")
    }
}
