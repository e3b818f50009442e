import CMSTypes
import EntityMacrosLite

/// That an article has a tag, with what a list of articles shows: read from either side, no second read is needed.
struct ArticleTag: TenantScoped {
    let tenantID = Attribute<String>(.length(1...64))
    let articleID = Attribute<ULID>()
    let tag = Attribute<TagName>()
    let slug = Attribute<Slug>()
    let title = Attribute<String>(.typicalLength(60))
    let language = Attribute<LanguageTag>()
    /// As the article's: what is not published is not listed under its tags.
    let publishedAt = Attribute<Date?>()

    var accessPatterns: AccessPatterns {
        Primary(
            "ofArticle", partition: "\(tenant)#ARTICLE#\(articleID)", sort: "TAG#\(tag)", collection: "dossier")
        Index("byTag", on: .gsi2, partition: "\(tenant)#TAG#\(tag)", sort: "\(publishedAt)#\(articleID)")
    }
}
