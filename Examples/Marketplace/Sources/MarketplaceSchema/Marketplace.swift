import EntityMacrosLite

/// A marketplace: accounts that buy and sell, what they offer, order, pay, send, and say of each other.
struct Marketplace: ServiceDefinition {
    let name = "marketplace"

    let table = Table("marketplace", partitionKey: "pk", sortKey: "sk") {
        GlobalIndex(.gsi1, partitionKey: "gsi1pk", sortKey: "gsi1sk")
        GlobalIndex(.gsi2, partitionKey: "gsi2pk", sortKey: "gsi2sk")
        GlobalIndex(.gsi3, partitionKey: "gsi3pk", sortKey: "gsi3sk")
        TimeToLive("expiresAt")
    }

    var entities: EntityList {
        Account()
        Reputation()
        Balance()
        Entry()
        Listing()
        ListingChange()
        Stock()
        StockHold()
        CartLine()
        Order()
        OrderLine()
        Payment()
        Shipment()
        PickupSlot()
        DailySales()
        Review()
        Message()
        Conversation()
        SavedSearch()
    }
}
