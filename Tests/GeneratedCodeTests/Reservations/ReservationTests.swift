import Entities
import Foundation
import GeneratedModel
import TestExecutors
import Testing

/// Holds that end, last, and are given back.
@Suite("Reservations")
struct ReservationTests {
    private func seat(_ id: String, for holder: String, until seconds: Double?, ticket: String? = nil) -> Seat.Draft {
        .init(
            showID: "hamlet", seatID: id, holderID: holder, ticket: ticket,
            heldUntil: seconds.map { TheaterFixture.start + $0 })
    }

    @Test(
        "All are held, or none, and the error tells which are in the way",
        arguments: TestExecutor.all)
    func allOrNone(_ executor: TestExecutor) async throws {
        let theater = try await TheaterFixture(executor)
        let db = theater.db
        try await theater.run { () async throws in
            let held = try await Seat.reserve([seat("1", for: "ada", until: 10), seat("2", for: "ada", until: 10)]).run(
                on: db)
            let error = await #expect(throws: DynamoDBError.self) {
                try await Seat.reserve([seat("2", for: "bob", until: 10), seat("3", for: "bob", until: 10)]).run(on: db)
            }
            #expect(error?.code == .alreadyReserved)
            #expect(try error?.conflicts(as: Seat.self) == [held[1]])
            let single = await #expect(throws: DynamoDBError.self) {
                try await Seat.reserve([seat("1", for: "bob", until: 10)]).run(on: db)
            }
            #expect(single?.code == .alreadyReserved)
            #expect(try single?.conflicts(as: Seat.self) == [held[0]])
            #expect(try await Seat.seats(showID: "hamlet").all(on: db) == held)
            theater.clock.advance(by: 10)
            try await Seat.reserve([seat("2", for: "bob", until: 20), seat("3", for: "bob", until: 20)]).run(on: db)
            #expect(try await Seat.seats(showID: "hamlet").all(on: db).map(\.holderID) == ["bob", "bob"])
        }
    }

    @Test("A reservation in a transaction with other writes is told in its reasons")
    func transaction() async throws {
        let theater = try await TheaterFixture()
        let db = theater.db
        try await theater.run { () async throws in
            try await Seat.reserve([seat("1", for: "ada", until: 10)]).run(on: db)
            let outcome = try await db.attemptTransact {
                Member.put(.init(memberID: "bob", name: "Bob"))
                Seat.reserve([seat("2", for: "bob", until: 10), seat("1", for: "bob", until: 10)])
            }
            guard case .canceled(let reasons) = outcome else {
                Issue.record("the seat is taken")
                return
            }
            #expect(reasons[1].failure == .alreadyReserved)
            #expect(try reasons[1].record(as: Seat.self)?.holderID == "ada")
        }
    }

    @Test("What cannot be a hold is refused before anything is sent")
    func refused() async throws {
        let theater = try await TheaterFixture()
        try await theater.run { () async throws in
            let past = await #expect(throws: DynamoDBError.self) {
                try await Seat.reserve([seat("1", for: "ada", until: 0)]).run(on: theater.db)
            }
            #expect(past?.code == .invalidValue)
            let twice = await #expect(throws: DynamoDBError.self) {
                try await Seat.reserve([seat("1", for: "ada", until: 1), seat("1", for: "bob", until: 1)]).run(
                    on: theater.db)
            }
            #expect(twice?.code == .invalidRequest)
            let many = await #expect(throws: DynamoDBError.self) {
                try await Seat.reserve((0...100).map { seat("\($0)", for: "ada", until: 1) }).run(on: theater.db)
            }
            #expect(many?.code == .invalidRequest)
            #expect(try await Seat.reserve([]).run(on: theater.db) == [])
            #expect(try await theater.items().isEmpty)
        }
    }

    @Test("A confirmed hold lasts, with its keys and unique values", arguments: TestExecutor.all)
    func confirm(_ executor: TestExecutor) async throws {
        let theater = try await TheaterFixture(executor)
        let db = theater.db
        try await theater.run { () async throws in
            let held = try await Seat.reserve([seat("1", for: "ada", until: 10, ticket: "t")]).run(on: db)
            #expect(try await Seat.sold(showID: "hamlet").all(on: db) == [])
            let sold = try await held[0].confirm().run(on: db)
            #expect(sold.heldUntil == nil)
            #expect(sold.revision == 2)
            theater.clock.advance(by: 10)
            // Nothing is left that the table's time to live could take.
            #expect(try await theater.items().allSatisfy { $0[Theater.table.timeToLive ?? ""] == nil })
            #expect(try await Seat.sold(showID: "hamlet").all(on: db) == [sold])
            let error = await #expect(throws: DynamoDBError.self) {
                try await Seat.reserve([seat("2", for: "bob", until: 20, ticket: "t")]).run(on: db)
            }
            #expect(error?.code == .notUnique)
            // Once more does no harm, with the record as it was, and as it is.
            #expect(try await held[0].confirm().run(on: db) == sold)
            #expect(try await sold.confirm().run(on: db).revision == 3)
        }
    }

    @Test("What has expired, changed, or is another's cannot be confirmed, and is not given back by who had it")
    func lost() async throws {
        let theater = try await TheaterFixture()
        let db = theater.db
        try await theater.run { () async throws in
            let ada = try await Seat.reserve([seat("1", for: "ada", until: 10)]).run(on: db)[0]
            try await Seat.patch(ada.key) { $0.note.set("by the door") }.run(on: db)
            let changed = await #expect(throws: DynamoDBError.self) { try await ada.confirm().run(on: db) }
            #expect(changed?.code == .reservationLost)
            let current = try #require(try changed?.conflicts(as: Seat.self).first)
            #expect(current.note == "by the door")

            theater.clock.advance(by: 10)
            let expired = await #expect(throws: DynamoDBError.self) { try await current.confirm().run(on: db) }
            #expect(expired?.code == .reservationLost)
            #expect(expired?.item == nil)

            let bob = try await Seat.reserve([seat("1", for: "bob", until: 20)]).run(on: db)[0]
            let taken = await #expect(throws: DynamoDBError.self) { try await current.confirm().run(on: db) }
            #expect(taken?.code == .reservationLost)
            #expect(try await current.release().run(on: db) == nil)
            #expect(try await Seat.get(bob.key).run(on: db) == bob)
            #expect(try await bob.release().run(on: db) == bob)
            #expect(try await bob.release().run(on: db) == nil)
            let gone = await #expect(throws: DynamoDBError.self) { try await bob.confirm().run(on: db) }
            #expect(gone?.code == .reservationLost)
        }
    }

    @Test("Later holds of the same holder are other holds")
    func sameHolder() async throws {
        let theater = try await TheaterFixture()
        let db = theater.db
        try await theater.run { () async throws in
            let first = try await Seat.reserve([seat("1", for: "ada", until: 10)]).run(on: db)[0]
            theater.clock.advance(by: 10)
            let second = try await Seat.reserve([seat("1", for: "ada", until: 20)]).run(on: db)[0]
            let error = await #expect(throws: DynamoDBError.self) { try await first.confirm().run(on: db) }
            #expect(error?.code == .reservationLost)
            #expect(try await first.release().run(on: db) == nil)
            #expect(try await second.confirm().run(on: db).heldUntil == nil)
        }
    }

    @Test(
        "Several holds are confirmed together, also where some are already",
        arguments: TestExecutor.all)
    func confirmAll(_ executor: TestExecutor) async throws {
        let theater = try await TheaterFixture(executor)
        let db = theater.db
        try await theater.run { () async throws in
            let held = try await Seat.reserve(
                ["1", "2", "3"].map { seat($0, for: "ada", until: 10, ticket: "t\($0)") }
            ).run(on: db)
            try await held[1].confirm().run(on: db)
            try await Seat.confirm(held).run(on: db)
            try await Seat.confirm(held).run(on: db)
            #expect(try await Seat.sold(showID: "hamlet").count(on: db) == 3)

            let others = try await Seat.reserve(["4", "5"].map { seat($0, for: "bob", until: 10) }).run(on: db)
            try await others[1].release().run(on: db)
            let error = await #expect(throws: DynamoDBError.self) { try await Seat.confirm(others).run(on: db) }
            #expect(error?.code == .reservationLost)
            #expect(try await Seat.get(others[0].key).run(on: db) == others[0])
            try await Seat.confirm([]).run(on: db)
        }
    }

    @Test("The same reservation again does no harm: what it holds is not in its way", arguments: [1, 3])
    func again(_ count: Int) async throws {
        let theater = try await TheaterFixture()
        let plan = try FaultPlan([FaultRule(.connectionLost(isCarriedOut: true), requests: 1...1)])
        let faulty = theater.db.faulty(plan).db
        try await theater.run { () async throws in
            let drafts = (0..<count).map {
                TheaterBox.Draft(showID: "hamlet", boxID: "\($0)", guest: "Ada", heldUntil: TheaterFixture.opening + 10)
            }
            let reservation = TheaterBox.reserve(drafts)
            let error = await #expect(throws: DynamoDBError.self) { try await reservation.run(on: faulty) }
            #expect(error?.isOutcomeUnknown == true)
            #expect(try await reservation.run(on: faulty) == reservation.records)
            // The same drafts make another hold.
            let other = await #expect(throws: DynamoDBError.self) {
                try await TheaterBox.reserve(drafts).run(on: faulty)
            }
            #expect(other?.code == .alreadyReserved)
        }
    }

    @Test("explain shows what is sent")
    func explanation() {
        Generators.$current.withValue(.fixed(now: TheaterFixture.start)) {
            let record = TheaterBox(
                .init(showID: "hamlet", boxID: "1", guest: "Ada", heldUntil: TheaterFixture.opening + 10))
            let confirmation = record.confirm().explain().description
            #expect(confirmation.contains("REMOVE #expiresAt"), "\(confirmation)")
            #expect(confirmation.contains("#holdID = "), "\(confirmation)")
            #expect(record.release().explain().description.contains("DeleteItem"))
        }
    }
}
