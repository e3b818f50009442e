// swift-format-ignore-file
// The guide shows these lines as they are.

import Entities
import Foundation
import GuideModel
import InMemoryDynamoDB
import Testing

/// The code of docs/ElectroDB.md that writes. What stands between `// guide: name` and `// end` stands there word for word, which
/// `GuideTests` checks.
@Suite("The ElectroDB guide: writing")
struct HelpDeskWritingTests {
    private let ticketID = ULID(timestamp: Date(timeIntervalSince1970: 1_763_640_000), randomness: 7)

    private func database() async throws -> Database {
        let db = Database(InMemoryDynamoDB(transport: .wire), table: HelpDesk.table)
        try await db.createTables()
        return db
    }

    private var draft: Ticket.Draft {
        .init(
            team: "Blue", ticketID: ticketID, agentID: "ada", month: "2026-11", subject: "Printer on fire", channel: "mail",
            tags: ["hardware"], steps: [Step(text: "Call back")], contact: Contact(name: "Bo"))
    }

    @Test("begins with a table")
    func start() async throws {
        // guide: client
        let db = Database(InMemoryDynamoDB(), table: HelpDesk.table)        // or HTTPDynamoDB(region: "eu-central-1")
        try await db.createTables()
        // end
        #expect(try await HelpDesk.scan().count(on: db) == 0)
    }

    @Test("stores what ElectroDB stores, and demands what is required")
    func creating() async throws {
        let db = try await database()
        let ticketID = ticketID
        // guide: create
        let ticket = try await Ticket.create(
            .init(
                team: "Blue", ticketID: ticketID, agentID: "ada", month: "2026-11", subject: "  Printer on   fire ",
                channel: "mail", phone: "+47 55", pin: "4711", rating: 3, tags: ["hardware"],
                steps: [Step(text: "Call back")], contact: Contact(name: "Bo", city: "Oslo"))
        ).run(on: db)
        // end
        #expect(ticket.subject == "Printer on fire")
        #expect(ticket.slug == "printer-on-fire")
        #expect(ticket.points == 1)
        #expect(ticket.storedRating == 3)
        #expect(ticket.rating == 60)
        #expect(!"\(ticket)".contains("4711"))

        let item = try #require(try await db.batchGetItems([Ticket.get(ticket.key)]).first ?? nil)
        let id = ticketID.description
        #expect(item["pk"] == "$helpdesk#team_blue")
        #expect(item["sk"] == .string("$ticket_1#ticketid_\(id.lowercased())"))
        #expect(item["gsi1pk"] == "$helpdesk#agent_ada")
        #expect(item["gsi1sk"] == "$assigned#work#ticket_1#status_open#points_001")
        #expect(item["gsi2sk"] == "$board#month_2026-11#status_open#ticket_1")
        #expect(item["gsi3pk"] == "$helpdesk_queue#team_blue")
        #expect(item["gsi4pk"] == "TEAM#BLUE")
        #expect(item["gsi4sk"] == "SLUG#printer-on-fire")
        #expect(item["gsi5n"] == nil)
        #expect(item["t"] == "Blue")
        #expect(item["pin"] == "4711")
        #expect(item["__edb_e__"] == "Ticket")
        #expect(item["__edb_v__"] == "1")

        // guide: again
        switch try await Ticket.create(draft).attempt(on: db) {
        case .written(let ticket): print("created \(ticket.ticketID)")
        case .rejected(let stored): print("there is \(stored?.subject ?? "one") already")
        }
        // end
        #expect(try await Ticket.create(draft).attempt(on: db) == .rejected(ticket))

        // guide: validation
        do {
            try await Ticket.patch(ticket.key) { $0.phone.set("55") }.run(on: db)
        } catch let error as DynamoDBError where error.code == .invalidValue {
            print(error.message)            // … phone has no country code
        }
        // end
        let error = await #expect(throws: DynamoDBError.self) {
            try await Ticket.patch(ticket.key) { $0.phone.set("55") }.run(on: db)
        }
        #expect(error?.code == .invalidValue)
        #expect(error?.message.contains("phone has no country code") == true)

        try await Ticket.patch(ticket.key) { $0.set(dueAt: 1_763_600_000) }.run(on: db)
        let due = try #require(try await db.batchGetItems([Ticket.get(ticket.key)]).first ?? nil)
        #expect(due["gsi5n"] == 1_763_600_000)
        #expect(try await Ticket.get(ticket.key).run(on: db)?.isOverdue == true)
    }

    @Test("updates with every index key")
    func updating() async throws {
        let db = try await database()
        let ticket = try await Ticket.create(draft).run(on: db)
        // guide: patch
        let changed = try await Ticket.patch(team: "Blue", ticketID: ticketID) {
            $0.set(agentID: "bob")                                  // and gsi1pk with it
            $0.minutes.add(15)
            $0.tags.insert("fire")
            $0.steps.append(Step(text: "Call the fire brigade"))
            $0.contact.city.set("Oslo")
            $0.rating.set(ifAbsent: 4)
            $0.phone.remove()
        }
        .if { $0.status != .closed }
        .run(on: db)
        // end
        #expect(changed.agentID == "bob")
        #expect(changed.minutes == 15)
        #expect(changed.contact?.city == "Oslo")
        #expect(changed.storedRating == 4)

        // guide: operations
        try await Ticket.patch(ticket.key) {
            $0.minutes.subtract(5)
            $0.tags.remove("hardware")
            $0.steps[0].done.set(true)
            $0.steps.remove(at: 1)
            $0.rating.add(1, startingAt: 3)                         // add(a, v, default)
            $0.extra.set(["browser": ["name": "Safari"]])
        }.run(on: db)
        try await Ticket.patch(ticket.key) {
            $0.extra["browser"]["version"].set(17)                  // any path below an `any`
            $0.rating.add($0.minutes)                               // add(a, name(b))
            $0.minutes.set(ifAbsent: 0)
        }.run(on: db)
        // end
        let now = try #require(try await Ticket.get(ticket.key).run(on: db))
        #expect(now.minutes == 10)
        #expect(now.tags == ["fire"])
        #expect(now.steps == [Step(text: "Call back", done: true)])
        #expect(now.extra == ["browser": ["name": "Safari", "version": 17]])
        #expect(now.storedRating == 15)

        // guide: together
        try await Ticket.patch(ticket.key) {
            $0.set(status: .waiting, points: 8, month: "2026-12")
        }.run(on: db)
        // end
        let together = try #require(try await db.batchGetItems([Ticket.get(ticket.key)]).first ?? nil)
        #expect(together["gsi1sk"] == "$assigned#work#ticket_1#status_waiting#points_008")
        #expect(together["gsi3pk"] == nil)
        #expect(together["gsi3sk"] == nil)

        // guide: composite
        try await Ticket.patch(ticket.key) {
            $0.set(status: .set(.open), points: .supplied(8), month: .supplied("2026-12"))
        }.run(on: db)
        // end
        let supplied = try #require(try await db.batchGetItems([Ticket.get(ticket.key)]).first ?? nil)
        #expect(supplied["gsi1sk"] == "$assigned#work#ticket_1#status_open#points_008")
        #expect(supplied["gsi3sk"] == "$ticket_1#points_008")
        let wrong = try await Ticket.patch(ticket.key) {
            $0.set(status: .set(.closed), points: .supplied(9), month: .supplied("2026-12"))
        }.attempt(on: db)
        guard case .rejected = wrong else {
            Issue.record("what is supplied has to be what the item has")
            return
        }
    }

    @Test("creates, replaces, upserts and deletes as each of them says")
    func mutations() async throws {
        let db = try await database()
        // guide: mutations
        try await Agent.put(.init(agentID: "ada", name: "Ada")).run(on: db)
        try await Agent.upsert(.init(agentID: "ada", name: "Ada Lovelace")).run(on: db)
        let missing = try await Agent.update(agentID: "nobody") { $0.solved.add(1) }.run(on: db)             // Agent?: nil
        let counted = try await Agent.update(agentID: "eve") { $0.solved.add(1) }.orCreate().run(on: db)     // as ElectroDB's update
        let former = try await Agent.patch(agentID: "ada") { $0.solved.add(1) }.returningOld().run(on: db)
        try await Agent.patch(agentID: "ada") { $0.solved.add(1) }.returningNothing().run(on: db)
        let gone = try await Agent.delete(agentID: "nobody").run(on: db)                                     // Agent?: nil
        let last = try await Agent.remove(agentID: "ada").if { $0.solved > 1 }.run(on: db)                   // Agent, or an error
        // end
        #expect(missing == nil)
        #expect(counted.record == nil)
        #expect(former.solved == 0)
        #expect(gone == nil)
        #expect(last.name == "Ada Lovelace")
        #expect(last.solved == 2)
        let eve = try #require(try await db.batchGetItems([Agent.get(agentID: "eve")]).first ?? nil)
        #expect(eve["pk"] == "$helpdesk#agent_eve")
        #expect(eve["sk"] == "$agent_2")
        #expect(eve["agentID"] == "eve")
        #expect(eve["__edb_v__"] == "2")
    }

    @Test("Batches mix entities, keep their order and are retried")
    func batches() async throws {
        let db = try await database()
        let (draft, ticketID) = (draft, ticketID)
        // guide: batch
        try await db.batchWrite(concurrency: 2) {
            Ticket.put(draft)
            Agent.put(.init(agentID: "ada", name: "Ada"))
            Label.delete(ticketID: ticketID, label: "old")
        }
        let agents = try await db.batchGet(["ada", "bob"].map { Agent.get(agentID: $0) }, concurrency: 2)    // [Agent?], in order
        let (ticket, ada) = try await db.batchGet(Ticket.get(team: "Blue", ticketID: ticketID), Agent.get(agentID: "ada"))
        // end
        #expect(agents.map { $0?.name } == ["Ada", nil])
        #expect(ticket?.ticketID == ticketID)
        #expect(ada?.name == "Ada")
    }

    @Test("Transactions are values, and tell what cancelled them")
    func transactions() async throws {
        let db = try await database()
        let (draft, ticketID) = (draft, ticketID)
        // guide: transaction
        try await db.transact(token: "ticket-7-opened") {
            Ticket.create(draft)
            Agent.upsert(.init(agentID: "ada", name: "Ada"))
            Customer.check(customerID: "acme") { $0.domain.notExists }
        }
        let (ticket, agent) = try await db.transactGet(
            Ticket.get(team: "Blue", ticketID: ticketID), Agent.get(agentID: "ada"))
        // end
        #expect(ticket?.ticketID == ticketID)
        #expect(agent?.name == "Ada")

        // guide: cancelled
        let outcome = try await db.attemptTransact {
            Ticket.create(draft)
            Agent.patch(agentID: "ada") { $0.solved.add(1) }
        }
        if case .canceled(let reasons) = outcome, reasons[0].isFailure {
            let stored = try reasons[0].record(as: Ticket.self)
            print("there is one already: \(stored?.subject ?? "")")
        }
        // end
        guard case .canceled(let reasons) = outcome else {
            Issue.record("the transaction was not cancelled")
            return
        }
        #expect(reasons.map(\.isFailure) == [true, false])
        #expect(try await Agent.get(agentID: "ada").run(on: db)?.solved == 0)
    }
}
