import EntityMacrosLite
import FixtureTypes

/// Somebody who writes, and orders.
struct Author: EntityDefinition {
    let authorID = Attribute<String>()
    let name = Attribute<String>(.length(1...100))
    let email = Attribute<String?>(.unique)
    let handle = Attribute<String>(.unique(within: \Author.platform), .computed)
    let platform = Attribute<Choice>("web", "print", .default("web"))
    let rating = Attribute<Double>(.range(0.5...5), .default(2.5))
    let preferences = Attribute<Preferences?>()
    let articleCount = Attribute<Int>(.counter)
    let joinedAt = Attribute<Date>(.createdAt, .epochSeconds)

    var accessPatterns: AccessPatterns {
        Primary("author", partition: "AUTHOR#\(authorID)", sort: "AUTHOR")
        Index("byEmail", on: .gsi1, partition: "EMAIL#\(email, .lowercased)", sort: "AUTHOR")
        Index("byHandle", on: .gsi2, partition: "HANDLE#\(platform)", sort: "\(handle)-\(rating, width: 1, scale: 1)")
    }
}

/// A sale.
struct Order: EntityDefinition {
    let orderID = Attribute<UUID>(.generated)
    let buyerID = Attribute<String>()
    let lines = Attribute<[Map<Line>]>(.length(...100))
    let extras = Attribute<[String: Map<Line>]>()
    let gift = Attribute<[Map<Line>]?>()
    let total = Attribute<Decimal>(.range(0...))
    let priority = Attribute<Priority>(.default(.normal))
    let channel = Attribute<Channel>(.readOnly)
    let weight = Attribute<Number?>(.range(...1000))
    let dueAt = Attribute<Date?>(.epochMilliseconds)
    let isPaid = Attribute<Bool>()
    let placedAt = Attribute<Date>(.readOnly)
    let note = Attribute<String?>(.computed)

    var accessPatterns: AccessPatterns {
        Primary("orders", partition: "BUYER#\(buyerID)", sort: "ORDER#\(orderID)")
        Index("due", on: .lsi2, sort: [dueAt])
        Index("byTotal", on: .byTotal, partition: "TOTALS#\(channel)", sort: [total])
        Index(
            "byPriority", on: .gsi2, partition: "PRIORITY#\(priority)",
            sort: "\(total, width: 9, scale: 2)#\(placedAt)",
            when: isPaid == true && dueAt.isPresent)
        Index("byDay", on: .gsi3, partition: "ORDERS#\(placedAt, .day)", sort: "\(placedAt)#\(orderID)")
    }
}

/// What was sold.
struct Line: MapDefinition {
    let lineID = Attribute<UUID>(.generated)
    let sku = Attribute<SKU>()
    let quantity = Attribute<Int>(.range(1...), .default(1))
    let price = Attribute<Money>()
    let discount = Attribute<Decimal?>(.default(0.125))
    let label = Attribute<String?>(.validated)
    let parts = Attribute<[Map<Line>]>()
}

/// How much of something is there.
struct Stock: EntityDefinition {
    let sku = Attribute<SKU>()
    let place = Attribute<String>()
    let quantity = Attribute<Int>()
    let minimum = Attribute<UInt16?>()
    let price = Attribute<Money?>()

    var accessPatterns: AccessPatterns {
        Primary("stock", partition: "STOCK#\(sku)", sort: "PLACE#\(place)")
        Index("places", on: .bySKU, partition: [sku], sort: "\(quantity, width: 6)#\(place)")
        Index("short", on: .gsi1, partition: "SHORT", sort: "\(minimum)#\(quantity)")
        Index("priced", on: .gsi4, partition: "PRICED", sort: "\(price)#\(sku)")
    }
}

/// Something that happened.
struct Event: EntityDefinition, Findable {
    let eventID = Attribute<ULID>(.generated)
    let kind = Attribute<String>()
    let at = Attribute<Date>()
    let actor = Attribute<String>()
    let level = Attribute<Int8>()
    let changedAt = Attribute<Date?>(.updatedAt, .epochSeconds)

    var accessPatterns: AccessPatterns {
        Primary("events", partition: "EVENTS#\(shard: eventID, of: 10)", sort: "\(at)#\(eventID)")
        Index("byKind", on: .gsi1, partition: "KIND#\(kind)#\(at, .month)", sort: "\(level)#\(at, .hour)#\(eventID)")
        Index("byActor", on: .gsi2, partition: "ACTOR#\(actor)", sort: "\(kind)_\(at)")
        Index("changed", on: .lsi1, sort: "EVENT#\(changedAt)")
        Index("doneBy", on: .gsi2, partition: "ACTOR#\(actor)", sort: "\(kind)_\(at)")
    }
}

/// A price, whose key has parts of every form that can be read back.
struct Rate: EntityDefinition {
    let channel = Attribute<Channel>()
    let priority = Attribute<Priority>()
    let isOpen = Attribute<Bool>()
    let name = Attribute<String>()
    let amount = Attribute<Decimal>()
    let weight = Attribute<Double>()
    let step = Attribute<Int16>()

    var accessPatterns: AccessPatterns {
        Primary(
            "rates", partition: "RATE#\(channel)#\(priority)\(isOpen)",
            sort: "\(name)_\(amount, width: 6, scale: 2)\(weight, width: 3, scale: 3)\(step, width: 4)")
    }
}

/// A word, whose key does not tell how it is written.
struct Word: EntityDefinition {
    let word = Attribute<String>()

    var accessPatterns: AccessPatterns {
        Primary("words", partition: "WORD#\(word, .lowercased)", sort: "WORD")
        Index("allWords", on: .gsi1, partition: "WORDS", sort: "\(word, .lowercased)")
    }
}
