import EntityMacrosLite

/// What a subscriber wants to hear of: an author, or a category with all below it.
struct Subscription: TenantScoped {
    let tenantID = Attribute<String>(.length(1...64))
    let subscriberID = Attribute<ULID>()
    let kind = Attribute<Choice>("author", "category")
    /// The author's ID, or the category's path.
    let target = Attribute<String>(.length(1...200))
    let createdAt = Attribute<Date>(.createdAt)

    var accessPatterns: AccessPatterns {
        Primary(
            "ofSubscriber", partition: "\(tenant)#SUBSCRIBER#\(subscriberID)", sort: "SUBSCRIPTION#\(kind)#\(target)",
            collection: "account")
        Index("subscribers", on: .gsi3, partition: "\(tenant)#TOPIC#\(kind)#\(target)", sort: "\(subscriberID)")
    }
}
