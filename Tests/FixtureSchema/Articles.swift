import EntityMacrosLite

/// An article of the press.
///
/// It is found by its slug, by its author, and by its region.
struct Article: TenantScoped, Findable {
    let tenantID = Attribute<String>()
    let articleID = Attribute<ULID>(.generated)
    let authorID = Attribute<String>()
    /// The part of the address that people read.
    let slug = Attribute<String>(.unique(within: \Article.tenantID), .length(1...200))
    /// How far it has come.
    let status = Attribute<Choice>("draft", "in-review", "published", .default("draft"))
    let region = Attribute<String?>()
    let category = Attribute<String?>()
    let title = Attribute<String>(.validated, .length(1...))
    let body = Attribute<String?>(.storedAs("b"))
    let tags = Attribute<Set<String>>()
    let address = Attribute<Map<Address>?>()
    let publishedAt = Attribute<Date?>()
    let views = Attribute<Int>(.counter)
    let revision = Attribute<Int>(.version)
    let expiresAt = Attribute<Date?>(.timeToLive)
    let createdAt = Attribute<Date>(.createdAt)
    let updatedAt = Attribute<Date>(.updatedAt)

    var accessPatterns: AccessPatterns {
        Primary("article", partition: tenant, sort: "ARTICLE#\(articleID)")
        Index("bySlug", on: .gsi1, partition: "\(tenant)#SLUG#\(slug)", sort: "ARTICLE")
        Index("published", on: .gsi2, partition: "\(tenant)#PUBLISHED", sort: "\(publishedAt)#\(articleID)")
        Index("byAuthor", on: .gsi3, partition: [authorID], sort: [status, publishedAt], collection: "authored")
        Index("byRegion", on: .region, partition: [region, category], sort: [publishedAt])
        Index("recentlyChanged", on: .lsi1, sort: "CHANGED#\(updatedAt)")
        Index("reviews", on: .gsi4, partition: "\(tenant)#REVIEWS", sort: "\(createdAt)", when: status == "in-review")
    }
}

/// A place.
struct Address: MapDefinition {
    let street = Attribute<String?>()
    let city = Attribute<String>(.length(1...80))
    let kind = Attribute<Choice>("home", "work", .default("home"))
    /// When it was last confirmed.
    let checkedAt = Attribute<Date?>(.epochSeconds)
    let path = Attribute<[String]>()
}

/// What a reader says of an article.
struct Comment: TenantScoped {
    let tenantID = Attribute<String>()
    let articleID = Attribute<ULID>()
    let commentID = Attribute<ULID>(.generated)
    let authorID = Attribute<String>(.readOnly)
    let text = Attribute<String>(.length(...2000))
    let mood = Attribute<Choice?>("glad", "sad")
    let isHidden = Attribute<Bool>(.default(false))
    let replies = Attribute<Int>(.counter)
    let createdAt = Attribute<Date>(.createdAt)

    var accessPatterns: AccessPatterns {
        Primary("comments", partition: tenant, sort: "COMMENT#\(articleID)#\(commentID)")
        Index(
            "byAuthor", on: .gsi3, partition: [authorID], sort: [mood, createdAt], collection: "authored",
            when: isHidden == false)
        Index("hidden", on: .gsi2, partition: "\(tenant)#HIDDEN", sort: "\(commentID)", when: isHidden == true)
        Index("glad", on: .gsi4, partition: "\(tenant)#MOOD#glad", sort: "\(createdAt)", when: mood == "glad")
        Index(
            "rest", on: .gsi4, partition: "\(tenant)#MOOD#rest#\(articleID)", sort: "\(createdAt)#\(commentID)",
            when: mood != "glad" && !(isHidden == true || text == "-"))
    }
}
