import EntityMacrosLite

/// Reservations whose holds cannot end, or not last.
let reservationFixture = DiagnosticFixture {
    [
        TestService(
            "service",
            Table("table", partitionKey: "pk", sortKey: "sk") {
                TimeToLive("until")
            }
        ) {
            Endless(); Fixed(); Shared(); Veiled()
        }
    ]
}

private struct Endless: EntityDefinition {
    let id = Attribute<String>()
    let holder = Attribute<String>(.holder)
    // ^ error holder-expiry: 'holder' of Endless is the .holder of records that do not expire

    var accessPatterns: AccessPatterns { Primary("item", partition: "ENDLESS#\(id)", sort: "ITEM") }
}

private struct Fixed: EntityDefinition {
    let id = Attribute<String>()
    let holder = Attribute<ULID>(.generated, .holder)
    let until = Attribute<Int>(.timeToLive)
    // ^ error holder-expiry: 'until' of Fixed cannot be removed when a hold is confirmed

    var accessPatterns: AccessPatterns { Primary("item", partition: "FIXED#\(id)", sort: "ITEM") }
}

private struct Shared: EntityDefinition {
    let id = Attribute<String>()
    let holder = Attribute<String>(.holder)
    let other = Attribute<UUID>(.holder)
    // ^ error attribute-role-repeated: Shared has .holder on 'holder' and on 'other'
    let until = Attribute<Date?>(.timeToLive)

    var accessPatterns: AccessPatterns { Primary("item", partition: "SHARED#\(id)", sort: "ITEM") }
}

private struct Veiled: EntityDefinition {
    let id = Attribute<String>()
    let holder = Attribute<String>(.holder, .hidden)
    // ^ error holder-form: 'holder' of Veiled is the .holder … take .hidden away
    let until = Attribute<Date?>(.timeToLive)

    var accessPatterns: AccessPatterns { Primary("item", partition: "VEILED#\(id)", sort: "ITEM") }
}
