import CMSTypes
import EntityMacrosLite

/// A person who writes.
struct Author: TenantScoped {
    let tenantID = Attribute<String>(.length(1...64))
    let authorID = Attribute<String>(.length(1...64))
    let name = Attribute<String>(.length(1...200))
    let email = Attribute<EmailAddress>()
    let biography = Attribute<String?>(.storedAs("bio"))
    let address = Attribute<Map<Address>?>()
    let links = Attribute<[Map<Link>]>()
    let articleCount = Attribute<Int>(.counter)

    var accessPatterns: AccessPatterns {
        Primary("authors", partition: "\(tenant)#AUTHORS", sort: "AUTHOR#\(authorID)")
        Index(
            "withArticles", on: .gsi3, partition: "\(tenant)#AUTHOR#\(authorID)", sort: "AUTHOR", collection: "authored"
        )
    }
}

/// Where somebody lives.
struct Address: MapDefinition {
    let street = Attribute<String?>()
    let city = Attribute<String>()
    let postalCode = Attribute<String?>()
    /// The country's code in ISO 3166-1.
    let country = Attribute<String>()
}

/// A page elsewhere.
struct Link: MapDefinition {
    let label = Attribute<String>()
    let url = Attribute<URL>()
}
