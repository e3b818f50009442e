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
}

extension IndexName {
    /// Articles by status and category, on their own attributes.
    static let category = IndexName("category")
}
