import EntityMacrosLite

/// What `decode` and `encode` work with: 12 attributes of all common kinds, and the keys. With the values that they get, about 930 bytes of JSON.
struct Product: EntityDefinition {
    let seller = Attribute<String>()
    let number = Attribute<Int>()
    let title = Attribute<String>()
    let description = Attribute<String>()
    let dimensions = Attribute<Map<Dimensions>>()
    let discontinued = Attribute<Bool>()
    let image = Attribute<String?>()
    let owner = Attribute<String>()
    let price = Attribute<Double>()
    let related = Attribute<[String]>()
    let stock = Attribute<Int>()
    let tags = Attribute<Set<String>>()

    var accessPatterns: AccessPatterns {
        Primary("product", partition: "SELLER#\(seller)", sort: "PRODUCT#\(number)")
    }
}

/// How large a product is.
struct Dimensions: MapDefinition {
    let height = Attribute<Double>()
    let unit = Attribute<String>()
    let width = Attribute<Double>()
}

struct Catalogue: ServiceDefinition {
    let name = "catalogue"
    let table = Table("catalogue", partitionKey: "pk", sortKey: "sk")
    var entities: EntityList { Product() }
}
