import EntityMacrosLite

/// A content management system for magazines: articles and their history, authors, categories, tags and subscribers.
struct CMS: ServiceDefinition {
    let name = "cms"

    let table = Table("cms", partitionKey: "pk", sortKey: "sk") {
        GlobalIndex(.gsi1, partitionKey: "gsi1pk", projection: .keysOnly)
        GlobalIndex(.gsi2, partitionKey: "gsi2pk", sortKey: "gsi2sk")
        GlobalIndex(.gsi3, partitionKey: "gsi3pk", sortKey: "gsi3sk")
        GlobalIndex(.category, partitionKeys: "tenantID", "status", sortKeys: "category", "articleID")
        Stream(.newAndOldImages)
        TimeToLive("expiresAt")
        PointInTimeRecovery()
    }

    var entities: EntityList {
        Article()
        ArticleVersion()
        ArticleTag()
        ArticleStatistics()
        Author()
        Category()
        Tag()
        Subscriber()
        Subscription()
    }

    var unsupported: [String] {
        [
            "Search by words of a title or a body: hand articles off to a search engine, from the stream.",
            "Articles with several tags at once: read those of the rarest tag, and filter.",
            "Articles of all tenants by date: each tenant is a partition of its own; export the table for that.",
            "The number of articles of a category: count them, or keep a counter, as authors have one.",
        ]
    }
}

extension IndexName {
    /// Articles by status and category, on their own attributes.
    static let category = IndexName("category")
}
