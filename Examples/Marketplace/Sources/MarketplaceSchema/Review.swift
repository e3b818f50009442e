import EntityMacrosLite

/// What one side of an order says of the other. Its key is the order and the side, so nobody reviews twice.
struct Review: Regional {
    let regionID = Attribute<String>(.tenant, .length(1...20))
    let orderID = Attribute<ULID>()
    /// Who speaks.
    let side = Attribute<Choice>("buyer", "seller")
    let authorID = Attribute<ULID>(.readOnly)
    let subjectID = Attribute<ULID>(.readOnly)
    let stars = Attribute<Int>(.range(1...5), .readOnly)
    let text = Attribute<String?>(.length(1...2000), .typicalLength(150))
    let createdAt = Attribute<Date>(.createdAt)

    var accessPatterns: AccessPatterns {
        Primary("ofOrder", partition: "\(region)#ORDER#\(orderID)", sort: "REVIEW#\(side)", collection: "orderFile")
        Index("about", on: .gsi1, partition: "\(region)#ACCOUNT#\(subjectID)", sort: "REVIEW#\(orderID)")
        Index("by", on: .gsi2, partition: "\(region)#ACCOUNT#\(authorID)", sort: "REVIEW#\(orderID)")
    }
}
