import CMSTypes
import EntityMacrosLite

/// A category of the tree. Its path sorts it behind the category above it, so a subtree is one query.
struct Category: TenantScoped {
    let tenantID = Attribute<String>(.length(1...64))
    let path = Attribute<CategoryPath>()
    let name = Attribute<String>(.length(1...100))
    let summary = Attribute<String?>()

    var accessPatterns: AccessPatterns {
        Primary("tree", partition: "\(tenant)#CATEGORIES", sort: "CATEGORY#\(path)")
    }
}
