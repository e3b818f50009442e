import CMSTypes
import EntityMacrosLite

/// A reader who gets letters, known by an e-mail address that nobody else has.
struct Subscriber: TenantScoped {
    let tenantID = Attribute<String>(.length(1...64))
    let subscriberID = Attribute<ULID>(.generated)
    let email = Attribute<EmailAddress>(.unique(within: \Subscriber.tenantID))
    let name = Attribute<String>(.length(1...200))
    let createdAt = Attribute<Date>(.createdAt)

    var accessPatterns: AccessPatterns {
        Primary(
            "subscriber", partition: "\(tenant)#SUBSCRIBER#\(subscriberID)", sort: "SUBSCRIBER", collection: "account")
        Index("byEmail", on: .gsi1, partition: "\(tenant)#EMAIL#\(email)")
    }
}
