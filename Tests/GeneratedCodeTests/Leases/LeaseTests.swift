import Entities
import Foundation
import GeneratedModel
import TestExecutors
import Testing

@Suite("One worker at a time has a lease")
struct LeaseTests {
    @Test("It is taken, refused to others, and taken again when it is over; the token grows")
    func taking() async throws {
        let fixture = try await LeaseFixture()
        let (db, job) = (fixture.db, fixture.job)
        #expect(job.lease == nil)
        let first = try await fixture.at(0) {
            try await Job.lease(jobID: "j", by: "a", for: .seconds(30)).run(on: db)
        }
        let lease = try #require(first.lease)
        #expect(lease.owner == "a" && lease.token == 1 && lease.until == LeaseFixture.start + 30)
        // Somebody who has the job is no new version of it.
        #expect(first.revision == job.revision && first.updatedAt == job.updatedAt)

        let byKey = await fixture.at(10) {
            await fixture.refusal { try await Job.lease(job.key, by: "b", for: .seconds(30)).run(on: db) }
        }
        let byRecord = await fixture.at(10) {
            await fixture.refusal { try await job.lease(by: "b", for: .seconds(30)).run(on: db) }
        }
        for error in [byKey, byRecord] {
            #expect(error?.code == .leaseHeld)
            #expect(error?.lease(of: Job.self) == lease)
            #expect(error?.message == "the Job is leased by a until 2025-11-20T12:00:30.000Z (token 1)")
        }
        #expect(try await fixture.stored() == first)

        // The record is from before there was a lease: what it does not know, the refusal tells.
        let second = try await fixture.at(30) { try await job.lease(by: "b", for: .seconds(5)).run(on: db) }
        #expect(second.lease?.owner == "b" && second.lease?.token == 2)
        let third = try await fixture.at(35) { try await second.lease(by: "b", for: .seconds(5)).run(on: db) }
        #expect(third.lease?.token == 3)
    }

    @Test("A heartbeat keeps it, as long as it is not over and nobody else's")
    func renewing() async throws {
        let fixture = try await LeaseFixture()
        let db = fixture.db
        let first = try await fixture.at(0) { try await fixture.job.lease(by: "a", for: .seconds(30)).run(on: db) }
        let renewed = try await fixture.at(20) { try await first.renewingLease(for: .seconds(30)).run(on: db) }
        #expect(renewed.lease?.until == LeaseFixture.start + 50 && renewed.lease?.token == 1)
        let late = await fixture.at(50) {
            await fixture.refusal { try await renewed.renewingLease(for: .seconds(30)).run(on: db) }
        }
        #expect(late?.code == .leaseLost)
        #expect(late?.message == "the lease of the Job with the token 1 is over, or was given back")
        try await fixture.at(50) { try await Job.lease(jobID: "j", by: "b", for: .seconds(30)).run(on: db) }
        for request in [first.renewingLease(for: .seconds(30)), first.releasingLease()] {
            let lost = await fixture.at(51) { await fixture.refusal { try await request.run(on: db) } }
            #expect(lost?.code == .leaseLost)
            #expect(lost?.message == "the lease of the Job with the token 1 is lost: b has taken it since (token 2)")
        }
    }

    @Test("Given back, others need not wait, and the token does not fall")
    func releasing() async throws {
        let fixture = try await LeaseFixture()
        let db = fixture.db
        try await fixture.at(0) {
            let first = try await fixture.job.lease(by: "a", for: .seconds(30)).run(on: db)
            let released = try await first.releasingLease().run(on: db)
            #expect(released.lease?.until == nil && released.lease?.token == 1 && released.lease?.isHeld() == false)
            #expect(try await first.releasingLease().run(on: db) == released)
            let lost = await fixture.refusal { try await first.renewingLease(for: .seconds(30)).run(on: db) }
            #expect(lost?.code == .leaseLost)
            let second = try await Job.lease(jobID: "j", by: "b", for: .seconds(30)).run(on: db)
            #expect(second.lease?.token == 2)
        }
    }

    @Test("Writes that need it are refused without it", arguments: TestExecutor.all)
    func whileLeased(_ executor: TestExecutor) async throws {
        let fixture = try await LeaseFixture()
        let db = try executor.database(States.table)
        try await db.createTables()
        let job = try await Job.create(.init(jobID: "j", title: "T")).run(on: db)
        let first = try await fixture.at(0) { try await job.lease(by: "a", for: .seconds(30)).run(on: db) }
        let lease = try #require(first.lease)
        var current = try await fixture.at(10) {
            try await first.patch { $0.progress.set(1) }.whileLeased().run(on: db)
        }
        #expect(current.progress == 1 && current.lease == lease)
        // Renewing makes no new version.
        try await fixture.at(20) { try await first.renewingLease(for: .seconds(30)).run(on: db) }
        current = try await fixture.at(40) { try await current.patch { $0.progress.set(2) }.whileLeased().run(on: db) }
        current = try #require(
            try await fixture.at(40) {
                try await Job.update(job.key) { $0.progress.add(1) }.whileLeased(lease).run(on: db)
            })
        #expect(current.progress == 3)

        let over = await fixture.at(50) {
            await fixture.refusal { try await current.patch { $0.progress.set(9) }.whileLeased().run(on: db) }
        }
        #expect(over?.code == .leaseLost)
        let second = try await fixture.at(50) { try await job.lease(by: "b", for: .seconds(30)).run(on: db) }
        try await fixture.at(51) {
            let late: [any TransactionWrite] = [
                current.patch { $0.progress.set(9) }.whileLeased(),
                Job.patch(job.key) { $0.progress.set(9) }.whileLeased(lease),
                current.remove().whileLeased(),
            ]
            for write in late {
                guard case .canceled(let reasons) = try await db.attemptTransact([write]) else {
                    Issue.record("somebody who has lost the lease wrote: \(write)")
                    return
                }
                #expect(reasons.map(\.failure) == [.leaseLost])
            }
            let attempt = try await current.patch { $0.progress.set(9) }.whileLeased().attempt(on: db)
            #expect(attempt == .rejected(second))
            let none = await fixture.refusal { try await job.patch { $0.progress.set(9) }.whileLeased().run(on: db) }
            #expect(none?.code == .invalidRequest)
            #expect(none?.message.contains("has no lease") == true)
            try await second.remove().whileLeased().run(on: db)
        }
    }

    @Test("A request whose answer was lost can be run again; another one of the same owner cannot")
    func lostAnswer() async throws {
        let fixture = try await LeaseFixture(faults: [
            FaultRule(.connectionLost(isCarriedOut: true), operations: ["UpdateItem"], requests: 1...1)
        ])
        try await fixture.at(0) {
            let request = fixture.job.lease(by: "a", for: .seconds(30))
            let lost = await fixture.refusal { try await request.run(on: fixture.db) }
            #expect(lost?.isOutcomeUnknown == true)
            let again = try await request.run(on: fixture.db)
            #expect(again.lease?.token == 1)
            let other = await fixture.refusal {
                try await fixture.job.lease(by: "a", for: .seconds(30)).run(on: fixture.db)
            }
            #expect(other?.code == .leaseHeld)
        }
    }

    @Test("In a transaction with other writes")
    func transaction() async throws {
        let fixture = try await LeaseFixture()
        try await fixture.at(0) {
            try await fixture.db.transact {
                fixture.job.lease(by: "a", for: .seconds(30))
                Ticket.create(.init(ticketID: "t", title: "T"))
            }
            let first = try #require(try await fixture.stored())
            #expect(first.lease?.token == 1)
            let outcome = try await fixture.db.attemptTransact {
                Ticket.patch(ticketID: "t") { $0.set(state: .toClosed) }
                first.lease(by: "b", for: .seconds(30))
            }
            guard case .canceled(let reasons) = outcome else {
                Issue.record("two have the lease")
                return
            }
            #expect(reasons.map(\.failure) == [nil, .leaseHeld])
        }
    }

    @Test("What is refused for other reasons says so")
    func otherRefusals() async throws {
        let fixture = try await LeaseFixture()
        let (db, job) = (fixture.db, fixture.job)
        let missing = Job.Key(jobID: "none")
        let absent = await fixture.refusal { try await Job.lease(missing, by: "a", for: .seconds(1)).run(on: db) }
        #expect(absent?.code == .conditionalCheckFailed && absent?.item == nil)
        let conditional = await fixture.refusal {
            try await Job.lease(job.key, by: "a", for: .seconds(1)).if { $0.progress >= 5 }.run(on: db)
        }
        #expect(conditional?.code == .conditionalCheckFailed && conditional?.item != nil)
        let empty = await fixture.refusal { try await job.lease(by: "a", for: .zero).run(on: db) }
        #expect(empty?.code == .invalidRequest)
        let unleased = await fixture.refusal { try await job.releasingLease().run(on: db) }
        #expect(unleased?.code == .invalidRequest)
        #expect(try await fixture.stored() == job)
    }

    @Test("Who is free can be asked for")
    func conditions() async throws {
        let fixture = try await LeaseFixture()
        let db = fixture.db
        try await Job.create(.init(jobID: "k", title: "T")).run(on: db)
        try await fixture.at(0) { try await fixture.job.lease(by: "a", for: .seconds(30)).run(on: db) }
        func jobs(at seconds: Double, _ condition: (Job.Fields) -> Condition) async throws -> [String] {
            try await fixture.at(seconds) { try await Job.scan().where(condition).all(on: db).map(\.jobID).sorted() }
        }
        #expect(try await jobs(at: 10) { $0.lease.isFree() } == ["k"])
        #expect(try await jobs(at: 10) { $0.lease.isHeld() } == ["j"])
        #expect(try await jobs(at: 30) { $0.lease.isFree() } == ["j", "k"])
        #expect(try await jobs(at: 10) { $0.lease == nil } == ["k"])
        #expect(try await jobs(at: 10) { $0.lease.owner == "a" && $0.lease.token == 1 } == ["j"])
    }

    @Test("It is one request, that the record's other attributes have nothing to do with")
    func request() async throws {
        let fixture = try await LeaseFixture()
        let text = await fixture.at(0) { fixture.job.lease(by: "a", for: .seconds(30)).explain().body }
        #expect(text.contains(##""ConditionExpression": "attribute_exists(#pk) AND attribute_not_exists(#lease)""##))
        #expect(text.contains(##""UpdateExpression": "SET #lease = :v0""##))
        let first = try await fixture.at(0) {
            try await fixture.job.lease(by: "a", for: .seconds(30)).run(on: fixture.db)
        }
        let renewal = await fixture.at(5) { first.renewingLease(for: .seconds(30)).explain().body }
        #expect(renewal.contains(##""UpdateExpression": "SET #lease.#until = :v0""##))
        #expect(renewal.contains("#lease.#token = :v1 AND #lease.#until > :v2"))
    }
}
