import EntityMacrosLite

/// How often an article was read. Apart from the article, since to read one is not to edit it: no new revision.
struct ArticleStatistics: TenantScoped {
    let tenantID = Attribute<String>(.length(1...64))
    let articleID = Attribute<ULID>()
    let views = Attribute<Int>(.counter)

    let pluralName = "statistics"

    var accessPatterns: AccessPatterns {
        Primary("ofArticle", partition: "\(tenant)#ARTICLE#\(articleID)", sort: "STATISTICS", collection: "dossier")
    }
}
