import EntityMacrosLite

/// What keeps its history, and what stands beside it.
struct Archive: ServiceDefinition {
    let name = "archive"
    let table = Table("archive", partitionKey: "pk", sortKey: "sk") {
        GlobalIndex(.gsi1, partitionKey: "gsi1pk", sortKey: "gsi1sk", projection: .keysOnly)
        GlobalIndex(.gsi2, partitionKey: "gsi2pk", sortKey: "gsi2sk")
        LocalIndex(.lsi1, sortKey: "lsi1sk")
    }
    var entities: EntityList { Contract(); Remark(); Leaflet() }
}

/// An agreement, every state of which is kept.
struct Contract: EntityDefinition {
    let contractID = Attribute<ULID>(.generated)
    let number = Attribute<String>(.unique(within: \Contract.owner))
    let reference = Attribute<String?>(.unique)
    let owner = Attribute<String>(.readOnly)
    let status = Attribute<Choice>("draft", "open", "closed", .default("draft"))
    let amount = Attribute<Int>(.range(0...))
    let terms = Attribute<[String]>()
    let dueAt = Attribute<Date?>()
    let version = Attribute<Int>(.version)
    let createdAt = Attribute<Date>(.createdAt)
    let updatedAt = Attribute<Date>(.updatedAt)

    var accessPatterns: AccessPatterns {
        Primary("contract", partition: "CONTRACT#\(contractID)", sort: "CONTRACT", collection: "file")
        Index("byNumber", on: .gsi1, partition: "OWNER#\(owner)", sort: "\(number)")
        Index("open", on: .gsi2, partition: "OPEN", sort: "\(dueAt)#\(contractID)", when: status == "open")
        Index("changed", on: .lsi1, sort: "CHANGED#\(updatedAt)")
        History("revisions", sort: "REVISION#\(version, width: 6)")
    }
}

/// What somebody says of a contract.
struct Remark: EntityDefinition {
    let contractID = Attribute<ULID>()
    let remarkID = Attribute<ULID>(.generated)
    let text = Attribute<String>()

    var accessPatterns: AccessPatterns {
        Primary("remarks", partition: "CONTRACT#\(contractID)", sort: "REMARK#\(remarkID)", collection: "file")
    }
}

/// A page of a brochure, whose key people choose.
struct Leaflet: EntityDefinition {
    let place = Attribute<String>()
    let path = Attribute<String>()
    let text = Attribute<String>(.storedAs("t"), .length(1...))
    let note = Attribute<String?>()
    let revision = Attribute<Int>(.version)

    var accessPatterns: AccessPatterns {
        Primary("leaflets", partition: "PLACE#\(place)", sort: "LEAFLET#\(path)")
        History("editions", sort: "EDITION#\(path)#\(revision)")
    }
}
