// swift-format-ignore-file
// The README shows these lines, aligned as they are.

import EntityMacrosLite

/// Everything that belongs to a site starts its partition key with it.
protocol SiteScoped: EntityDefinition { var siteID: Attribute<String> { get } }
extension SiteScoped { var site: KeyTemplate { "SITE#\(siteID)" } }

/// An article of a site.
struct Article: SiteScoped {
    let siteID      = Attribute<String>()
    let articleID   = Attribute<ULID>(.generated)
    let authorID    = Attribute<String>()
    let slug        = Attribute<String>(.unique(within: \Article.siteID), .length(1...200))
    let status      = Attribute<Choice>("draft", "review", "published", .default("draft"))
    let title       = Attribute<String>()
    let body        = Attribute<String?>(.storedAs("b"))
    let tags        = Attribute<Set<String>>()
    let source      = Attribute<Map<Source>?>()
    let publishedAt = Attribute<Date?>()
    let views       = Attribute<Int>(.counter)
    let revision    = Attribute<Int>(.version)
    let createdAt   = Attribute<Date>(.createdAt)
    let updatedAt   = Attribute<Date>(.updatedAt)

    var accessPatterns: AccessPatterns {
        Primary("article",            partition: site,                  sort: "ARTICLE#\(articleID)")
        Index("bySlug",    on: .gsi1, partition: "\(site)#SLUG#\(slug)")
        Index("published", on: .gsi2, partition: "\(site)#PUBLISHED",   sort: "\(publishedAt)#\(articleID)")
        Index("byAuthor",  on: .gsi3, partition: [authorID],            sort: [status, publishedAt], collection: "authored")
    }
}

/// Where an article was printed first: a map inside the article.
struct Source: MapDefinition {
    let magazine = Attribute<String>()
    let page     = Attribute<Int?>()
}

/// Who writes articles.
struct Author: EntityDefinition {
    let authorID     = Attribute<String>()
    let name         = Attribute<String>()
    let articleCount = Attribute<Int>(.counter)

    var accessPatterns: AccessPatterns {
        Primary("author",            partition: "AUTHOR#\(authorID)", sort: "AUTHOR")
        Index("profile",  on: .gsi3, partition: [authorID],           sort: [],    collection: "authored")
    }
}

struct Blog: ServiceDefinition {
    let name = "blog"
    let table = Table("blog", partitionKey: "pk", sortKey: "sk") {
        GlobalIndex(.gsi1, partitionKey: "gsi1pk")
        GlobalIndex(.gsi2, partitionKey: "gsi2pk", sortKey: "gsi2sk")
        GlobalIndex(.gsi3, partitionKey: "gsi3pk", sortKey: "gsi3sk")
    }
    var entities: EntityList { Article(); Author() }
}
