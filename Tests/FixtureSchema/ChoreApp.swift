// Imported from ElectroDB: chore-app.

import EntityMacrosLite

/// The service chore-app.
struct ChoreApp: ServiceDefinition {
    let name = "chore-app"
    let keyFormat = KeyFormat.electroDB
    let entityAttribute = "_e"

    let table = Table("chores", partitionKey: "pk", sortKey: "sk") {
        GlobalIndex(.domainIndex, partitionKeys: "domain")
        GlobalIndex(.gsi1, partitionKey: "gsi1pk", sortKey: "gsi1sk", projection: .include("note", "t"))
        LocalIndex(.lsi1, sortKey: "lsi1sk")
        GlobalIndex(.gsi2, partitionKey: "gsi2pk", sortKey: "gsi2n")
        GlobalIndex(.byTeam, partitionKeys: "t", sortKeys: "points")
    }

    var entities: EntityList { Chore() }
}

/// The model chore, version 2, of chore-app.
struct Chore: EntityDefinition {
    let team = Attribute<String>(.storedAs("t"))
    let choreId = Attribute<String>(.storedAs("chore-id"), .label("chore-id"))
    let status = Attribute<Choice?>("open", "in-review", .default("open"), .label("st"))
    let kind = Attribute<String>()
    /// A number of ElectroDB's: an Int will do if it has no fraction.
    let points = Attribute<Double?>(.default(0.10), .padded(to: 5, with: "0"))
    let email = Attribute<String?>(.hidden, .matching("(?i)^[^@]+@[^@]+$"))
    let slug = Attribute<String?>(.normalized, .presented)
    let digest = Attribute<String?>()
    let handle = Attribute<String?>(.computed(from: \Chore.slug))
    let note = Attribute<String?>()
    let token = Attribute<String?>(.computed, .validated)
    let tags = Attribute<Set<String>?>()
    let codes = Attribute<[String]>(.each(.matching("^[A-Z]+$")))
    let address = Attribute<Map<ChoreAddress>?>()
    let extra = Attribute<AttributeValue?>()
    let domain = Attribute<String?>()
    var entityName: String { "chore" }
    var entityVersion: String { "2" }

    var accessPatterns: AccessPatterns {
        Primary("chores", partition: [team], sort: [choreId])
        Index("byDomain", on: .domainIndex, partition: .casing(.asWritten, [domain]))
        Index(
            "updateItems",
            on: .gsi1,
            partition: [status],
            sort: [points],
            scope: "Own",
            collection: ["work", "open work"])
        Index("inTeam", on: .lsi1, sort: .casing(.uppercased, "P#\(points)\""))
        Index("ranked", on: .gsi2, partition: [], sort: .number(points))
        Index("native", on: .byTeam, partition: [team], sort: [points])
    }
}

/// The map address of Chore.
struct ChoreAddress: MapDefinition {
    let city = Attribute<String>(.storedAs("c"))
    let geo = Attribute<Map<ChoreAddressGeo>?>()
}

/// The map geo of ChoreAddress.
struct ChoreAddressGeo: MapDefinition {
    /// A number of ElectroDB's: an Int will do if it has no fraction.
    let lat = Attribute<Double?>()
}

extension IndexName {
    static let domainIndex = IndexName("domain-index")
    static let byTeam = IndexName("by-team")
}
