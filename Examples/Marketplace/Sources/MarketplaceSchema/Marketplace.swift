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
        Stock()
        StockHold()
        CartLine()
        Order()
        OrderLine()
        Payment()
        Shipment()
        PickupSlot()
        DailySales()
        RegionSales()
        Review()
        Message()
        Conversation()
        SavedSearch()
    }

    var unsupported: [String] {
        [
            "Search by words of a title: hand listings off to a search engine, from the stream.",
            "Listings by several properties at once, such as price and stars of the seller: that is the search engine's, too.",
            "Anything across regions: each is a tenant, with partitions of its own; export the table for that.",
            "The best sellers: sales are counted by seller and day, and not ranked; rank those of a day when it is over.",
            "Orders of several sellers: a cart is paid seller by seller, since escrow and shipment are.",
        ]
    }
}
