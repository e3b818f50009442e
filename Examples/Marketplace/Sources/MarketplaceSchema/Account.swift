import EntityMacrosLite

/// Somebody who buys and sells.
struct Account: Regional {
    let regionID = Attribute<String>(.tenant, .length(1...20))
    let accountID = Attribute<ULID>(.generated)
    let name = Attribute<String>(.length(1...100))
    let email = Attribute<String>(.unique(within: \Account.regionID), .length(3...254))
    let createdAt = Attribute<Date>(.createdAt)

    var accessPatterns: AccessPatterns {
        Primary("account", partition: "\(region)#ACCOUNT#\(accountID)", sort: "ACCOUNT", collection: "profile")
        Index("byEmail", on: .gsi1, partition: "\(region)#EMAIL#\(email)", sort: "ACCOUNT")
    }
}
