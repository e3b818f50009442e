import EntityMacrosLite

/// What an account sees of its messages with another: each of the two has one.
struct Conversation: Regional {
    let regionID = Attribute<String>(.tenant, .length(1...20))
    let ownerID = Attribute<ULID>()
    let otherID = Attribute<ULID>()
    /// How many of the other's messages the owner has not read.
    let unread = Attribute<Int>(.range(0...), .default(0))
    let lastText = Attribute<String>(.typicalLength(200))
    let lastMessageAt = Attribute<Date>()

    var accessPatterns: AccessPatterns {
        Primary("conversation", partition: "\(region)#INBOX#\(ownerID)", sort: "WITH#\(otherID)")
        Index("inbox", on: .gsi2, partition: "\(region)#INBOX#\(ownerID)", sort: "\(lastMessageAt)#\(otherID)")
    }
}
