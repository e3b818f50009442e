import EntityMacrosLite

/// What a ledger holds: the sum of its entries, kept beside them so that nobody spends what is not there.
struct Balance: Regional {
    let regionID = Attribute<String>(.tenant, .length(1...20))
    /// Of an account's wallet, or of the marketplace's fees.
    let ledgerID = Attribute<String>(.length(1...40))
    /// In cents, never below zero.
    let amount = Attribute<Int>(.range(0...), .default(0))

    var accessPatterns: AccessPatterns {
        // Behind the entries: the last page of a ledger begins with its balance.
        Primary("balance", partition: "\(region)#LEDGER#\(ledgerID)", sort: "LEDGER", collection: "ledger")
    }
}
