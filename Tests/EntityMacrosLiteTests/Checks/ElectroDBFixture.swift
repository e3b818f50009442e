import EntityMacrosLite

/// Definitions in ElectroDB's key format, and what only it has.
let electroDBFixture = DiagnosticFixture {
    [
        ElectroService(), OddVersion(),
        TestService("service", .standard) { Native() },
    ]
}

private struct ElectroService: ServiceDefinition {
    let name = "shop"
    let keyFormat = KeyFormat.electroDB
    let table = Table("shop", partitionKey: "pk", sortKey: "sk") {
        GlobalIndex(.gsi1, partitionKey: "gsi1pk", sortKey: "gsi1sk")
        GlobalIndex(.gsi2, partitionKey: "gsi2pk", sortKey: "gsi2sk")
        GlobalIndex(.gsi3, partitionKey: "gsi3pk", sortKey: "gsi3n")
        GlobalIndex(.gsi4, partitionKeys: "domain")
        GlobalIndex(.gsi5, partitionKey: "gsi5pk", sortKey: "gsi5sk")
    }
    var entities: EntityList {
        Product()
        Wrong()
    }
}

private struct Product: EntityDefinition {
    let shop = Attribute<String>()
    let sku = Attribute<String>(.padded(to: 12))
    let brand = Attribute<String?>()
    let price = Attribute<Int>()
    let weight = Attribute<Double>(.padded(to: 8))
    let stock = Attribute<Int?>()
    let domain = Attribute<String?>()
    let color = Attribute<String?>()

    var accessPatterns: AccessPatterns {
        Primary("product", partition: [shop], sort: [sku])
        Index("byBrand", on: .gsi1, partition: [shop], sort: [brand])
        Index("byPrice", on: .gsi2, .clustered, partition: [shop], sort: [price, weight])
        Index("byStock", on: .gsi3, partition: .casing(.uppercased, [shop]), sort: .number(stock))
        Index("byDomain", on: .gsi4, partition: .casing(.lowercased, [domain]))
        Index("byColor", on: .gsi5, partition: [shop], sort: [sku, color])
    }
}

private struct Wrong: EntityDefinition {
    let id = Attribute<UUID>()
    let name = Attribute<String>(.padded(to: 0))
    // ^ error padding: 'name' of Wrong is padded to 0 … a length from 1
    let day = Attribute<Date>()
    let tags = Attribute<Set<String>>()

    var accessPatterns: AccessPatterns {
        Primary("wrong", partition: .casing(.asWritten, [id]), sort: "\(day, .day)")
        // ^ error key-format: 'day' cannot be in a key of 'wrong': ElectroDB knows no forms
        Index("byTag", on: .gsi1, partition: [tags], sort: [])
        // ^ error key-attribute-type: 'tags' cannot be in a key of 'byTag'
        Index("byName", on: .gsi3, partition: [name], sort: .number(name))
        // ^ error key-number: 'name' of Wrong is no number
        Index("two", on: .gsi2, partition: "\(id)", sort: "\(.number(day))")
        // ^ error key-composite-nested: 'two' of Wrong
    }
}

private struct OddVersion: ServiceDefinition {
    let name = "odd"
    let keyFormat = KeyFormat.electroDB
    let table = Table("odd", partitionKey: "pk")
    // ^ error entity-attribute: The 'versionAttribute' of OddVersion is 'pk'
    let versionAttribute: String? = "pk"
    var entities: EntityList { Plain() }
}

private struct Plain: EntityDefinition {
    let id = Attribute<String>(.storedAs("__edb_e__"))
    // ^ error stored-name: 'id' of Plain is stored as '__edb_e__'
    var accessPatterns: AccessPatterns { Primary("plain", partition: .casing(.asWritten, [id])) }
}

private struct Native: EntityDefinition {
    let id = Attribute<String>(.length(1...), .padded(to: 6))
    // ^ error padding: 'id' of Native is .padded, which only the key format .electroDB knows
    let other = Attribute<String>(.length(1...))
    var accessPatterns: AccessPatterns {
        Primary("native", partition: .casing(.lowercased, "ID#\(id)"), sort: "NATIVE")
        // ^ error key-format: 'native' of Native has a casing, which only the key format .electroDB has
        Index("number", on: .gsi1, partition: "OTHER#\(other)", sort: "ID")
    }
}
