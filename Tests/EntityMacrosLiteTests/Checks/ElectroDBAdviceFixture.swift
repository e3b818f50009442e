import EntityMacrosLite

/// What ElectroDB's key format demands, and will be regretted.
let electroDBAdviceFixture = DiagnosticFixture { [Shop()] }

private struct Shop: ServiceDefinition {
    let name = "shop"
    let keyFormat = KeyFormat.electroDB
    let table = Table("shop", partitionKey: "pk", sortKey: "sk") {
        GlobalIndex(.gsi1, partitionKey: "gsi1pk", sortKey: "gsi1sk")
        GlobalIndex(.gsi2, partitionKey: "gsi2pk", sortKey: "gsi2sk")
        GlobalIndex(.gsi3, partitionKey: "gsi3pk", sortKey: "gsi3n")
        GlobalIndex(.gsi4, partitionKeys: "domain")
        GlobalIndex(.gsi5, partitionKey: "gsi5pk", sortKey: "gsi5sk")
        GlobalIndex(.gsi6, partitionKey: "gsi6pk", sortKey: "gsi6sk")
        GlobalIndex(.gsi7, partitionKey: "gsi7pk", sortKey: "gsi7sk")
    }
    var entities: EntityList { Product() }
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
        // ^ note key-case: The primary key of Product is the same for "ID" and "id" in 'shop'
        Index("byBrand", on: .gsi1, partition: [shop], sort: [brand])
        // ^ warning partial-sort-key: An item of Product without 'brand' … 'gsi1sk' cut off behind "$Product_1#brand_" … 'byBrand'
        Index("byPrice", on: .gsi2, .clustered, partition: [shop], sort: [price, weight])
        // ^ warning key-number-order: 'price' stands in the sort key of 'byPrice' without padding
        Index("byStock", on: .gsi3, partition: .casing(.uppercased, [shop]), sort: .number(stock))
        Index("byDomain", on: .gsi4, partition: .casing(.lowercased, [domain]))
        Index("byColor", on: .gsi5, partition: [shop], sort: [sku, color])
        // ^ note key-all-or-none: 'gsi5sk' of Product is made of 'sku', 'color' … without 'color' there is no record
        Index("byLook", on: .gsi6, .clustered, partition: [shop], sort: [brand, color], collection: "looks")
        // ^ warning partial-sort-key: An item of Product without 'brand' … 'gsi6sk' cut off behind "$looks#brand_" … 'byLook' … 'when: brand.isPresent'
        // ^ note key-all-or-none: 'gsi6sk' of Product is made of 'brand', 'color' … give all or none
        // Without a brand, such an item is in no index.
        Index("branded", on: .gsi7, partition: [shop], sort: [brand, color], when: brand.isPresent && color.isPresent)
    }
}
