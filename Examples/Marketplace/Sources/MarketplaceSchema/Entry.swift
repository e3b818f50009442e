import EntityMacrosLite

/// One side of a transfer: the sides of each transfer add up to zero. Written once, and never changed.
struct Entry: Regional {
    let regionID = Attribute<String>(.tenant, .length(1...20))
    let ledgerID = Attribute<String>(.length(1...40))
    let transferID = Attribute<ULID>()
    /// In cents; below zero for what left the ledger.
    let amount = Attribute<Int>(.readOnly)
    let reason = Attribute<Choice>("deposit", "payment", "payout", "refund", .readOnly)
    let orderID = Attribute<ULID?>(.readOnly)

    let pluralName = "entries"

    var accessPatterns: AccessPatterns {
        Primary(
            "statement", partition: "\(region)#LEDGER#\(ledgerID)", sort: "ENTRY#\(transferID)", collection: "ledger")
        Index("ofOrder", on: .gsi2, partition: "\(region)#ORDER#\(orderID)", sort: "ENTRY#\(transferID)#\(ledgerID)")
        Index("ofTransfer", on: .gsi3, partition: "\(region)#TRANSFER#\(transferID)", sort: "\(ledgerID)")
    }
}
