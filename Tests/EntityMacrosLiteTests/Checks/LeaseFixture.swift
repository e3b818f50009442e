import EntityMacrosLite

/// Leases in places where the library could not keep them.
let leaseFixture = DiagnosticFixture {
    [
        TestService("service", .standard) {
            Rented(); Called(); Twice(); Kept()
        }
    ]
}

private struct Rented: EntityDefinition {
    let id = Attribute<String>()
    let lease = Attribute<Lease>()
    // ^ error lease: is a lease, which nobody has at first: make it optional
    let former = Attribute<[Lease]>()
    // ^ error lease: holds a lease inside of another value
    let map = Attribute<Map<Room>?>()
    let text = Attribute<String>(.computed(from: \Rented.lease))
    // ^ error lease: 'text' of Rented is computed from 'lease', a lease

    var accessPatterns: AccessPatterns {
        Primary("rented", partition: "RENTED#\(id)", sort: "RENTED")
    }
}

private struct Room: MapDefinition {
    let lease = Attribute<Lease?>()
    // ^ error lease: 'lease' of Room holds a lease inside of another value
}

private struct Called: EntityDefinition {
    let id = Attribute<String>()
    let lease = Attribute<String>()
    // ^ error attribute-name: 'lease' of Called is how a record calls its Lease
    let holder = Attribute<Lease?>(.readOnly)
    // ^ error lease: is a lease, which the library alone writes

    var accessPatterns: AccessPatterns { Primary("called", partition: "CALLED#\(id)", sort: "CALLED") }
}

private struct Twice: EntityDefinition {
    let id = Attribute<String>()
    let lease = Attribute<Lease?>()
    let other = Attribute<Lease?>()
    // ^ error attribute-role-repeated: has a lease in 'lease' and in 'other'

    var accessPatterns: AccessPatterns { Primary("twice", partition: "TWICE#\(id)", sort: "TWICE") }
}

private struct Kept: EntityDefinition {
    let id = Attribute<String>()
    let holder = Attribute<Lease?>(.storedAs("h"))

    var accessPatterns: AccessPatterns {
        Primary("kept", partition: "KEPT#\(id)", sort: "KEPT")
        Index("free", on: .gsi1, partition: "FREE#\(id)", sort: "JOB", when: !holder.isPresent)
        // ^ error lease: 'free' of Kept is made of 'holder', which is a lease
    }
}
