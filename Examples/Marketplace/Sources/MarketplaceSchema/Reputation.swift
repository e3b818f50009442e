import EntityMacrosLite

/// What others say of an account, added up. Apart from the account, since to be reviewed is not to change one's data.
struct Reputation: Regional {
    let regionID = Attribute<String>(.tenant, .length(1...20))
    let accountID = Attribute<ULID>()
    let reviews = Attribute<Int>(.counter)
    /// Of all reviews together.
    let stars = Attribute<Int>(.counter)

    var accessPatterns: AccessPatterns {
        Primary("reputation", partition: "\(region)#ACCOUNT#\(accountID)", sort: "REPUTATION", collection: "profile")
    }
}
