import EntityMacrosLite

/// The names under which values are stored, and the table's time to live.
let storedNameFixture = DiagnosticFixture {
    [
        TestService("service", .standard, entityAttribute: "type") { Stored() },
        TestService(
            "service",
            Table("table", partitionKey: "pk", sortKey: "sk"),
            // ^ error entity-attribute: 'sk', which is empty or a key of the table
            entityAttribute: "sk"
        ) { Plain() },
        TestService(
            "service",
            Table("table", partitionKey: "pk", sortKey: "sk") {
                GlobalIndex(.gsi1, partitionKeys: "country", sortKeys: "score")
                GlobalIndex(.gsi2, partitionKeys: "sk")
                // ^ error key-attribute-kind: 'sk' is a key text in one place … 'gsi2'
            }
        ) {
            Player()
            Team()
        },
        TestService("service", .bare) { Expiring() },
        TestService(
            "service",
            Table("table", partitionKey: "pk", sortKey: "sk") {
                TimeToLive("ttl")
            }
        ) {
            Expiring()
            OwnExpiry()
        },
        TestService(
            "service",
            Table("table", partitionKey: "pk", sortKey: "sk") {
                TimeToLive("ttl")
                // ^ note time-to-live-unused: deletes items by 'ttl', which no entity has: it is for what 'db.once' remembers
            }
        ) { Plain() },
    ]
}

private struct Plain: EntityDefinition {
    let id = Attribute<String>()
    var accessPatterns: AccessPatterns { Primary("item", partition: "ITEM#\(id)", sort: "ITEM") }
}

private struct Stored: EntityDefinition {
    let id = Attribute<String>()
    let pk = Attribute<String>()
    // ^ error stored-name: 'pk' of Stored is stored as 'pk', where the table keeps the text of a key
    let other = Attribute<String>(.storedAs("gsi1sk"))
    // ^ error stored-name: 'other' of Stored is stored as 'gsi1sk'
    let type = Attribute<String>()
    // ^ error stored-name: 'type' … where items carry their entity's name
    let title = Attribute<String>(.storedAs("id"))
    // ^ error stored-name: 'title' of Stored is stored as 'id', and so is 'id'
    let empty = Attribute<String>(.storedAs(""))
    // ^ error stored-name: a name of 0 bytes
    let dashed = Attribute<String>(.storedAs("with-dash"))

    var accessPatterns: AccessPatterns { Primary("item", partition: "ITEM#\(id)", sort: "ITEM") }
}

private struct Player: EntityDefinition {
    let id = Attribute<String>()
    let country = Attribute<String>()
    let score = Attribute<Int>()
    var accessPatterns: AccessPatterns {
        Primary("player", partition: "PLAYER#\(id)", sort: "PLAYER")
        Index("ranking", on: .gsi1, partition: [country], sort: [score])
    }
}

private struct Team: EntityDefinition {
    let id = Attribute<String>()
    let country = Attribute<Bool>()
    // ^ error native-key-type: 'country' of Team … its type Swift.Bool is no key's
    let score = Attribute<String>()
    // ^ error native-key-type: 'score' of Team is stored as 'score' with type S … type N
    var accessPatterns: AccessPatterns { Primary("team", partition: "TEAM#\(id)", sort: "TEAM") }
}

private struct Expiring: EntityDefinition {
    let id = Attribute<String>()
    let expiresAt = Attribute<Date?>(.timeToLive)
    // ^ error time-to-live-table: 'expiresAt' of Expiring is a time to live, and the table 'table' has none … TimeToLive("expiresAt")
    // ^ error time-to-live-table: stored as 'expiresAt' … deletes items by 'ttl' … .storedAs("ttl")

    var accessPatterns: AccessPatterns { Primary("item", partition: "ITEM#\(id)", sort: "ITEM") }
}

private struct OwnExpiry: EntityDefinition {
    let id = Attribute<String>()
    let ttl = Attribute<Int>()
    // ^ error time-to-live-attribute: 'ttl' of OwnExpiry is stored as 'ttl', by which the table 'table' deletes items

    var accessPatterns: AccessPatterns { Primary("own", partition: "OWN#\(id)", sort: "OWN") }
}
