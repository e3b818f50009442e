// swift-format-ignore-file
// The guide shows these lines as they are.

import Entities
import Foundation
import GuideModel
import InMemoryDynamoDB
import Synchronization
import Testing

/// The code of docs/ElectroDB.md that reads.
@Suite("The ElectroDB guide: reading")
struct HelpDeskReadingTests {
    /// Six tickets of two agents, with a reply each, two agents, and two customers.
    private func database() async throws -> (db: Database, tickets: [Ticket]) {
        let db = Database(InMemoryDynamoDB(transport: .wire), table: HelpDesk.table)
        try await db.createTables()
        var tickets: [Ticket] = []
        for number in 0..<6 {
            let draft = Ticket.Draft(
                team: "Blue", ticketID: ULID(timestamp: Date(timeIntervalSince1970: Double(number)), randomness: 1),
                agentID: number < 4 ? "ada" : "bob", status: number == 3 ? .closed : .open, points: number * 5,
                month: number < 2 ? "2026-09" : "2026-11", subject: "Printer \(number)", channel: "mail",
                tags: number == 0 ? [] : ["hardware"], contact: number == 2 ? Contact(name: "Bo", city: "Oslo") : nil,
                dueAt: number < 3 ? number : nil)
            tickets.append(try await Ticket.create(draft).run(on: db))
            try await Reply.create(
                .init(
                    team: "Blue", ticketID: tickets[number].ticketID, agentID: "ada", month: "2026-11", text: "\(number)")
            ).run(on: db)
            try await Label.put(.init(ticketID: tickets[number].ticketID, label: number < 2 ? "vip" : "other")).run(on: db)
        }
        try await Agent.put(.init(agentID: "ada", name: "Ada")).run(on: db)
        try await Customer.put(.init(customerID: "acme", domain: "ACME.example")).run(on: db)
        return (db, tickets)
    }

    @Test("Queries have the parts of their keys, and ranges mean values")
    func queries() async throws {
        let (db, tickets) = try await database()
        let ticketID = tickets[0].ticketID
        // guide: get
        let ticket = try await Ticket.get(team: "Blue", ticketID: ticketID).run(on: db)                      // Ticket?
        let fresh = try await Ticket.get(team: "Blue", ticketID: ticketID).consistent().run(on: db)
        // end
        #expect(ticket == tickets[0])
        #expect(fresh == tickets[0])

        // guide: query
        let assigned = try await Ticket.assigned(agentID: "ada").all(on: db)
        let open = try await Ticket.assigned(agentID: "ada", status: .open).all(on: db)
        let easy = try await Ticket.assigned(agentID: "ada", status: .open, points: 0...5).all(on: db)       // between
        let more = try await Ticket.assigned(agentID: "ada", status: .open, points: 5...).all(on: db)        // gte
        let above = try await Ticket.assigned(agentID: "ada", status: .open, points: .above(5)).all(on: db)  // gt
        let less = try await Ticket.assigned(agentID: "ada", status: .open, points: ..<5).all(on: db)        // lt
        let autumn = try await Ticket.board(team: "Blue", month: .beginning(with: "2026-1")).all(on: db)     // begins
        // end
        #expect(Set(assigned) == Set(tickets[..<4]))
        #expect(open == Array(tickets[..<3]))
        #expect(easy == Array(tickets[..<2]))
        #expect(more == Array(tickets[1..<3]))
        #expect(above == [tickets[2]])
        #expect(less == [tickets[0]])
        #expect(Set(autumn) == Set(tickets[2...]))

        // guide: ranges over several parts
        let beyond = try await Ticket.assigned(agentID: "ada", in: .above(.init(status: "closed", points: 10))).all(on: db)
        let across = try await Ticket.assigned(
            agentID: "ada", in: .init(status: "closed", points: 10) ... .init(status: "open", points: 5)
        ).all(on: db)
        // end
        #expect(beyond == [tickets[3]] + tickets[..<3])
        #expect(across == [tickets[3]] + tickets[..<2])

        // guide: indexes
        let waiting = try await Ticket.queue(team: "Blue", points: 10...).all(on: db)                        // scope and condition
        let named = try await Ticket.bySlug(team: "Blue", slug: "printer-1").first(on: db)                   // template and casing
        let due = try await Ticket.byDue(team: "Blue", dueAt: ...1).all(on: db)                              // numeric sort key
        let mailed = try await Ticket.byChannel(channel: "mail", month: "2026-11", points: 10...).all(on: db)
        let vip = try await Label.labelled(label: "vip").all(on: db)                                         // reverse index
        let customer = try await Customer.byDomain(domain: "acme.example").first(on: db)                     // attribute as key
        // end
        #expect(waiting == [tickets[2], tickets[4], tickets[5]])
        #expect(named == tickets[1])
        #expect(due == Array(tickets[..<2]))
        #expect(mailed == Array(tickets[2...]))
        #expect(vip.map(\.ticketID) == tickets[..<2].map(\.ticketID))
        #expect(customer?.customerID == "acme")
        #expect(customer?.domain == "acme.example")

        // guide: compare
        let keys = try await Ticket.board(team: "Blue", month: "2026-10"...).comparing(.keys).all(on: db)
        // end
        #expect(Set(keys) == Set(tickets[2...]))
    }

    @Test("Conditions have every operator, and keep their grouping")
    func conditions() async throws {
        let (db, tickets) = try await database()
        // guide: where
        let urgent = try await Ticket.assigned(agentID: "ada")
            .where { $0.tags.contains("hardware") && ($0.points >= 10 || $0.contact.city == "Oslo") }
            .where { $0.status != .closed || $0.phone == nil }
            .all(on: db)
        // end
        #expect(Set(urgent) == Set(tickets[2..<4]))

        // guide: operators
        let several = try await Ticket.ticket(team: "Blue").where {
            $0.subject.begins(with: "Printer") && $0.points.isBetween(0, and: 100) && $0.status.isIn([.open, .waiting])
                && $0.phone.notExists && $0.createdAt.exists && !$0.tags.contains("software")
                && $0.steps.size < 10 && $0.points.hasType(.number) && $0.phone.isAbsent(or: "+47")
                && $0.minutes <= $0.points && ($0.extra["browser"]["name"] == "Safari" || $0.extra == nil)
        }.all(on: db)
        // end
        #expect(several.count == 5)
    }

    @Test("Records are found by what is known, and scans have to be allowed")
    func finding() async throws {
        let (db, tickets) = try await database()
        // guide: find
        let known = Ticket.match(.init(agentID: "ada", status: .open, subject: "Printer 2"))
        print(known.accessPattern as Any)                           // .assigned
        let matching = try await known.all(on: db)
        let anywhere = try await Ticket.match(.init(subject: "Printer 2")).allowingScan().all(on: db)
        // end
        #expect(known.accessPattern == .assigned)
        #expect(matching == [tickets[2]])
        #expect(anywhere == [tickets[2]])
        await #expect(throws: DynamoDBError.self) { try await Ticket.match(.init(subject: "Printer 2")).all(on: db) }

        // guide: scan
        let unsorted = try await Ticket.scan().where { $0.minutes == 0 }.all(on: db)
        let queued = try await Ticket.scan(.queue).all(on: db)                       // of the index: what is open
        let total = try await Ticket.scan().parallel(segments: 4).count(on: db)
        // end
        #expect(Set(unsorted) == Set(tickets))
        #expect(Set(queued) == Set(tickets.filter { $0.status == .open }))
        #expect(total == 6)
    }

    @Test("Pages, streams, cursors, and parts of records")
    func pages() async throws {
        let (db, tickets) = try await database()
        // guide: pages
        let query = Ticket.ticket(team: "Blue").descending()                         // order: "desc"
        let page = try await query.page(limit: 2, on: db)                            // limit: 2; .items, .cursor
        let next = try await query.page(limit: 2, from: page.cursor, on: db)
        let full = try await query.where { $0.agentID == "ada" }.page(of: 3, on: db) // count: 3
        let all = try await query.all(on: db)                                        // pages: "all"
        for try await ticket in query.stream(on: db) { print(ticket.subject) }       // ElectroDB has no async iteration
        // end
        #expect(page.items == [tickets[5], tickets[4]])
        #expect(next.items == [tickets[3], tickets[2]])
        #expect(full.items == [tickets[3], tickets[2], tickets[1]])
        #expect(all == tickets.reversed())

        // guide: select
        let titles = try await query.select { ($0.subject, $0.contact.city) }.all(on: db)        // [(String, String?)]
        // end
        #expect(titles.map(\.0) == tickets.reversed().map(\.subject))
        #expect(titles[3].1 == "Oslo")

        // guide: hydrate
        let ranked = Ticket.ranked(team: "Blue", points: 10...)                      // the index holds keys and the subject
        let entries = try await ranked.entries().where { $0.subject != "Printer 5" }.all(on: db)
        let tickets10 = try await ranked.all(on: db)                                 // hydrate: true
        // end
        #expect(entries.map(\.subject) == ["Printer 2", "Printer 3", "Printer 4"])
        #expect(tickets10 == Array(tickets[2...]))

        // guide: conversions
        let cursor = try query.cursor(after: tickets[3], on: db)                     // fromComposite.toCursor
        let start = try query.startKey(of: cursor, on: db)                           // fromCursor.toKeys
        let stored = try EncodedItem(tickets[3].key)                                 // fromComposite.toKeys
        let isOurs = Ticket.owns(try EncodedItem(tickets[3]))                        // ownsItem
        // end
        #expect(try await query.page(from: cursor, on: db).items == [tickets[2], tickets[1], tickets[0]])
        #expect(start == stored)
        #expect(isOurs)
    }

    @Test("Collections and sub-collections, as arrays and as an enum")
    func collections() async throws {
        let (db, tickets) = try await database()
        // guide: collections
        let desk = try await HelpDesk.assigned(agentID: "ada").all(on: db)           // .tickets, .replies, .agents
        let work = try await HelpDesk.work(agentID: "ada").all(on: db)               // the sub-collection: .tickets, .replies
        let november = try await HelpDesk.board(team: "Blue", month: "2026-11")      // clustered: shared sort keys, ranges too
            .where { $0.tickets.points > 10 || $0.replies.text == "1" }
            .all(on: db)
        for record in try await HelpDesk.board(team: "Blue").records.all(on: db) {   // in the order of the sort key
            switch record {
            case .ticket(let ticket): print(ticket.subject)
            case .reply(let reply): print(reply.text)
            case .agent, .label, .customer: break
            }
        }
        let replies = try await HelpDesk.assigned(agentID: "ada").only(\.replies).all(on: db)
        let ranks = try await HelpDesk.ranks(team: "Blue").all(on: db)               // the index has subjects only: hydrated
        // end
        #expect(Set(ranks.tickets) == Set(tickets) && ranks.replies.count == 6)
        #expect(try await HelpDesk.ranks(team: "Blue").only(\.replies).count(on: db) == 6)
        #expect(HelpDesk.ranks(team: "Blue").explain().capacity.contains("Then the items are read from the table"))
        let unheld = HelpDesk.ranks(team: "Blue").where { $0.tickets.minutes > 1 }
        let error = await #expect(throws: DynamoDBError.self) { try await unheld.all(on: db) }
        #expect(error?.message.contains("the index gsi6 does not hold minutes") == true)
        #expect(Set(desk.tickets) == Set(tickets[..<4]))
        #expect(desk.replies.count == 6)
        #expect(desk.agents.map(\.name) == ["Ada"])
        #expect(Set(work.tickets) == Set(tickets[..<4]))
        #expect(work.replies.count == 6)
        #expect(november.tickets.map(\.points).sorted() == [15, 20, 25])
        #expect(november.replies.map(\.text) == ["1"])
        #expect(replies.tickets.isEmpty && replies.replies.count == 6)
        #expect(try await HelpDesk.board(team: "Blue").records.all(on: db).count == 12)
    }

    @Test("What others answer is read, and every call can go elsewhere")
    func answers() async throws {
        let (db, tickets) = try await database()
        let ticket = tickets[2]
        let response = Array(#"{"Items":[\#(try EncodedItem(ticket))]}"#.utf8)
        // guide: parse
        let parsed = try Ticket.parse(response)                     // the bytes of an answer of Query: .records, .lastEvaluatedKey
        let records = try HelpDesk.Record.parse(response).records   // of any entity
        // end
        #expect(parsed.records == [ticket])
        #expect(records == [.ticket(ticket)])

        // guide: elsewhere
        let staging = db.using(HelpDesk.table.named("helpdesk-staging"))            // table
        let other = Database(InMemoryDynamoDB(), tablesOf: db)                      // client
        // end
        try await staging.createTables()
        try await other.createTables()
        #expect(try await Ticket.scan().count(on: staging) == 0)
        #expect(try await Ticket.scan().count(on: other) == 0)

        let steps = Mutex<[String]>([])
        // guide: events
        struct Log: OperationObserver {
            let lines: @Sendable (String) -> Void
            func operationStarted(_ operation: ObservedOperation) -> any OperationObservation {
                lines("\(operation.name) \(operation.accessPattern)")                // the request: operation.request
                return Ended(lines: lines)
            }
            struct Ended: OperationObservation {
                let lines: @Sendable (String) -> Void
                func operationEnded(_ outcome: OperationOutcome) { lines("\(outcome.kind)") }
            }
        }
        let observed = db.observed(by: Log { line in steps.withLock { $0.append(line) } })
        // end
        _ = try await Ticket.queue(team: "Blue").first(on: observed)
        #expect(steps.withLock { $0 } == ["Query Ticket.queue", "succeeded"])

        // guide: params
        let request = Ticket.queue(team: "Blue", points: 10...).descending().explain()
        print(request.body)                                         // what .params() shows, as JSON; request.capacity: what it costs
        let made = try Ticket.queue(team: "Blue", points: 10...).request(on: db)    // .params() itself: what an executor is handed
        // end
        #expect(made.operationName == "Query")
        #expect(request.body.contains(#""IndexName": "gsi3""#))
        #expect(request.body.contains(#""ScanIndexForward": false"#))
    }

    @Test("A request of one's own goes to the executor, and any item can be read")
    func ownRequests() async throws {
        let (db, tickets) = try await database()
        // guide: request
        var request = ScanRequest(tableName: "helpdesk", indexName: "gsi3")
        request.limit = 2
        let page = try await db.executor.execute(PageOperation<EncodedItem>(request))
        // end
        #expect(page.items.count == 2)
        let key = Agent.Key(agentID: "ada")
        let foreign = try await db.batchGetItems([Ticket.get(tickets[0].key), Agent.get(key)])
        #expect(foreign.map { $0?["__edb_e__"] } == ["Ticket", "Agent"])
    }

    @Test("A stream's images are records")
    func streams() throws {
        let new = Ticket(
            .init(team: "Blue", agentID: "ada", month: "2026-11", subject: "Printer", channel: "mail"))
        let (keys, image) = (try EncodedItem(new.key), try EncodedItem(new))
        let event = Array(
            #"""
            {"Records":[{"eventID":"1","eventName":"INSERT","eventVersion":"1.1","eventSource":"aws:dynamodb",
            "awsRegion":"eu-central-1","dynamodb":{"ApproximateCreationDateTime":1763640000,"Keys":\#(keys),"NewImage":\#(image),
            "SequenceNumber":"1","SizeBytes":1,"StreamViewType":"NEW_AND_OLD_IMAGES"}}]}
            """#.utf8)
        var inserted: [Ticket] = []
        // guide: streams
        for record in try StreamRecord.records(inEvent: event) {    // the event of a Lambda function, as bytes
            switch try record.change(of: HelpDesk.Record.self) {
            case .inserted(.ticket(let ticket)): inserted.append(ticket)
            case .modified(.ticket(let old), .ticket(let new)): print("\(old.status) → \(new.status)")
            default: break
            }
        }
        // end
        #expect(inserted.map(\.key) == [new.key])
    }
}
