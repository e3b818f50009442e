import EntityMacrosLite

/// A table that is sorted by an attribute of the entities' own.
struct Meters: ServiceDefinition {
    let name = "meters"
    let table = Table("meters", partitionKey: "pk", sortKeys: "at") {
        GlobalIndex(.zone, partitionKeys: "zone", sortKeys: "level", "at")
        GlobalIndex(.times, partitionKeys: "zone", sortKeys: "at", projection: .include("level"))
        Provisioned(read: 5, write: 5)
    }
    let entityAttribute = "kind"
    var entities: EntityList { Reading(); Alarm() }
}

extension IndexName {
    static let zone = IndexName("zone")
    static let times = IndexName("times")
}

/// What a meter said.
struct Reading: EntityDefinition, Findable {
    let meterID = Attribute<UUID>()
    let at = Attribute<Date>(.epochSeconds)
    let zone = Attribute<String>()
    let level = Attribute<Double>()
    let changedAt = Attribute<Date>(.updatedAt, .epochMilliseconds)

    var accessPatterns: AccessPatterns {
        Primary("readings", partition: "METER#\(meterID)", sort: [at])
        Index("inZone", on: .zone, partition: [zone], sort: [level, at], collection: "zone")
        // Alarms are in this index as well, since they have its keys.
        Index("times", on: .times, partition: [zone], sort: [at])
    }
}

/// What somebody should look at.
struct Alarm: EntityDefinition {
    let alarmID = Attribute<ULID>(.generated)
    let at = Attribute<Date>(.epochSeconds)
    let zone = Attribute<String>()
    let level = Attribute<Double>()

    var accessPatterns: AccessPatterns {
        Primary("alarm", partition: "ALARM#\(alarmID)", sort: [at])
        Index("inZone", on: .zone, partition: [zone], sort: [level, at], collection: "zone")
    }
}

/// A table whose keys are the entity's own attributes, and no others.
struct Ledger: ServiceDefinition {
    let name = "ledger"
    let table = Table("ledger", partitionKeys: "account", sortKeys: "number")
    var entities: EntityList { Booking() }
}

/// One line of a ledger.
struct Booking: EntityDefinition {
    let accountID = Attribute<String>(.storedAs("account"))
    let number = Attribute<Int>()
    let amount = Attribute<Decimal>()

    var accessPatterns: AccessPatterns {
        Primary("bookings", partition: [accountID], sort: [number])
    }
}
