/// An entity with a `.tenant` attribute: all its keys begin with the tenant, so that nothing reads the records of several.
public protocol TenantEntity: Entity where TenantScope == OneTenant {}

/// Records that are nobody's in particular; see `Entity`.
public enum NoTenancy {}
/// Records that are a tenant's each.
public enum OneTenant {}

extension TenantEntity {
    @available(*, unavailable, message: "a scan reads the records of all tenants: query one's, or scan the service")
    public static func scan() -> Scan<Self> { Scan() }

    @available(*, unavailable, message: "a scan reads the records of all tenants: query one's, or scan the service")
    public static func scan(_ pattern: AccessPattern) -> Scan<Self> { Scan() }
}
