import EntityMacrosLite

/// Somebody who buys or sells, and the money that they have here.
struct Account: EntityDefinition {
    let accountID = Attribute<ULID>(.generated)
    let kind = Attribute<Choice>("buyer", "seller", .readOnly)
    let name = Attribute<String>(.length(1...100))
    let email = Attribute<String>(.unique, .length(3...254))
    /// In cents.
    let balance = Attribute<Int>(.range(0...), .default(0))
    let createdAt = Attribute<Date>(.createdAt)

    var accessPatterns: AccessPatterns {
        Primary("account", partition: "ACCOUNT#\(accountID)", sort: "ACCOUNT")
        Index("byEmail", on: .gsi1, partition: "EMAIL#\(email)", sort: "ACCOUNT")
    }
}
