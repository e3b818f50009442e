import EntityMacrosLite

// What `requests` works with: 8 attributes and 2 indexes, as the figures of ElectroDB have it that are printed beside ours. All of it twice,
// because the key format is the service's.

/// The access patterns of a purchase.
protocol PurchaseDefinition: EntityDefinition {
    var shop: Attribute<String> { get }
    var number: Attribute<String> { get }
    var customer: Attribute<String> { get }
    var status: Attribute<Choice> { get }
    var placedAt: Attribute<String> { get }
}

extension PurchaseDefinition {
    @AccessPatternsBuilder var accessPatterns: AccessPatterns {
        Primary("purchase", partition: [shop], sort: [number])
        Index("byCustomer", on: .gsi1, partition: [customer], sort: [placedAt], collection: "account")
        Index("byStatus", on: .gsi2, partition: [shop], sort: [status, placedAt])
    }
}

/// The access patterns of a refund, which shares the customer's partition.
protocol RefundDefinition: EntityDefinition {
    var shop: Attribute<String> { get }
    var number: Attribute<String> { get }
    var customer: Attribute<String> { get }
}

extension RefundDefinition {
    @AccessPatternsBuilder var accessPatterns: AccessPatterns {
        Primary("refund", partition: [shop], sort: [number])
        Index("byCustomer", on: .gsi1, partition: [customer], sort: [number], collection: "account")
    }
}

struct Purchase: PurchaseDefinition {
    let shop = Attribute<String>()
    let number = Attribute<String>()
    let customer = Attribute<String>()
    let status = Attribute<Choice>("open", "paid", "sent")
    let placedAt = Attribute<String>()
    let total = Attribute<Int>()
    let pieces = Attribute<Int>()
    let note = Attribute<String?>()
}

struct Refund: RefundDefinition {
    let shop = Attribute<String>()
    let number = Attribute<String>()
    let customer = Attribute<String>()
}

/// The native format.
struct Till: ServiceDefinition {
    let name = "till"
    let table = Table("till", partitionKey: "pk", sortKey: "sk") {
        GlobalIndex(.gsi1, partitionKey: "gsi1pk", sortKey: "gsi1sk")
        GlobalIndex(.gsi2, partitionKey: "gsi2pk", sortKey: "gsi2sk")
    }
    var entities: EntityList {
        Purchase()
        Refund()
    }
}

struct SharedPurchase: PurchaseDefinition {
    let shop = Attribute<String>()
    let number = Attribute<String>()
    let customer = Attribute<String>()
    let status = Attribute<Choice>("open", "paid", "sent")
    let placedAt = Attribute<String>()
    let total = Attribute<Int>()
    let pieces = Attribute<Int>()
    let note = Attribute<String?>()
}

struct SharedRefund: RefundDefinition {
    let shop = Attribute<String>()
    let number = Attribute<String>()
    let customer = Attribute<String>()
}

/// ElectroDB's format.
struct SharedTill: ServiceDefinition {
    let name = "sharedTill"
    let keyFormat = KeyFormat.electroDB
    let table = Table("till", partitionKey: "pk", sortKey: "sk") {
        GlobalIndex(.gsi1, partitionKey: "gsi1pk", sortKey: "gsi1sk")
        GlobalIndex(.gsi2, partitionKey: "gsi2pk", sortKey: "gsi2sk")
    }
    var entities: EntityList {
        SharedPurchase()
        SharedRefund()
    }
}
