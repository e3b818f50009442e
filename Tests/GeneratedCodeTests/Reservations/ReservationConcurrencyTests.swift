import Entities
import Foundation
import GeneratedModel
import Synchronization
import TestExecutors
import Testing

/// Many buyers after few seats.
@Suite("Reservations under concurrency")
struct ReservationConcurrencyTests {
    /// Who believes to have which seats: buyers by seat.
    private final class Ledger: Sendable {
        private let buyers = Mutex<[String: Set<String>]>([:])

        func note(_ buyer: String, has seats: some Sequence<String>) {
            buyers.withLock { buyers in
                for seat in seats { buyers[seat, default: []].insert(buyer) }
            }
        }

        var seats: [String: Set<String>] { buyers.withLock { $0 } }

        /// The seats that more than one buyer believes to have.
        var bookedTwice: [String] { seats.filter { $0.value.count > 1 }.map(\.key).sorted() }
    }

    /// Each buyer's choice of up to four of twelve seats, the same every time.
    private func choice(of buyer: Int) -> [String] {
        var numbers: Set<Int> = []
        for step in 0...(buyer % 4) { numbers.insert((buyer * 7 + step * (buyer % 5 + 1)) % 12) }
        return numbers.sorted().map { "seat-\($0)" }
    }

    private func drafts(_ seats: [String], for buyer: String, until end: Date) -> [Seat.Draft] {
        seats.map { .init(showID: "hamlet", seatID: $0, holderID: buyer, ticket: "\(buyer)-\($0)", heldUntil: end) }
    }

    private func eachBuyer(_ body: @escaping @Sendable (Int) async throws -> Void) async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            for buyer in 0..<64 { group.addTask { try await body(buyer) } }
            try await group.waitForAll()
        }
    }

    @Test(
        "No seat has two buyers, and nobody has a part of what they wanted", arguments: TestExecutor.sample([0, 1, 2]))
    func reserve(_ seed: UInt64) async throws {
        let theater = try await TheaterFixture()
        let plan = try FaultPlan(
            [
                FaultRule(.connectionLost(isCarriedOut: true), operations: ["TransactWriteItems"], probability: 0.2),
                FaultRule(.connectionLost(isCarriedOut: false), operations: ["TransactWriteItems"], probability: 0.1),
                FaultRule(.transactionConflict(), operations: ["TransactWriteItems"], probability: 0.2),
                FaultRule(.throttle(), operations: ["TransactWriteItems"], probability: 0.1),
            ], seed: seed)
        let db = theater.db.faulty(plan).db
        let ledger = Ledger()
        try await theater.run { () async throws in
            try await eachBuyer { buyer in
                let seats = choice(of: buyer)
                let reservation = Seat.reserve(drafts(seats, for: "buyer-\(buyer)", until: TheaterFixture.start + 60))
                try await persist {
                    let held = try await reservation.run(on: db)
                    ledger.note("buyer-\(buyer)", has: held.map(\.seatID))
                    try await persist { try await Seat.confirm(held).run(on: db) }
                }
            }
            theater.clock.advance(by: 60)
            let sold = try await Seat.sold(showID: "hamlet").all(on: theater.db)
            #expect(ledger.bookedTwice == [])
            #expect(!sold.isEmpty)
            #expect(ledger.seats == Dictionary(uniqueKeysWithValues: sold.map { ($0.seatID, [$0.holderID]) }))
            for (holder, seats) in Dictionary(grouping: sold, by: \.holderID) {
                let buyer = try #require(Int(holder.dropFirst("buyer-".count)))
                #expect(seats.map(\.seatID).sorted() == choice(of: buyer).sorted())
            }
        }
    }

    @Test("Looking first and then writing sells seats twice, which the same count finds")
    func withoutReservation() async throws {
        let theater = try await TheaterFixture()
        let db = theater.db
        let ledger = Ledger()
        let looked = Mutex(0)
        try await theater.run { () async throws in
            try await eachBuyer { buyer in
                let seats = choice(of: buyer)
                let taken = try await db.batchGet(seats.map { TheaterBox.get(showID: "hamlet", boxID: $0) })
                looked.withLock { $0 += 1 }
                // All have looked before the first one writes: what may happen happens.
                while looked.withLock({ $0 }) < 64 { await Task.yield() }
                guard taken.allSatisfy({ $0 == nil }) else { return }
                for seat in seats {
                    try await TheaterBox.put(.init(showID: "hamlet", boxID: seat, guest: "buyer-\(buyer)")).run(on: db)
                }
                ledger.note("buyer-\(buyer)", has: seats)
            }
        }
        #expect(ledger.bookedTwice.count == 12)
    }

    @Test("Of those who confirm at the last moment and those who come after it, one has the seat")
    func expiringHolds() async throws {
        let theater = try await TheaterFixture()
        let db = theater.db
        let ledger = Ledger()
        let lost = Mutex(0)
        try await theater.run { () async throws in
            try await eachBuyer { buyer in
                let name = "buyer-\(buyer)"
                // Between two requests of one buyer, as many others move the clock as the executor lets in.
                let patience: Double = [3, 40, 500][buyer % 3]
                for seat in 0..<12 {
                    let until = theater.clock.now + patience
                    let draft = drafts(["seat-\((seat + buyer) % 12)"], for: name, until: until)
                    guard let held = try await attempt({ try await Seat.reserve(draft).run(on: db) })?.first else {
                        continue
                    }
                    // Some dawdle, some think better of it.
                    theater.clock.advance(by: Double(3 - buyer % 4))
                    await Task.yield()
                    if buyer % 7 == 6 {
                        try await held.release().run(on: db)
                    } else if try await attempt({ try await held.confirm().run(on: db) }) != nil {
                        ledger.note(name, has: [held.seatID])
                    } else {
                        lost.withLock { $0 += 1 }
                    }
                }
            }
            let sold = try await Seat.sold(showID: "hamlet").all(on: db)
            #expect(ledger.bookedTwice == [])
            #expect(ledger.seats == Dictionary(uniqueKeysWithValues: sold.map { ($0.seatID, [$0.holderID]) }))
            #expect(!sold.isEmpty)
            #expect(lost.withLock { $0 } > 0)
        }
    }

    /// The result; `nil` where it was refused since somebody else was faster, or had moved the clock beyond the end of the hold.
    private func attempt<Result: Sendable>(_ body: () async throws -> Result) async throws -> Result? {
        do {
            return try await body()
        } catch let error as DynamoDBError
            where [.alreadyReserved, .reservationLost, .invalidValue].contains(error.code)
        {
            return nil
        }
    }

    /// Does it again after what can pass: faults, conflicts, lost answers; not when it is refused.
    private func persist(_ body: () async throws -> Void) async throws {
        for _ in 0..<100 {
            await Task.yield()
            do {
                return try await body()
            } catch let error as DynamoDBError where error.code == .alreadyReserved {
                return
            } catch let error as DynamoDBError where error.code != .reservationLost {
                continue
            }
        }
        Issue.record("nothing but faults")
    }
}
