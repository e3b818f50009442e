import EntityMacrosLite

/// Everything belongs to a tenant, a magazine of its own, and starts its partition keys with it.
protocol TenantScoped: EntityDefinition {
    var tenantID: Attribute<String> { get }
}

extension TenantScoped {
    var tenant: KeyTemplate { "TENANT#\(tenantID)" }
}
