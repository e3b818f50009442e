import Entities
import Foundation
import GeneratedModel
import TestExecutors
import Testing

@Suite("States move by the transitions of the definition")
struct StateMoveTests {
    private static let dueAt = Date(timeIntervalSince1970: 1_763_640_000)

    private func database(_ executor: TestExecutor) async throws -> Database {
        let db = try executor.database(States.table)
        try await db.createTables()
        return db
    }

    private func delivery(on db: Database) async throws -> Delivery {
        try await Delivery.create(.init(depotID: "d", deliveryID: "1", courierID: "c", dueAt: Self.dueAt)).run(on: db)
    }

    private func move(_ key: Delivery.Key, _ move: StateMove<Delivery.Status>) -> Patch<Delivery> {
        Delivery.patch(key) { $0.set(status: move, dueAt: Self.dueAt) }
    }

    @Test("The transitions are known at run time too")
    func transitions() {
        #expect(Delivery.Status.placed.successors == [.paid, .cancelled])
        #expect(Delivery.Status.inTransit.canBecome(.delivered))
        #expect(!Delivery.Status.inTransit.canBecome(.cancelled))
        #expect(Delivery.Status.allCases.filter(\.isFinal) == [.delivered, .cancelled])
        #expect(StateMove<Delivery.Status>.toCancelled.from == [.placed, .paid])
        #expect(StateMove<Delivery.Status>.paidToInTransit.from == [.paid])
    }

    @Test("A move carries the states that it starts from")
    func condition() {
        let key = Delivery.Key(depotID: "d", deliveryID: "1")
        let wide = move(key, .toCancelled).explain().body
        #expect(wide.contains(##""ConditionExpression": "attribute_exists(#pk) AND #status IN (:v4, :v5)""##))
        #expect(wide.contains(#"":v4": {"S": "placed"}"#) && wide.contains(#"":v5": {"S": "paid"}"#))
        let narrow = move(key, .paidToCancelled).explain().body
        #expect(narrow.contains(##""ConditionExpression": "attribute_exists(#pk) AND #status = :v4""##))
        let open = Ticket.update(ticketID: "t") { $0.set(state: .toClosed) }.explain().body
        #expect(open.contains("(attribute_not_exists(#state) OR #state = :v2)"))
    }

    @Test(
        "Records begin in the default state; with each move go the keys that it is part of", arguments: TestExecutor.all
    )
    func moves(_ executor: TestExecutor) async throws {
        let db = try await database(executor)
        var delivery = try await delivery(on: db)
        #expect(delivery.status == .placed)
        for (step, status) in [
            (StateMove<Delivery.Status>.toPaid, Delivery.Status.paid), (.paidToInTransit, .inTransit),
            (.toDelivered, .delivered),
        ] {
            #expect(try await Delivery.open(depotID: "d").all(on: db) == [delivery])
            delivery = try await delivery.patch { $0.set(status: step, dueAt: Self.dueAt) }.run(on: db)
            #expect(delivery.status == status)
            #expect(try await Delivery.byCourier(courierID: "c", status: status).all(on: db) == [delivery])
            #expect(try await Delivery.byCourier(courierID: "c").all(on: db) == [delivery])
        }
        #expect(try await Delivery.open(depotID: "d").all(on: db).isEmpty)
    }

    @Test("Another state than the move starts from refuses it, and changes nothing", arguments: TestExecutor.all)
    func illegal(_ executor: TestExecutor) async throws {
        let db = try await database(executor)
        let delivery = try await delivery(on: db)
        for illegal: StateMove<Delivery.Status> in [.toDelivered, .paidToCancelled, .init(to: .inTransit)] {
            let error = await #expect(throws: DynamoDBError.self) {
                try await move(delivery.key, illegal).run(on: db)
            }
            #expect(error?.code == .illegalTransition)
            #expect(error?.message.contains("cannot become \(illegal.to.rawValue): it is placed, and only") == true)
            #expect(try error?.item?.decode(as: Delivery.self) == delivery)
            #expect(try await move(delivery.key, illegal).attempt(on: db) == .rejected(delivery))
        }
        #expect(try await Delivery.get(delivery.key).run(on: db) == delivery)
    }

    @Test("What no transition leads to is refused before anything is sent")
    func unknownMoves() async throws {
        let db = try TestExecutor.standard.database(States.table)
        let key = Delivery.Key(depotID: "d", deliveryID: "1")
        let cases: [(StateMove<Delivery.Status>, String)] = [
            (.init(to: .placed), "status cannot become placed: no transition of the definition leads there"),
            (.init(from: .placed, to: .delivered), "where it is placed, which can become paid, cancelled"),
            (.init(from: .delivered, to: .paid), "status cannot become paid where it is delivered, which is final"),
        ]
        for (illegal, message) in cases {
            let error = await #expect(throws: DynamoDBError.self) { try await move(key, illegal).run(on: db) }
            #expect(error?.code == .invalidValue)
            #expect(error?.message.contains(message) == true)
        }
    }

    @Test(
        "A failure is told as what it is: no record, another version, the caller's condition",
        arguments: TestExecutor.all)
    func otherFailures(_ executor: TestExecutor) async throws {
        let db = try await database(executor)
        let missing = Delivery.Key(depotID: "d", deliveryID: "none")
        let absent = await #expect(throws: DynamoDBError.self) { try await move(missing, .toPaid).run(on: db) }
        #expect(absent?.code == .conditionalCheckFailed && absent?.item == nil)
        let update = Delivery.update(missing) { $0.set(status: .toPaid, dueAt: nil) }
        #expect(try await update.run(on: db) == nil)
        let creation = await #expect(throws: DynamoDBError.self) { try await update.orCreate().run(on: db) }
        #expect(creation?.code == .conditionalCheckFailed)

        let delivery = try await delivery(on: db)
        let conditional = await #expect(throws: DynamoDBError.self) {
            try await move(delivery.key, .toPaid).if { $0.note == "x" }.run(on: db)
        }
        #expect(conditional?.code == .conditionalCheckFailed)
        try await move(delivery.key, .toPaid).run(on: db)
        let late = await #expect(throws: DynamoDBError.self) {
            try await delivery.patch { $0.set(status: .placedToCancelled, dueAt: nil) }.run(on: db)
        }
        #expect(late?.code == .versionConflict)
    }

    @Test("A state that shares a key can stay as it is", arguments: TestExecutor.all)
    func supplied(_ executor: TestExecutor) async throws {
        let db = try await database(executor)
        let delivery = try await delivery(on: db)
        let later = Self.dueAt.addingTimeInterval(60)
        let moved = try await delivery.patch { $0.set(status: .supplied(.placed), dueAt: .set(later)) }.run(on: db)
        #expect(moved.status == .placed)
        #expect(try await Delivery.byCourier(courierID: "c", status: .placed, dueAt: later).all(on: db) == [moved])
        let error = await #expect(throws: DynamoDBError.self) {
            try await moved.patch { $0.set(status: .supplied(.paid), dueAt: .set(nil)) }.run(on: db)
        }
        #expect(error?.code == .conditionalCheckFailed)
        let half = await #expect(throws: DynamoDBError.self) {
            try await moved.patch { $0.set(status: .omitted, dueAt: .set(later)) }.run(on: db)
        }
        #expect(half?.code == .invalidValue)
    }

    @Test("In a transaction the reason says so", arguments: TestExecutor.all)
    func transaction(_ executor: TestExecutor) async throws {
        let db = try await database(executor)
        let delivery = try await delivery(on: db)
        let ticket = try await Ticket.create(.init(ticketID: "t", title: "T")).run(on: db)
        let outcome = try await db.attemptTransact {
            Ticket.patch(ticket.key) { $0.set(state: .toClosed) }
            move(delivery.key, .toDelivered)
        }
        guard case .canceled(let reasons) = outcome else {
            Issue.record("a delivery that was only placed was delivered")
            return
        }
        #expect(reasons.map(\.failure) == [nil, .illegalTransition])
        #expect(try reasons[1].record(as: Delivery.self) == delivery)
        #expect(try await Ticket.get(ticket.key).run(on: db) == ticket)
    }

    @Test("What follows from a state follows it; an upsert leaves it where it is", arguments: TestExecutor.all)
    func upsert(_ executor: TestExecutor) async throws {
        let db = try await database(executor)
        let ticket = try await Ticket.upsert(.init(ticketID: "t", title: "T")).run(on: db)
        #expect(ticket.state == .open && ticket.banner == "Waiting")
        let closed = try await ticket.patch { $0.set(state: .openToClosed) }.run(on: db)
        #expect(closed.state == .closed && closed.banner == "Done")
        let again = try await Ticket.upsert(.init(ticketID: "t", title: "Again")).run(on: db)
        #expect(again.title == "Again" && again.state == .closed && again.banner == "Done")
    }

    @Test("An item from before there were states counts as one in the default", arguments: TestExecutor.all)
    func backfilled(_ executor: TestExecutor) async throws {
        let db = try await database(executor)
        let ticket = try await Ticket.create(.init(ticketID: "t", title: "T")).run(on: db)
        try await Ticket.patch(ticket.key) { _ in
            Change(update: UpdateExpression(remove: [AttributePath("state")]))
        }.run(on: db)
        let error = await #expect(throws: DynamoDBError.self) {
            try await ticket.patch { $0.set(state: .toOpen) }.run(on: db)
        }
        #expect(error?.code == .illegalTransition)
        #expect(error?.message.contains("it is absent, and only closed can") == true)
        #expect(try await ticket.patch { $0.set(state: .toClosed) }.run(on: db).state == .closed)
    }
}
