// swift-format-ignore-file
// The guide shows these lines, aligned as they are.

import EntityMacrosLite

struct HelpDesk: ServiceDefinition {
    let name = "HelpDesk"
    let keyFormat = KeyFormat.electroDB

    let table = Table("helpdesk", partitionKey: "pk", sortKey: "sk") {
        GlobalIndex(.gsi1, partitionKey: "gsi1pk", sortKey: "gsi1sk")
        GlobalIndex(.gsi2, partitionKey: "gsi2pk", sortKey: "gsi2sk")
        GlobalIndex(.gsi3, partitionKey: "gsi3pk", sortKey: "gsi3sk")
        GlobalIndex(.gsi4, partitionKey: "gsi4pk", sortKey: "gsi4sk")
        GlobalIndex(.gsi5, partitionKey: "gsi5pk", sortKey: "gsi5n")
        GlobalIndex(.gsi6, partitionKey: "gsi6pk", sortKey: "gsi6sk", projection: .include("subject"))
        GlobalIndex(.byChannel, partitionKeys: "channel", sortKeys: "month", "points")
        GlobalIndex(.byDomain, partitionKeys: "domain")
        GlobalIndex(.inverted, partitionKey: "sk", sortKey: "pk")
        Stream(.newAndOldImages)
    }
    var entities: EntityList { Ticket(); Reply(); Agent(); Label(); Customer() }
}

extension IndexName {
    static let byChannel = IndexName("byChannel")
    static let byDomain = IndexName("byDomain")
    static let inverted = IndexName("inverted")
}

/// A question of a customer.
struct Ticket: EntityDefinition, Findable {
    let team      = Attribute<String>(.storedAs("t"))
    let ticketID  = Attribute<ULID>(.generated)
    let agentID   = Attribute<String>(.label("agent"))
    let status    = Attribute<Choice>("open", "waiting", "closed", .default("open"))
    let points    = Attribute<Int>(.padded(to: 3, with: "0"), .default(1), .range(0...100))
    let month     = Attribute<String>(.matching("^[0-9]{4}-[0-9]{2}$"))
    let subject   = Attribute<String>(.normalized, .length(1...80))
    let slug      = Attribute<String>(.computed(from: \Ticket.subject))
    let channel   = Attribute<String>(.readOnly)
    let phone     = Attribute<String?>(.validated)
    let pin       = Attribute<String?>(.hidden)
    let rating    = Attribute<Int?>(.presented)
    let minutes   = Attribute<Int>(.counter)
    let tags      = Attribute<Set<String>>(.each(.length(1...20)))
    let steps     = Attribute<[Map<Step>]>()
    let contact   = Attribute<Map<Contact>?>()
    let extra     = Attribute<AttributeValue?>()
    let dueAt     = Attribute<Int?>()
    let createdAt = Attribute<Date>(.createdAt, .epochMilliseconds)
    let updatedAt = Attribute<Date>(.updatedAt, .epochMilliseconds)

    var accessPatterns: AccessPatterns {
        Primary("ticket", partition: [team], sort: [ticketID])
        Index("assigned", on: .gsi1, partition: [agentID], sort: [status, points], collection: ["assigned", "work"])
        Index("board", on: .gsi2, .clustered, partition: [team], sort: [month, status], collection: "board")
        Index("queue", on: .gsi3, partition: [team], sort: [points], scope: "queue", when: status == "open")
        Index("bySlug", on: .gsi4, partition: .casing(.uppercased, "TEAM#\(team)"), sort: .casing(.asWritten, "SLUG#\(slug)"))
        Index("byDue", on: .gsi5, partition: [team], sort: .number(dueAt))
        Index("ranked", on: .gsi6, partition: [team], sort: [points, ticketID], collection: "ranks")
        Index("byChannel", on: .byChannel, partition: [channel], sort: [month, points])
    }
}

/// What was done: a `map` with `properties`.
struct Step: MapDefinition {
    let text = Attribute<String>(.length(1...200))
    let done = Attribute<Bool>(.default(false))
}

/// Whom to ask.
struct Contact: MapDefinition {
    let name = Attribute<String>()
    let city = Attribute<String?>(.storedAs("c"))
}

/// What was said about a ticket.
struct Reply: EntityDefinition {
    let team     = Attribute<String>(.storedAs("t"))
    let ticketID = Attribute<ULID>()
    let replyID  = Attribute<ULID>(.generated)
    let agentID  = Attribute<String>(.label("agent"))
    let month    = Attribute<String>()
    let text     = Attribute<String>()

    var accessPatterns: AccessPatterns {
        Primary("replies", partition: [team], sort: [ticketID, replyID])
        Index("assigned", on: .gsi1, partition: [agentID], sort: [month], collection: ["assigned", "work"])
        Index("board", on: .gsi2, .clustered, partition: [team], sort: [month, replyID], collection: "board")
        Index("ranked", on: .gsi6, partition: [team], sort: [replyID], collection: "ranks")
    }
}

/// Who works here.
struct Agent: EntityDefinition {
    let agentID = Attribute<String>(.label("agent"))
    let name    = Attribute<String>()
    let solved  = Attribute<Int>(.default(0))
    var entityVersion: String { "2" }

    var accessPatterns: AccessPatterns {
        Primary("agent", partition: [agentID], sort: [])
        Index("assigned", on: .gsi1, partition: [agentID], sort: [], collection: "assigned")
    }
}

/// A label on a ticket, found from either side.
struct Label: EntityDefinition {
    let ticketID = Attribute<ULID>()
    let label    = Attribute<String>()

    var accessPatterns: AccessPatterns {
        Primary("labels", partition: [ticketID], sort: [label])
        Index("labelled", on: .inverted, partition: [label], sort: [ticketID])
    }
}

/// Who asks.
struct Customer: EntityDefinition {
    let customerID = Attribute<String>()
    let domain     = Attribute<String?>()

    var accessPatterns: AccessPatterns {
        Primary("customer", partition: [customerID], sort: [])
        Index("byDomain", on: .byDomain, partition: .casing(.lowercased, [domain]))
    }
}
