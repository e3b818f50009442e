import CMSTypes
import EntityMacrosLite

/// An article as it was after an edit: one for each revision, the latest one as well.
struct ArticleVersion: TenantScoped {
    let tenantID = Attribute<String>(.length(1...64))
    let articleID = Attribute<ULID>()
    /// The revision of the article, from 1.
    let number = Attribute<Int>()
    /// The article's status then. Under another name than the article's, or versions would be in the index of
    /// categories.
    let status = Attribute<String>(.storedAs("formerStatus"))
    let title = Attribute<String>(.typicalLength(60))
    let summary = Attribute<String>(.typicalLength(250))
    let body = Attribute<String>(.typicalLength(6_000))
    let category = Attribute<CategoryPath>()
    let tags = Attribute<Set<TagName>>()
    /// What was done, in a word or two: `created`, `edited`, `published`.
    let change = Attribute<String>()
    let createdAt = Attribute<Date>(.createdAt)
    /// DynamoDB throws a version away some time after this date.
    let expiresAt = Attribute<Date?>(.timeToLive)

    var accessPatterns: AccessPatterns {
        Primary(
            "versions", partition: "\(tenant)#ARTICLE#\(articleID)", sort: "VERSION#\(number, width: 6)",
            collection: "dossier")
    }
}
