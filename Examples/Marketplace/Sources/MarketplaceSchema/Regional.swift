import EntityMacrosLite

/// Everything belongs to a region: the marketplace's tenants. Accounts, goods and money of one region never meet those of another.
protocol Regional: EntityDefinition { var regionID: Attribute<String> { get } }

extension Regional {
    /// What every partition key begins with.
    var region: KeyTemplate { "REGION#\(regionID)" }
}
