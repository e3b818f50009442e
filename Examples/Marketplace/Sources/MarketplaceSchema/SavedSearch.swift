import EntityMacrosLite

/// What somebody looks for, to be told when it is offered.
struct SavedSearch: Regional {
    let regionID = Attribute<String>(.tenant, .length(1...20))
    let accountID = Attribute<ULID>()
    let searchID = Attribute<ULID>(.generated)
    let category = Attribute<String>(.length(1...50))
    /// In cents.
    let maximumPrice = Attribute<Int>(.range(1...99_999_999))

    let pluralName = "savedSearches"

    var accessPatterns: AccessPatterns {
        Primary("ofAccount", partition: "\(region)#SEARCHES#\(accountID)", sort: "SEARCH#\(searchID)")
        // Who would pay at least so much: those to be told of an offer.
        Index(
            "watching", on: .gsi1, partition: "\(region)#WATCHING#\(category)",
            sort: "\(maximumPrice, width: 8)#\(searchID)")
    }
}
