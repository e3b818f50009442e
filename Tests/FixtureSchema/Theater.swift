import EntityMacrosLite

/// A theater, most of whose records expire: whole in an index, behind keys, beside what an index includes, and as the key of one.
struct Theater: ServiceDefinition {
    let name = "theater"
    let table = Table("theater", partitionKey: "pk", sortKey: "sk") {
        GlobalIndex(.gsi1, partitionKey: "gsi1pk", sortKey: "gsi1sk")
        GlobalIndex(.gsi2, partitionKey: "gsi2pk", sortKey: "gsi2sk", projection: .keysOnly)
        GlobalIndex(.gsi3, partitionKey: "gsi3pk", sortKey: "gsi3sk", projection: .include("expiresAt"))
        GlobalIndex(.ending, partitionKeys: "device", sortKeys: "expiresAt")
        TimeToLive("expiresAt")
    }
    var entities: EntityList { Login(); Member(); Seat(); TheaterBox(); Voucher() }
}

extension IndexName { static let ending = IndexName("ending") }

/// A member who has come in.
struct Login: EntityDefinition, Findable {
    let memberID = Attribute<String>()
    let loginID = Attribute<String>()
    let token = Attribute<String>(.unique)
    let device = Attribute<String>()
    let expiresAt = Attribute<Int?>(.timeToLive)

    var accessPatterns: AccessPatterns {
        Primary("login", partition: "MEMBER#\(memberID)", sort: "LOGIN#\(loginID)", collection: "account")
        Index("byToken", on: .gsi1, partition: "TOKEN#\(token)", sort: "LOGIN")
        Index("byDevice", on: .gsi2, partition: "DEVICE#\(device)", sort: "\(loginID)")
        Index("onDevice", on: .gsi3, partition: "DEVICE#\(device)", sort: "\(loginID)")
        Index("ending", on: .ending, partition: [device], sort: [expiresAt])
    }
}

/// A member, for good.
struct Member: EntityDefinition {
    let memberID = Attribute<String>()
    let name = Attribute<String>()

    var accessPatterns: AccessPatterns {
        Primary("member", partition: "MEMBER#\(memberID)", sort: "MEMBER", collection: "account")
    }
}

/// A voucher, whose end is set when it is made; its code and its label are unique.
struct Voucher: EntityDefinition {
    let voucherID = Attribute<String>()
    let code = Attribute<String>(.unique, .readOnly)
    let label = Attribute<String?>(.unique)
    let value = Attribute<Int>(.counter)
    let validUntil = Attribute<Date>(.timeToLive, .storedAs("expiresAt"), .readOnly)

    var accessPatterns: AccessPatterns {
        Primary("voucher", partition: "VOUCHER#\(voucherID)", sort: "VOUCHER")
    }
}

/// A seat of a show: held for a while, then sold.
struct Seat: EntityDefinition {
    let showID = Attribute<String>()
    let seatID = Attribute<String>()
    let holderID = Attribute<String>(.holder)
    /// The number on the ticket, of which there is one only.
    let ticket = Attribute<String?>(.unique)
    let note = Attribute<String?>()
    let heldUntil = Attribute<Date?>(.timeToLive, .storedAs("expiresAt"))
    let revision = Attribute<Int>(.version)

    var accessPatterns: AccessPatterns {
        Primary("seats", partition: "SHOW#\(showID)", sort: "SEAT#\(seatID)")
        Index("sold", on: .gsi1, partition: "SHOW#\(showID)#SOLD", sort: "\(seatID)", when: !heldUntil.isPresent)
    }
}

/// A box, which each hold has by a number of its own.
struct TheaterBox: EntityDefinition {
    let showID = Attribute<String>()
    let boxID = Attribute<String>()
    let holdID = Attribute<ULID>(.generated, .holder)
    let guest = Attribute<String>()
    let heldUntil = Attribute<Int?>(.timeToLive, .storedAs("expiresAt"))

    var accessPatterns: AccessPatterns {
        Primary("boxes", partition: "SHOW#\(showID)", sort: "BOX#\(boxID)")
    }
}
