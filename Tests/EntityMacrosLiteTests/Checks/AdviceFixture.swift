import EntityMacrosLite

/// What is legal and will be regretted.
let adviceFixture = DiagnosticFixture {
    [
        TestService(
            "service",
            Table("table", partitionKey: "pk", sortKey: "sk") {
                GlobalIndex(.gsi1, partitionKey: "gsi1pk", sortKey: "gsi1sk")
                GlobalIndex(.gsi2, partitionKey: "gsi2pk")
                GlobalIndex(.gsi3, partitionKey: "gsi3pk", sortKeys: "views")
                GlobalIndex(.gsi4, partitionKey: "gsi3pk", sortKeys: "views")
                // ^ warning index-unused: No access pattern uses the index 'gsi4'
                // ^ warning index-repeated-key: 'gsi4' has the same keys as the index 'gsi3'
                LocalIndex(.lsi1, sortKey: "lsi1sk")
                GlobalIndex(.kinds, partitionKeys: "kind")
            }
        ) {
            Item()
            Bystander()
            // ^ note index-implied: Items of Bystander have 'kind', and so are in the index 'kinds'
        },
        TestService("service", .bare) { Loose() },
    ]
}

private struct Item: EntityDefinition {
    let id = Attribute<UUID>(.generated)
    let tenant = Attribute<String>(.length(1...600))
    let status = Attribute<Choice>("open", "closed")
    let name = Attribute<String>()
    let views = Attribute<Int>(.counter)
    let updatedAt = Attribute<Date>(.updatedAt)
    let kind = Attribute<ULID?>()

    var accessPatterns: AccessPatterns {
        Primary("item", partition: "TENANT#\(tenant)", sort: "\(id)")
        // ^ warning key-size: The partition key of 'item' of Item can take 2407 bytes, and DynamoDB allows 2048
        // ^ note random-order: 'item' of Item is sorted by 'id', a random UUID
        Index("byStatus", on: .gsi1, partition: "STATUS#\(status)", sort: "\(updatedAt)")
        // ^ warning hot-partition: 'byStatus' of Item has few partitions ('status' has few values)
        // ^ note moving-key: 'updatedAt' changes with every write
        Index("byName", on: .gsi2, partition: "\(name)")
        // ^ warning key-empty: 'gsi2pk' of Item is empty when 'name' is
        Index("mostViewed", on: .gsi3, partition: "VIEWS", sort: [views])
        // ^ warning hot-partition: has one partition for all items
        // ^ note moving-key: 'views' changes with every write
        Index("local", on: .lsi1, sort: "\(tenant)")
        // ^ warning key-size: The sort key of 'local' of Item can take 2400 bytes, and DynamoDB allows 1024
        Index("byKind", on: .kinds, partition: [kind])
    }
}

private struct Bystander: EntityDefinition {
    let id = Attribute<String>()
    let kind = Attribute<String?>()
    var accessPatterns: AccessPatterns { Primary("bystander", partition: "BYSTANDER#\(id)", sort: "BYSTANDER") }
}

extension IndexName { fileprivate static let kinds = IndexName("kinds") }

/// Whose keys can be anything with a `#` in it.
private struct Loose: EntityDefinition {
    let kind = Attribute<String>()
    let id = Attribute<String>()
    let name = Attribute<String>()

    var accessPatterns: AccessPatterns {
        Primary("loose", partition: "\(kind)#\(id)", sort: "\(name)#")
        // ^ warning key-once: 'loose' of Loose can have the keys under which 'once' remembers operations … "IDEMPOTENCY#"
    }
}
