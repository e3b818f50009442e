import CMSTypes
import EntityMacrosLite

/// A tag that some article has had.
struct Tag: TenantScoped {
    let tenantID = Attribute<String>(.length(1...64))
    let name = Attribute<TagName>()
    /// When it was used for the first time.
    let createdAt = Attribute<Date>(.createdAt)

    var accessPatterns: AccessPatterns {
        Primary("tags", partition: "\(tenant)#TAGS", sort: "TAG#\(name)")
    }
}
