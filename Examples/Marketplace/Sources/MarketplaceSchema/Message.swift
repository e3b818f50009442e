import EntityMacrosLite

/// A message between two accounts. Both find it in one partition, which is named after the lesser and the greater of them.
struct Message: Regional {
    let regionID = Attribute<String>(.tenant, .length(1...20))
    let lesserID = Attribute<ULID>()
    let greaterID = Attribute<ULID>()
    let messageID = Attribute<ULID>(.generated)
    let senderID = Attribute<ULID>(.readOnly)
    let recipientID = Attribute<ULID>(.readOnly)
    let text = Attribute<String>(.length(1...2000), .readOnly, .typicalLength(200))
    let readAt = Attribute<Date?>()

    var accessPatterns: AccessPatterns {
        Primary(
            "thread", partition: "\(region)#THREAD#\(lesserID)#\(greaterID)", sort: "MESSAGE#\(messageID)")
        Index(
            "unread", on: .gsi3, partition: "\(region)#UNREAD#\(recipientID)", sort: "\(senderID)#\(messageID)",
            when: !readAt.isPresent)
    }
}
