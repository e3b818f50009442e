import EntityMacrosLite

/// Something that is for sale: about 1 KB with the description that the benchmarks give it.
struct Offer: EntityDefinition {
    let seller = Attribute<Int>()
    let number = Attribute<Int>()
    let title = Attribute<String>()
    let details = Attribute<String>()
    let price = Attribute<Int>()
    let stock = Attribute<Int>()
    let isOpen = Attribute<Bool>()
    let weight = Attribute<Double?>()
    let tags = Attribute<Set<String>>()
    let status = Attribute<Choice>("draft", "open", "sold")
    let listedAt = Attribute<Date>()
    let expiresAt = Attribute<Date?>(.timeToLive)

    var accessPatterns: AccessPatterns {
        Primary("offer", partition: "SELLER#\(seller)", sort: "OFFER#\(number)")
    }
}

struct Shop: ServiceDefinition {
    let name = "shop"
    let table = Table("shop", partitionKey: "pk", sortKey: "sk") { TimeToLive("expiresAt") }
    var entities: EntityList { Offer() }
}
