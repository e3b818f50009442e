// Imported from ElectroDB: PressRoom, bazaar-eu, Tenancy, Console, Parley, SensorNet, StayWell, Depot9.

import EntityMacrosLite

/// The service PressRoom.
struct PressRoom: ServiceDefinition {
    let name = "PressRoom"
    let keyFormat = KeyFormat.electroDB

    let table = Table("pressroom", partitionKey: "pk", sortKey: "sk") {
        GlobalIndex(.gsi1, partitionKey: "gsi1pk", sortKey: "gsi1sk")
        GlobalIndex(.gsi2, partitionKey: "gsi2pk")
        GlobalIndex(.gsi3, partitionKey: "gsi3pk", sortKey: "gsi3sk")
        GlobalIndex(.inverted, partitionKey: "sk", sortKey: "pk")
    }

    var entities: EntityList {
        Author()
        Article()
        ArticleTag()
    }
}

/// The model Author, version 1, of PressRoom.
struct Author: EntityDefinition {
    let tenantId = Attribute<String>(.storedAs("t"))
    let authorId = Attribute<String>()
    let handle = Attribute<String>(.label("h"))
    let country = Attribute<String?>()
    let verified = Attribute<Bool?>()
    /// A number of ElectroDB's: an Int will do if it has no fraction.
    let joinedYear = Attribute<Double?>(.padded(to: 6, with: "0"))
    /// A number of ElectroDB's: an Int will do if it has no fraction.
    let rating = Attribute<Double?>()
    let bio = Attribute<String?>(.storedAs("b"))
    /// A number of ElectroDB's: an Int will do if it has no fraction.
    let followers = Attribute<Double?>()
    let createdAt = Attribute<String?>(.readOnly)

    var accessPatterns: AccessPatterns {
        Primary("author", partition: [tenantId], sort: [authorId])
        Index("byline", on: .gsi1, partition: [authorId], sort: [], collection: "byline")
        Index("byHandle", on: .gsi2, partition: [tenantId, handle])
        Index("byCountry", on: .gsi3, partition: [country], sort: [verified, joinedYear, rating])
    }
}

/// The model Article, version 1, of PressRoom.
struct Article: EntityDefinition {
    let tenantId = Attribute<String>(.storedAs("t"))
    let articleId = Attribute<String>()
    let authorId = Attribute<String>()
    let slug = Attribute<String>()
    let section = Attribute<String>(.label("sec"))
    let status = Attribute<Choice?>("draft", "review", "published", .default("draft"), .label("st"))
    let publishedAt = Attribute<String?>()
    let title = Attribute<String?>()
    /// A number of ElectroDB's: an Int will do if it has no fraction.
    let words = Attribute<Double?>(.storedAs("w"))
    /// A number of ElectroDB's: an Int will do if it has no fraction.
    let views = Attribute<Double?>()

    var accessPatterns: AccessPatterns {
        Primary("article", partition: [tenantId], sort: [articleId])
        Index("byline", on: .gsi1, partition: [authorId], sort: [publishedAt], collection: ["byline", "pieces"])
        Index("bySlug", on: .gsi2, partition: [tenantId, slug])
        Index("bySection", on: .gsi3, partition: [section, status], sort: [publishedAt])
    }
}

/// The model ArticleTag, version 2, of PressRoom.
struct ArticleTag: EntityDefinition {
    let tenantId = Attribute<String>(.storedAs("t"))
    let articleId = Attribute<String>()
    let tag = Attribute<String>(.label("kw"))
    let authorId = Attribute<String>()
    /// A number of ElectroDB's: an Int will do if it has no fraction.
    let weight = Attribute<Double>(.padded(to: 4, with: "0"))
    let origin = Attribute<Choice?>("manual", "auto")
    let note = Attribute<String?>()
    var entityVersion: String { "2" }

    var accessPatterns: AccessPatterns {
        Primary("tagging", partition: [tenantId], sort: [articleId, tag])
        Index("byline", on: .gsi1, partition: [authorId], sort: [tag], collection: ["byline", "pieces"])
        Index("tagged", on: .inverted, partition: [articleId, tag], sort: [tenantId])
        Index("byTag", on: .gsi3, partition: [tag], sort: [weight, articleId], scope: "Tags")
    }
}

/// The service bazaar-eu.
struct BazaarEu: ServiceDefinition {
    let name = "bazaar-eu"
    let keyFormat = KeyFormat.electroDB

    let table = Table("bazaar-eu", partitionKey: "pk", sortKey: "sk") {
        GlobalIndex(.gsi1, partitionKey: "gsi1pk", sortKey: "gsi1sk")
        GlobalIndex(.gsi2, partitionKey: "gsi2pk", sortKey: "gsi2sk")
        GlobalIndex(.gsi3, partitionKey: "gsi3pk", sortKey: "gsi3sk")
        GlobalIndex(.gsi4, partitionKey: "gsi4pk")
    }

    var entities: EntityList {
        Listing()
        Order()
    }
}

/// The model Listing, version 3, of bazaar-eu.
struct Listing: EntityDefinition {
    let sellerId = Attribute<String>()
    let listingId = Attribute<String>()
    let category = Attribute<String>()
    let grade = Attribute<Choice>("New", "Refurbished", "Used")
    /// A number of ElectroDB's: an Int will do if it has no fraction.
    let priceCents = Attribute<Double>(.label("price"), .padded(to: 10, with: "0"))
    let brand = Attribute<String?>()
    let available = Attribute<Bool?>()
    let updatedAt = Attribute<String?>()
    let headline = Attribute<String?>(.storedAs("title"))
    /// A number of ElectroDB's: an Int will do if it has no fraction.
    let stock = Attribute<Double?>()

    var entityVersion: String { "3" }

    var accessPatterns: AccessPatterns {
        Primary("listing", partition: [sellerId], sort: [listingId])
        Index("trade", on: .gsi1, .clustered, partition: [sellerId], sort: [category, priceCents], collection: "trade")
        Index("browse", on: .gsi2, .clustered, partition: [category], sort: [grade, priceCents, listingId])
        Index("freshness", on: .gsi3, partition: [], sort: [available, updatedAt])
        Index("byBrand", on: .gsi4, .clustered, partition: [brand])
    }
}

/// The model Order, version 1.2, of bazaar-eu.
struct Order: EntityDefinition {
    let orderId = Attribute<String>()
    let sellerId = Attribute<String>()
    let buyerId = Attribute<String>()
    let category = Attribute<String>()
    let placedAt = Attribute<String>()
    let state = Attribute<Choice?>("placed", "paid", "shipped", "returned", .storedAs("s"))
    let settled = Attribute<Bool?>()
    /// A number of ElectroDB's: an Int will do if it has no fraction.
    let totalCents = Attribute<Double?>()
    let couponCode = Attribute<String?>(.label("coupon"))
    let note = Attribute<String?>()
    var entityVersion: String { "1.2" }

    var accessPatterns: AccessPatterns {
        Primary("order", partition: [orderId], sort: [])
        Index("trade", on: .gsi1, .clustered, partition: [sellerId], sort: [category, placedAt], collection: "trade")
        Index("buyer", on: .gsi2, partition: [buyerId], sort: [placedAt, orderId], scope: "Buyer")
        Index("byState", on: .gsi3, partition: [state], sort: [settled, totalCents])
        Index("byCoupon", on: .gsi4, partition: [couponCode], scope: "Promo")
    }
}

/// The service Tenancy.
struct Tenancy: ServiceDefinition {
    let name = "Tenancy"
    let keyFormat = KeyFormat.electroDB

    let table = Table("tenancy", partitionKeys: "tenantId") {
        GlobalIndex(.gsi1, partitionKeys: "domain")
        GlobalIndex(.gsi2, partitionKey: "gsi2pk", sortKeys: "seats")
        GlobalIndex(.gsi3, partitionKey: "gsi3pk", sortKey: "gsi3n")
        GlobalIndex(.gsi4, partitionKeys: "inviteCode")
    }

    var entities: EntityList { Tenant() }
}

/// The model Tenant, version 1, of Tenancy.
struct Tenant: EntityDefinition {
    let tenantId = Attribute<String>()
    let domain = Attribute<String?>()
    let plan = Attribute<Choice>("free", "team", "enterprise")
    /// A number of ElectroDB's: an Int will do if it has no fraction.
    let seats = Attribute<Double?>()
    let region = Attribute<String?>()
    /// A number of ElectroDB's: an Int will do if it has no fraction.
    let openedAt = Attribute<Double?>()
    let displayName = Attribute<String?>(.storedAs("n"))
    let active = Attribute<Bool?>()
    let inviteCode = Attribute<String?>()

    var accessPatterns: AccessPatterns {
        Primary("tenant", partition: .casing(.asWritten, [tenantId]))
        Index("byDomain", on: .gsi1, partition: .casing(.lowercased, [domain]))
        Index("byPlan", on: .gsi2, partition: [plan], sort: [seats])
        Index("byRegion", on: .gsi3, partition: "REGION#\(region)", sort: .number(openedAt))
        Index("byInvite", on: .gsi4, partition: .casing(.asWritten, "INV-\(inviteCode)"))
    }
}

/// The service Console.
struct Console: ServiceDefinition {
    let name = "Console"
    let keyFormat = KeyFormat.electroDB

    let table = Table("console", partitionKey: "pk", sortKey: "sk") {
        GlobalIndex(.gsi1, partitionKey: "gsi1pk", sortKey: "gsi1sk")
        GlobalIndex(.gsi2, partitionKey: "gsi2pk", sortKey: "gsi2sk")
        GlobalIndex(.gsi3, partitionKey: "gsi3pk", sortKey: "gsi3sk")
        GlobalIndex(.gsi4, partitionKey: "gsi4pk", sortKey: "gsi4sk")
    }

    var entities: EntityList { Member() }
}

/// The model Member, version 2, of Console.
struct Member: EntityDefinition {
    let tenantId = Attribute<String>()
    let memberId = Attribute<String>()
    let email = Attribute<String>()
    let role = Attribute<Choice>("owner", "admin", "viewer")
    let status = Attribute<Choice?>("active", "suspended")
    /// A number of ElectroDB's: an Int will do if it has no fraction.
    let lastSeen = Attribute<Double?>()
    let displayName = Attribute<String?>()
    let locale = Attribute<String?>(.storedAs("lang"))
    var entityVersion: String { "2" }

    var accessPatterns: AccessPatterns {
        Primary(
            "member",
            partition: .casing(.asWritten, "TENANT#\(tenantId)"),
            sort: .casing(.asWritten, "MEMBER#\(memberId)"))
        Index("byEmail", on: .gsi1, partition: "EMAIL#\(email)", sort: [tenantId], collection: "Contacts")
        Index(
            "byRole",
            on: .gsi2,
            partition: [tenantId, role],
            sort: .casing(.uppercased, "S#\(status)#SEEN#\(lastSeen)#end"))
        Index(
            "byName", on: .gsi3, partition: .casing(.uppercased, [tenantId]), sort: .casing(.asWritten, [displayName]))
        Index("byStatus", on: .gsi4, partition: [status], sort: [status])
    }
}

/// The service Parley.
struct Parley: ServiceDefinition {
    let name = "Parley"
    let keyFormat = KeyFormat.electroDB

    let table = Table("parley", partitionKey: "pk", sortKey: "sk") {
        LocalIndex(.lsi1, sortKey: "lsi1sk")
        LocalIndex(.lsi2, sortKey: "lsi2n")
        GlobalIndex(.gsi1, partitionKey: "gsi1pk", sortKey: "gsi1sk")
        GlobalIndex(.gsi2, partitionKey: "gsi2pk", sortKey: "gsi2sk")
    }

    var entities: EntityList { Message() }
}

/// The model Message, version 1, of Parley.
struct Message: EntityDefinition {
    let roomId = Attribute<String>()
    /// A number of ElectroDB's: an Int will do if it has no fraction.
    let sentAt = Attribute<Double>(.padded(to: 13, with: "0"))
    let messageId = Attribute<String>()
    let authorId = Attribute<String>(.label("by"))
    let kind = Attribute<Choice?>("text", "image", "system")
    let threadId = Attribute<String?>()
    let pinned = Attribute<Bool?>()
    /// A number of ElectroDB's: an Int will do if it has no fraction.
    let seq = Attribute<Double?>(.padded(to: 8, with: "0"))
    let mention = Attribute<String?>(.storedAs("at"))
    let reach = Attribute<Choice?>("direct", "room")
    let mentionedAt = Attribute<String?>()
    /// A number of ElectroDB's: an Int will do if it has no fraction.
    let score = Attribute<Double?>()
    let text = Attribute<String?>(.storedAs("x"))
    /// A number of ElectroDB's: an Int will do if it has no fraction.
    let reactions = Attribute<Double?>()

    var accessPatterns: AccessPatterns {
        Primary("message", partition: [roomId], sort: [sentAt, messageId])
        Index("byAuthor", on: .lsi1, sort: [authorId, sentAt])
        Index("byScore", on: .lsi2, sort: .number(score))
        Index("thread", on: .gsi1, partition: [threadId], sort: [pinned, seq])
        Index("mentions", on: .gsi2, .clustered, partition: [mention], sort: [reach, mentionedAt])
    }
}

/// The service SensorNet.
struct SensorNet: ServiceDefinition {
    let name = "SensorNet"
    let keyFormat = KeyFormat.electroDB
    let entityAttribute = "_type"
    let versionAttribute: String? = "_schema"

    let table = Table("sensornet", partitionKey: "pk", sortKey: "sk") {
        GlobalIndex(.fleetIndex, partitionKeys: "r", "siteId", sortKeys: "kind", "at")
        GlobalIndex(.gsi1, partitionKey: "gsi1pk", sortKey: "gsi1sk")
        GlobalIndex(.qualityIndex, partitionKeys: "quality", sortKeys: "c")
        GlobalIndex(.gsi2, partitionKey: "gsi2pk", sortKey: "gsi2n")
    }

    var entities: EntityList {
        Device()
        Reading()
    }
}

/// The model Device, version 2024-06, of SensorNet.
struct Device: EntityDefinition {
    let siteId = Attribute<String>()
    let deviceId = Attribute<String>()
    let region = Attribute<String?>(.storedAs("r"))
    let kind = Attribute<Choice?>("thermo", "hygro", "baro")
    let firmware = Attribute<String?>(.storedAs("fw"))
    /// A number of ElectroDB's: an Int will do if it has no fraction.
    let installedAt = Attribute<Double?>(.storedAs("at"))
    let model = Attribute<String?>(.label("m"))
    /// A number of ElectroDB's: an Int will do if it has no fraction.
    let latitude = Attribute<Double?>()
    /// A number of ElectroDB's: an Int will do if it has no fraction.
    let batteryPct = Attribute<Double?>()
    let notes = Attribute<String?>()
    var entityVersion: String { "2024-06" }

    var accessPatterns: AccessPatterns {
        Primary("device", partition: [siteId], sort: [deviceId])
        Index(
            "telemetry",
            on: .fleetIndex,
            partition: [region, siteId],
            sort: [kind, installedAt],
            collection: "telemetry")
        Index("byModel", on: .gsi1, partition: [model], sort: [latitude])
    }
}

/// The model Reading, version 2024-06, of SensorNet.
struct Reading: EntityDefinition {
    let siteId = Attribute<String>()
    let deviceId = Attribute<String>(.label("dev"))
    /// A number of ElectroDB's: an Int will do if it has no fraction.
    let takenAt = Attribute<Double>(.storedAs("at"), .padded(to: 12, with: "0"))
    let region = Attribute<String?>(.storedAs("r"))
    let kind = Attribute<Choice?>("thermo", "hygro", "baro")
    let quality = Attribute<Choice?>("good", "suspect")
    /// A number of ElectroDB's: an Int will do if it has no fraction.
    let celsius = Attribute<Double?>(.storedAs("c"))
    let alarm = Attribute<Bool?>()
    let batch = Attribute<String?>()
    var entityVersion: String { "2024-06" }

    var accessPatterns: AccessPatterns {
        Primary("reading", partition: [siteId, deviceId], sort: [takenAt])
        Index(
            "telemetry", on: .fleetIndex, partition: [region, siteId], sort: [kind, takenAt], collection: "telemetry")
        Index("byQuality", on: .qualityIndex, partition: [quality], sort: [celsius])
        Index("alarms", on: .gsi1, partition: [alarm], sort: [celsius])
        Index("timeline", on: .gsi2, partition: [deviceId], sort: .number(takenAt))
    }
}

/// The service StayWell.
struct StayWell: ServiceDefinition {
    let name = "StayWell"
    let keyFormat = KeyFormat.electroDB

    let table = Table("staywell", partitionKey: "pk", sortKey: "sk") {
        GlobalIndex(.gsi1, partitionKey: "gsi1pk", sortKey: "gsi1sk")
        GlobalIndex(.gsi2, partitionKey: "gsi2pk", sortKey: "gsi2sk")
        GlobalIndex(.gsi3, partitionKey: "gsi3pk", sortKey: "gsi3sk")
        GlobalIndex(.gsi4, partitionKey: "gsi4pk", sortKey: "gsi4sk")
    }

    var entities: EntityList { Reservation() }
}

/// The model Reservation, version 7, of StayWell.
struct Reservation: EntityDefinition {
    let propertyId = Attribute<String>()
    /// A number of ElectroDB's: an Int will do if it has no fraction.
    let roomNo = Attribute<Double>()
    let checkIn = Attribute<String>()
    let guestId = Attribute<String>()
    let channel = Attribute<String>()
    let state = Attribute<Choice?>("Held", "Confirmed", "Cancelled", .default("Held"))
    /// A number of ElectroDB's: an Int will do if it has no fraction.
    let nights = Attribute<Double?>(.label("N"))
    let paid = Attribute<Bool?>()
    let settledOn = Attribute<String?>()
    /// A number of ElectroDB's: an Int will do if it has no fraction.
    let amount = Attribute<Double?>()
    let remarks = Attribute<String?>(.storedAs("rem"))
    var entityVersion: String { "7" }

    var accessPatterns: AccessPatterns {
        Primary(
            "reservation", partition: .casing(.asWritten, [propertyId]), sort: .casing(.asWritten, [roomNo, checkIn]))
        Index("byGuest", on: .gsi1, partition: .casing(.uppercased, [guestId]), sort: [checkIn, state], scope: "Guest")
        Index(
            "byChannel",
            on: .gsi2,
            partition: .casing(.asWritten, "CH_\(channel)"),
            sort: "\(checkIn)|\(propertyId):r\(roomNo)!",
            collection: "Sales")
        Index(
            "stays",
            on: .gsi3,
            partition: [guestId],
            sort: [nights],
            scope: "Stay",
            collection: ["Stays", "Current", "Unpaid"])
        Index(
            "ledger", on: .gsi4, partition: [], sort: .casing(.uppercased, [paid, settledOn, amount]), scope: "Ledger")
    }
}

/// The service Depot9.
struct Depot9: ServiceDefinition {
    let name = "Depot9"
    let keyFormat = KeyFormat.electroDB

    let table = Table("depot9", partitionKey: "pk", sortKey: "sk") {
        GlobalIndex(.gsi1, partitionKey: "gsi1pk", sortKey: "gsi1sk")
        GlobalIndex(.gsi2, partitionKey: "gsi2pk", sortKey: "gsi2sk")
        GlobalIndex(.gsi3, partitionKey: "gsi3pk", sortKey: "gsi3sk")
        GlobalIndex(.gsi4, partitionKey: "gsi4pk")
        GlobalIndex(.gsi5, partitionKey: "gsi1pk", sortKey: "gsi5sk")
        GlobalIndex(.gsi6, partitionKey: "gsi6pk", sortKey: "gsi6n")
    }

    var entities: EntityList { StockLevel() }
}

/// The model StockLevel, version 10, of Depot9.
struct StockLevel: EntityDefinition {
    let warehouse = Attribute<String>(.storedAs("w"), .label("wh"))
    let sku = Attribute<String>(.storedAs("s"), .padded(to: 12, with: "0"))
    let bin = Attribute<String>(.label("b"))
    /// A number of ElectroDB's: an Int will do if it has no fraction.
    let lot = Attribute<Double>(.padded(to: 4, with: "0"))
    let supplier = Attribute<String?>()
    let hazard = Attribute<Bool?>(.storedAs("hz"))
    /// A number of ElectroDB's: an Int will do if it has no fraction.
    let quantity = Attribute<Double?>(.storedAs("q"))
    let auditCode = Attribute<String?>()
    let expiresOn = Attribute<String?>()
    let family = Attribute<String?>(.padded(to: 7, with: "*-"))
    /// A number of ElectroDB's: an Int will do if it has no fraction.
    let pallets = Attribute<Double?>()
    let comment = Attribute<String?>()
    var entityVersion: String { "10" }

    var accessPatterns: AccessPatterns {
        Primary("level", partition: [warehouse, sku], sort: [bin, lot])
        Index("bySku", on: .gsi1, partition: [sku], sort: [])
        Index("bySupplier", on: .gsi2, .clustered, partition: [supplier], sort: [])
        Index("byHazard", on: .gsi3, partition: [hazard], sort: [quantity])
        Index("audits", on: .gsi4, partition: [auditCode], scope: "Audit")
        Index("expiring", on: .gsi5, partition: [sku], sort: [expiresOn])
        Index("byFamily", on: .gsi6, partition: [family], sort: .number(pallets))
    }
}

extension IndexName {
    static let inverted = IndexName("inverted")
    static let fleetIndex = IndexName("fleet-index")
    static let qualityIndex = IndexName("quality-index")
}
