import EntityMacrosLite

/// A depot whose table is shared with a program that uses ElectroDB: each form that a key can have there.
struct Depot: ServiceDefinition {
    let name = "Depot"
    let keyFormat = KeyFormat.electroDB
    let table = Table("depot", partitionKey: "pk", sortKey: "sk") {
        GlobalIndex(.gsi1, partitionKey: "gsi1pk", sortKey: "gsi1sk")
        GlobalIndex(.gsi2, partitionKey: "gsi2pk", sortKey: "gsi2sk")
        GlobalIndex(.gsi3, partitionKey: "gsi3pk", sortKey: "gsi3sk")
        GlobalIndex(.gsi4, partitionKey: "gsi4pk", sortKey: "gsi4sk")
        GlobalIndex(.gsi5, partitionKey: "gsi5pk", sortKey: "gsi5n")
        GlobalIndex(.gsi6, partitionKeys: "seal")
        GlobalIndex(.inverted, partitionKey: "sk", sortKey: "pk")
    }
    var entities: EntityList { Parcel(); Carrier(); Crate() }
}

extension IndexName { static let inverted = IndexName("inverted") }

/// What waits to be carried.
struct Parcel: EntityDefinition, Findable {
    let depotID = Attribute<String>()
    let parcelID = Attribute<String>()
    let carrierID = Attribute<String>(.label("carrier"))
    let stage = Attribute<Choice>("New", "Moving", "Done", .default("New"))
    let weight = Attribute<Int>(.padded(to: 6, with: "0"))
    let lane = Attribute<String?>()
    let rank = Attribute<Int?>()
    let dueOn = Attribute<String?>()
    let isHeld = Attribute<Bool>(.default(false))
    let seal = Attribute<String?>()
    let note = Attribute<String?>(.storedAs("n"))
    /// What it is packed in: called like the key that it is not.
    let pk = Attribute<String?>(.storedAs("packing"))
    let tags = Attribute<Set<String>>()
    let stops = Attribute<[String]>()
    let handled = Attribute<Int>(.counter)

    var accessPatterns: AccessPatterns {
        Primary("parcel", partition: [depotID], sort: [parcelID])
        Index(
            "byCarrier", on: .gsi1, partition: [carrierID], sort: [stage, weight], collection: ["carried", "parcels"])
        Index("onFloor", on: .gsi2, .clustered, partition: [depotID], sort: [lane, rank], collection: "floor")
        Index("byLane", on: .gsi3, partition: [lane], sort: .casing(.uppercased, [dueOn]), scope: "Lane")
        Index("held", on: .gsi4, partition: [], sort: [weight, parcelID], when: isHeld == true)
        Index("ranked", on: .gsi5, partition: "STAGE#\(stage)", sort: .number(rank))
        Index("bySeal", on: .gsi6, partition: .casing(.asWritten, "SEAL-\(seal)"))
        Index("byParcel", on: .inverted, partition: [parcelID], sort: [depotID])
    }
}

/// Who carries parcels.
struct Carrier: EntityDefinition {
    let carrierID = Attribute<String>(.label("carrier"))
    let depotID = Attribute<String>()
    let name = Attribute<String?>()
    let trips = Attribute<Int?>()
    var entityVersion: String { "2" }

    var accessPatterns: AccessPatterns {
        Primary("carrier", partition: [carrierID], sort: [])
        Index("profile", on: .gsi1, partition: [carrierID], sort: [], collection: "carried")
        Index("onFloor", on: .gsi2, .clustered, partition: [depotID], sort: [name], collection: "floor")
        Index("everyone", on: .gsi4, partition: [], sort: [])
    }
}

/// A box, whose attributes have names that mean something in expressions, or look as if they did.
struct Crate: EntityDefinition {
    let hall = Attribute<String>(.normalized)
    let crateID = Attribute<String>()
    let kind = Attribute<String>(.default("box"))
    let a = Attribute<Map<Bay>?>()
    let dotted = Attribute<Int?>(.storedAs("a.b"))
    let dashed = Attribute<Int?>(.storedAs("a-b"))
    let indexed = Attribute<Int?>(.storedAs("a[0]"))
    let hash = Attribute<Int?>(.storedAs("#v0"))
    let colon = Attribute<Int?>(.storedAs(":v0"))
    let v0 = Attribute<Int?>()
    let umlaut = Attribute<Int?>(.storedAs("größe"))
    let word = Attribute<Int?>(.storedAs("SELECT"))
    let size = Attribute<Int?>()
    let b = Attribute<Int?>(.storedAs("beta"))
    let pk = Attribute<Int?>(.storedAs("packing"))

    var accessPatterns: AccessPatterns {
        Primary("crate", partition: [hall, crateID], sort: [])
        Index("inHall", on: .gsi1, partition: [hall], sort: .casing(.asWritten, [crateID]))
    }
}

/// A part of a crate: called like what the crate has, and stored otherwise.
struct Bay: MapDefinition {
    let b = Attribute<Int?>()
    let pk = Attribute<Int?>(.storedAs("pk"))
    let measure = Attribute<Int?>(.storedAs("size"))
}
