/// The names that generated code has for itself, which definitions therefore cannot use.
public enum GeneratedNames {
    /// Static members of a record. An access pattern becomes one, too.
    public static let recordFunctions: Set<String> = [
        "get", "put", "create", "update", "patch", "upsert", "delete", "remove", "check", "scan", "schema", "key",
        "batchGet", "batchWrite", "transact", "automaticChanges", "expirySeconds", "revisionSortKey", "reserve",
        "confirm",
        "confirmation", "release", "allCases", "shapes", "validate", "init", "self",
        "Type", "Protocol",
    ]
    /// Properties of a record, its draft, its fields and its changes. An attribute becomes one of each, too.
    public static let recordProperties: Set<String> = [
        "key", "hashValue", "uniqueClaims", "revisionSortKey", "omitted", "set", "init", "self", "Self", "Type",
        "Protocol",
    ]
    /// What a nested map has in a condition besides its members: a member of that name would not be found, or be taken for the map's own.
    public static let mapProperties: Set<String> = ["exists", "notExists", "size"]
    /// Types inside of a record. A choice becomes one, too.
    public static let recordTypes: Set<String> = [
        "Key", "Draft", "Fields", "Changes", "AccessPattern", "Known", "LookupRecord", "TenantScope", "Type",
        "Protocol",
        "Self",
        "Any",
    ]
    /// Modules that generated code qualifies names by: a type of the same name would hide them.
    public static let modules: Set<String> = ["Swift", "Foundation", "Entities"]
    /// What no attribute can be called.
    static let attributes = recordProperties.union(recordTypes).union(modules)
    /// Static members of a service. A collection becomes one, too.
    public static let serviceMembers: Set<String> = [
        "table", "schema", "entities", "name", "runtimeVersion", "record", "anyRecord", "scan", "tenant", "init",
        "self",
        "Type", "Protocol",
    ]
}
