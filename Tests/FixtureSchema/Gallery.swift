import EntityMacrosLite
import FixtureTypes

/// A gallery, whose attributes have every option that leaves something to code or changes how a value is kept.
struct Gallery: ServiceDefinition {
    let name = "gallery"
    let table = Table("gallery", partitionKey: "pk", sortKey: "sk") {
        GlobalIndex(.gsi1, partitionKey: "gsi1pk", sortKey: "gsi1sk")
        GlobalIndex(.gsi2, partitionKey: "gsi2pk", sortKey: "gsi2sk")
        GlobalIndex(.byCity, partitionKeys: "city", sortKeys: "email")
    }
    var entities: EntityList { Visitor(); Painting(); Session(); Tour() }
}

extension IndexName { static let byCity = IndexName("byCity") }

/// Somebody who is found by an address, however it is written.
struct Visitor: EntityDefinition {
    let domain = Attribute<String>(.normalized)
    let email = Attribute<String>(.normalized, .unique, .length(3...40))
    let city = Attribute<String?>(.normalized)
    let discount = Attribute<Int?>(.normalized)
    let score = Attribute<Int>(.presented, .default(0), .range(0...100))
    let motto = Attribute<String?>(.presented)
    let visits = Attribute<Int>(.counter(from: 1), .range(0...10))
    let code = Attribute<String?>(.matching("^[a-z]+-[0-9]{2}$"))
    let tags = Attribute<Set<String>>(.length(...5), .each(.length(1...8), .matching("^[a-z]+$")))
    let notes = Attribute<[String]>(.each(.validated), .backfilled)
    let marks = Attribute<[String: Int]>(.each(.range(0...5)), .backfilled)
    let state = Attribute<Choice>("new", "known", .default("new"), .backfilled)
    let seenAt = Attribute<Date>(.epochSeconds, .readOnly)
    let badge = Attribute<Map<Badge>?>()

    var accessPatterns: AccessPatterns {
        Primary("visitor", partition: "DOMAIN#\(domain)", sort: "VISITOR#\(email)")
        Index("byCity", on: .byCity, partition: [city], sort: [email])
        Index("inCity", on: .gsi1, partition: "CITY#\(city)", sort: "\(email)#\(seenAt)")
    }
}

/// What a visitor wears.
struct Badge: MapDefinition {
    let colour = Attribute<String>(.normalized, .matching("^[a-z]+$"))
    let rank = Attribute<Int>(.presented, .default(1), .backfilled)
}

/// A painting, whose slug and place follow from what it is.
struct Painting: EntityDefinition {
    let artist = Attribute<String>()
    let paintingID = Attribute<ULID>(.generated)
    let title = Attribute<String>(.normalized)
    let year = Attribute<Int?>()
    let hall = Attribute<String>(.default("east"))
    let shownAt = Attribute<Date?>()
    /// What addresses call it.
    let slug = Attribute<String>(.computed(from: \Painting.title, \Painting.artist), .length(1...60))
    let place = Attribute<String?>(.computed(from: \Painting.slug, \Painting.hall, \Painting.year))
    let initial = Attribute<String>(.computed(from: \Painting.artist))
    let views = Attribute<Int>(.counter)

    var accessPatterns: AccessPatterns {
        Primary("paintings", partition: "ARTIST#\(artist)", sort: "PAINTING#\(paintingID)")
        Index("bySlug", on: .gsi1, partition: "SLUG#\(slug)", sort: "\(paintingID)")
        Index("byPlace", on: .gsi2, partition: "INITIAL#\(initial)", sort: "\(place)")
    }
}

/// A session, whose secret is never read back.
struct Session: EntityDefinition {
    let sessionID = Attribute<String>()
    let secret = Attribute<String>(.hidden, .length(8...))
    let hint = Attribute<String?>(.hidden, .normalized)
    let device = Attribute<Map<Device>?>()
    let uses = Attribute<Int>(.default(0))

    var accessPatterns: AccessPatterns { Primary("session", partition: "SESSION#\(sessionID)", sort: "SESSION") }
}

/// What a session is on.
struct Device: MapDefinition {
    let name = Attribute<String>()
    let pin = Attribute<Int?>(.hidden, .range(1000...9999))
}

/// A tour, by a code that nothing sets and nobody else has.
struct Tour: EntityDefinition {
    let tourID = Attribute<ULID>(.generated)
    let title = Attribute<String>()
    let guide = Attribute<String>(.readOnly)
    let code = Attribute<String>(.computed(from: \Tour.title, \Tour.guide), .normalized, .unique)

    var accessPatterns: AccessPatterns { Primary("tour", partition: "TOUR#\(tourID)", sort: "TOUR") }
}
