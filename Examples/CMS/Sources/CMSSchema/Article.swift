import CMSTypes
import EntityMacrosLite

/// An article as it is now. What it was before is kept in its versions.
struct Article: TenantScoped {
    let tenantID = Attribute<String>(.length(1...64))
    let articleID = Attribute<ULID>(.generated)
    let authorID = Attribute<String>(.length(1...64), .readOnly)
    /// Its name in the address, of which a tenant has one.
    let slug = Attribute<Slug>(.unique(within: \Article.tenantID))
    let status = Attribute<Choice>("draft", "review", "scheduled", "published", .default("draft"))
    let title = Attribute<String>(.length(1...300), .typicalLength(60))
    let summary = Attribute<String>(.length(...1000), .typicalLength(250))
    /// Markdown.
    let body = Attribute<String>(.typicalLength(6_000))
    let language = Attribute<LanguageTag>()
    let category = Attribute<CategoryPath>()
    let tags = Attribute<Set<TagName>>(.length(...20))
    /// When a scheduled article is to be published.
    let publishAt = Attribute<Date?>()
    /// When it was published.
    let publishedAt = Attribute<Date?>()
    /// Where it was imported from.
    let source = Attribute<Map<Source>?>()
    /// Counts the edits; an edit of anything but the latest state is refused.
    let revision = Attribute<Int>(.version)
    let createdAt = Attribute<Date>(.createdAt)
    let updatedAt = Attribute<Date>(.updatedAt)

    var accessPatterns: AccessPatterns {
        Primary("article", partition: "\(tenant)#ARTICLE#\(articleID)", sort: "ARTICLE", collection: "dossier")
        Index("bySlug", on: .gsi1, partition: "\(tenant)#SLUG#\(slug)")
        // Two sparse access patterns share an index: an article is either published or scheduled.
        Index(
            "published", on: .gsi2, partition: "\(tenant)#PUBLISHED", sort: "\(publishedAt)#\(articleID)",
            when: status == "published")
        Index(
            "due", on: .gsi2, partition: "\(tenant)#SCHEDULED", sort: "\(publishAt)#\(articleID)",
            when: status == "scheduled")
        Index(
            "byAuthor", on: .gsi3, partition: "\(tenant)#AUTHOR#\(authorID)", sort: "ARTICLE#\(status)#\(articleID)",
            collection: "authored")
        Index("inCategory", on: .category, partition: [tenantID, status], sort: [category, articleID])
    }
}

/// Where something was imported from.
struct Source: MapDefinition {
    /// The file's name.
    let file = Attribute<String>()
    /// How many words the text had.
    let words = Attribute<Int?>()
}
