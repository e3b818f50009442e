import EntityMacrosLite

/// A publisher, whose definitions use every feature of the language between them.
struct Press: ServiceDefinition {
    let name = "press"
    let table = Table("press", partitionKey: "pk", sortKey: "sk") {
        GlobalIndex(.gsi1, partitionKey: "gsi1pk", sortKey: "gsi1sk", projection: .keysOnly)
        GlobalIndex(.gsi2, partitionKey: "gsi2pk", sortKey: "gsi2sk")
        GlobalIndex(.gsi3, partitionKey: "gsi3pk", sortKey: "gsi3sk")
        GlobalIndex(.gsi4, partitionKey: "gsi4pk", sortKey: "gsi4sk")
        GlobalIndex(.region, partitionKeys: "region", "category", sortKeys: "publishedAt")
        GlobalIndex(.byTotal, partitionKey: "totals", sortKeys: "total")
        GlobalIndex(.bySKU, partitionKeys: "sku", sortKey: "skuSort", projection: .include("quantity"))
        LocalIndex(.lsi1, sortKey: "lsi1sk")
        LocalIndex(.lsi2, sortKeys: "dueAt")
        Stream(.newAndOldImages)
        TimeToLive("expiresAt")
        PointInTimeRecovery()
        DeletionProtection()
        TableTag("team", "press")
    }
    var entities: EntityList {
        Article(); Comment(); Author(); Order(); Stock(); Event(); Sample(); Setting(); Query(); Rate(); Word()
    }
}

extension IndexName {
    static let region = IndexName("region")
    static let byTotal = IndexName("byTotal")
    static let bySKU = IndexName("bySKU")
}

/// Everything that belongs to a tenant starts its partition key with it.
protocol TenantScoped: EntityDefinition { var tenantID: Attribute<String> { get } }
extension TenantScoped { var tenant: KeyTemplate { "TENANT#\(tenantID)" } }
