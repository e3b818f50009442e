import EntityMacrosLite

/// Deliveries and tickets that go from state to state, jobs that one worker at a time has, and repairs, which are both and keep their history.
struct States: ServiceDefinition {
    let name = "states"
    let table = Table("states", partitionKey: "pk", sortKey: "sk") {
        GlobalIndex(.gsi1, partitionKey: "gsi1pk", sortKey: "gsi1sk")
        GlobalIndex(.gsi2, partitionKey: "gsi2pk", sortKey: "gsi2sk")
    }
    var entities: EntityList { Delivery(); Ticket(); Job(); Repair() }
}

/// A delivery, whose state is part of a key, and decides on the items of an index.
struct Delivery: EntityDefinition {
    let depotID = Attribute<String>()
    let deliveryID = Attribute<String>(.length(1...))
    let courierID = Attribute<String>()
    /// How far it has come.
    let status = Attribute<Choice>(
        "placed", "paid", "in-transit", "delivered", "cancelled", .default("placed"),
        .transitions([
            "placed": ["paid", "cancelled"], "paid": ["in-transit", "cancelled"], "in-transit": ["delivered"],
        ]))
    let dueAt = Attribute<Date?>()
    let note = Attribute<String?>()
    let revision = Attribute<Int>(.version)

    var accessPatterns: AccessPatterns {
        Primary("delivery", partition: "DEPOT#\(depotID)", sort: "DELIVERY#\(deliveryID)")
        Index("byCourier", on: .gsi1, partition: [courierID], sort: [status, dueAt])
        Index(
            "open", on: .gsi2, partition: "DEPOT#\(depotID)#OPEN", sort: "\(deliveryID)",
            when: status != "delivered" && status != "cancelled")
    }
}

/// A ticket, whose state stands by itself, and which there were before it had one.
struct Ticket: EntityDefinition {
    let ticketID = Attribute<String>()
    let state = Attribute<Choice>(
        "open", "closed", .default("open"), .backfilled, .transitions(["open": ["closed"], "closed": ["open"]]))
    let title = Attribute<String>()
    /// What the board says.
    let banner = Attribute<String>(.computed(from: \Ticket.state))

    var accessPatterns: AccessPatterns {
        Primary("ticket", partition: "TICKET#\(ticketID)", sort: "TICKET")
    }
}

/// A job that one worker at a time has.
struct Job: EntityDefinition {
    let jobID = Attribute<String>()
    let title = Attribute<String>()
    let progress = Attribute<Int>(.default(0))
    let lease = Attribute<Lease?>()
    let revision = Attribute<Int>(.version)
    let updatedAt = Attribute<Date>(.updatedAt)

    var accessPatterns: AccessPatterns {
        Primary("job", partition: "JOB#\(jobID)", sort: "JOB")
    }
}

/// A repair that one mechanic at a time works on, every state of which is kept.
struct Repair: EntityDefinition {
    let repairID = Attribute<String>()
    let stage = Attribute<Choice>(
        "reported", "underway", "done", .default("reported"), .backfilled,
        .transitions(["reported": ["underway"], "underway": ["reported", "done"]]))
    let note = Attribute<String>()
    let lease = Attribute<Lease?>()
    let revision = Attribute<Int>(.version)

    var accessPatterns: AccessPatterns {
        Primary("repair", partition: "REPAIR#\(repairID)", sort: "REPAIR")
        History("revisions", sort: "REVISION#\(revision)")
    }
}
