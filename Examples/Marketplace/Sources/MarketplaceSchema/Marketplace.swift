import EntityMacrosLite

/// A marketplace: accounts that buy and sell, what they offer, what was ordered, and what the buyers say of it.
struct Marketplace: ServiceDefinition {
    let name = "marketplace"

    let table = Table("marketplace", partitionKey: "pk", sortKey: "sk") {
        GlobalIndex(.gsi1, partitionKey: "gsi1pk", sortKey: "gsi1sk")
        GlobalIndex(.gsi2, partitionKey: "gsi2pk", sortKey: "gsi2sk")
        GlobalIndex(.gsi3, partitionKey: "gsi3pk", sortKey: "gsi3sk")
    }

    var entities: EntityList {
        Account()
        Listing()
        Order()
        Review()
    }
}
