// swift-format-ignore-file
// The text is DESIGN.md's, aligned as it is there.
import EntityMacrosLite

// DESIGN.md's "Defining", as it stands there: what must compile. The entities that it names and does not show follow it.

/// Everything that belongs to a tenant starts its partition key with it.
protocol TenantScoped: EntityDefinition { var tenantID: Attribute<String> { get } }
extension TenantScoped { var tenant: KeyTemplate { "TENANT#\(tenantID)" } }

/// An article of the CMS.
struct Article: TenantScoped {
    let tenantID    = Attribute<String>()
    let articleID   = Attribute<ULID>(.generated)
    let authorID    = Attribute<String>()
    let slug        = Attribute<String>(.unique(within: \Article.tenantID), .length(1...200))
    let status      = Attribute<Choice>("draft", "review", "published", .default("draft"))
    let region      = Attribute<String?>()
    let category    = Attribute<String?>()
    let title       = Attribute<String>()
    let body        = Attribute<String?>(.storedAs("b"))
    let tags        = Attribute<Set<String>>()
    let address     = Attribute<Map<Address>?>()         // nested definition
    let publishedAt = Attribute<Date?>()
    let views       = Attribute<Int>(.counter)
    let revision    = Attribute<Int>(.version)             // optimistic locking
    let expiresAt   = Attribute<Date?>(.timeToLive)
    let createdAt   = Attribute<Date>(.createdAt)
    let updatedAt   = Attribute<Date>(.updatedAt)

    var accessPatterns: AccessPatterns {
        Primary("article",              partition: tenant,                       sort: "ARTICLE#\(articleID)")
        Index("bySlug",    on: .gsi1,   partition: "\(tenant)#SLUG#\(slug)")
        Index("published", on: .gsi2,   partition: "\(tenant)#PUBLISHED",        sort: "\(publishedAt)#\(articleID)")   // sparse: no date, no entry
        Index("byAuthor",  on: .gsi3,   partition: [authorID],                   sort: [status, publishedAt], collection: "authored")
        Index("byRegion",  on: .region, partition: [region, category],           sort: [publishedAt])  // native multi-attribute GSI: no key strings
    }
}

extension IndexName { static let region = IndexName("region") }      // gsi1 … gsi20, lsi1 … lsi5 are there already

struct CMS: ServiceDefinition {
    let name = "cms"
    let table = Table("cms", partitionKey: "pk", sortKey: "sk") {
        GlobalIndex(.gsi1, partitionKey: "gsi1pk", projection: .keysOnly)
        GlobalIndex(.gsi2, partitionKey: "gsi2pk", sortKey: "gsi2sk")
        GlobalIndex(.gsi3, partitionKey: "gsi3pk", sortKey: "gsi3sk")
        GlobalIndex(.region, partitionKeys: "region", "category", sortKeys: "publishedAt")
        Stream(.newAndOldImages); TimeToLive("expiresAt"); PointInTimeRecovery()
    }
    var entities: EntityList { Article(); Author(); Tag() }
}

// What DESIGN.md leaves out.

struct Address: MapDefinition {
    let street = Attribute<String?>()
    let city   = Attribute<String>()
}

struct Author: EntityDefinition {
    let authorID     = Attribute<String>()
    let name         = Attribute<String>(.length(1...100))
    let articleCount = Attribute<Int>(.counter)

    var accessPatterns: AccessPatterns {
        Primary("author", partition: "AUTHOR#\(authorID)", sort: "AUTHOR")
    }
}

struct Tag: EntityDefinition {
    let name = Attribute<String>()

    var accessPatterns: AccessPatterns {
        Primary("tag", partition: "TAG#\(name)", sort: "TAG")
    }
}
