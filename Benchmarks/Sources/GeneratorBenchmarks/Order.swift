import EntityMacrosLite

/// The entity that is measured: 12 attributes, 4 access patterns, a few of every common kind.
struct Order: EntityDefinition {
    let tenantID = Attribute<String>()
    let orderID = Attribute<ULID>(.generated)
    let customerID = Attribute<String>(.length(1...100))
    let status = Attribute<Choice>("open", "paid", "shipped", .default("open"))
    let total = Attribute<Decimal>()
    let currency = Attribute<String>()
    let note = Attribute<String?>(.storedAs("n"))
    let tags = Attribute<Set<String>>()
    let placedAt = Attribute<Date>()
    let shippedAt = Attribute<Date?>()
    let revision = Attribute<Int>(.version)
    let updatedAt = Attribute<Date>(.updatedAt)

    var accessPatterns: AccessPatterns {
        Primary("order", partition: "TENANT#\(tenantID)", sort: "ORDER#\(orderID)")
        Index("byCustomer", on: .gsi1, partition: "TENANT#\(tenantID)#CUSTOMER#\(customerID)", sort: "\(placedAt)")
        Index("byStatus", on: .gsi2, partition: "TENANT#\(tenantID)#STATUS#\(status)", sort: "\(placedAt)#\(orderID)")
        Index("shipped", on: .gsi3, partition: "TENANT#\(tenantID)#SHIPPED", sort: "\(shippedAt)#\(orderID)")
    }
}

/// The service that the entity is read from, and that its copies are put into.
struct Shop: ServiceDefinition {
    let name = "shop"
    let table = Table("shop", partitionKey: "pk", sortKey: "sk") {
        GlobalIndex(.gsi1, partitionKey: "gsi1pk", sortKey: "gsi1sk")
        GlobalIndex(.gsi2, partitionKey: "gsi2pk", sortKey: "gsi2sk")
        GlobalIndex(.gsi3, partitionKey: "gsi3pk", sortKey: "gsi3sk")
    }
    var entities: EntityList { Order() }
}
