import Entities
import Foundation
import GeneratedModel
import Synchronization
import TestExecutors
import Testing

/// Workers that read a job, think, and write it, some of them for longer than they have the lease.
@Suite("Leases under concurrency")
struct LeaseConcurrencyTests {
    private struct Tally {
        var tokens: [Int] = []
        var written = 0
        var unknown = 0
        var lost = 0
    }

    private final class Counted: Sendable {
        private let tally = Mutex(Tally())
        var result: Tally { tally.withLock { $0 } }
        func count(_ change: @Sendable (inout Tally) -> Void) { tally.withLock { change(&$0) } }
    }

    private static let faults = [
        FaultRule(.throttle(), operations: ["UpdateItem"], probability: 0.05),
        FaultRule(.connectionLost(isCarriedOut: true), operations: ["UpdateItem"], probability: 0.05),
        FaultRule(.timeOut(isCarriedOut: false), operations: ["UpdateItem"], probability: 0.05),
    ]

    @Test(
        "No two have it, no token comes twice, and nobody who stalled overwrites what came after",
        arguments: TestExecutor.sample([faults, []]))
    func guarantee(_ faults: [FaultRule]) async throws {
        let fixture = try await LeaseFixture(faults: faults)
        let clock = ManualClock()
        let tally = Counted()
        try await Generators.$current.withValue(clock.generators) {
            try await withThrowingTaskGroup(of: Void.self) { group in
                for worker in 0..<16 {
                    group.addTask {
                        var turn = 0
                        while turn < 5 {
                            await Task.yield()
                            // Leases that were not given back end some time.
                            clock.advance(by: 0.2)
                            let stalls = (worker + turn) % 5 == 0
                            if try await work(fixture, "w\(worker)", stalls: stalls, clock, tally) { turn += 1 }
                        }
                    }
                }
                try await group.waitForAll()
            }
        }
        let result = tally.result
        let stored = try #require(try await fixture.stored())
        #expect(Set(result.tokens).count == result.tokens.count)
        #expect(result.written > 0 && result.lost > 0)
        #expect((result.written...result.written + result.unknown).contains(stored.progress))
        #expect(!faults.isEmpty || stored.lease?.token == result.tokens.count)
        #expect(stored.lease.map { $0.token >= result.tokens.count } == true)
    }

    /// Adds one to the progress, by a read and a write, if the lease is to be had: whether it was.
    private func work(
        _ fixture: LeaseFixture, _ owner: String, stalls: Bool, _ clock: ManualClock, _ tally: Counted
    ) async throws -> Bool {
        var isTaken = false
        do {
            let job = try await Job.lease(fixture.job.key, by: owner, for: .seconds(20)).run(on: fixture.db)
            isTaken = true
            let lease = try #require(job.lease)
            tally.count { $0.tokens.append(lease.token) }
            let progress = try await fixture.stored()?.progress ?? 0
            await Task.yield()
            if stalls {
                clock.advance(by: 30)
                await Task.yield()
            }
            do {
                try await Job.update(job.key) { $0.progress.set(progress + 1) }.whileLeased(lease).run(on: fixture.db)
                tally.count { $0.written += 1 }
            } catch let error as DynamoDBError {
                guard error.isOutcomeUnknown else { throw error }
                tally.count { $0.unknown += 1 }
            }
            try await job.releasingLease().run(on: fixture.db)
        } catch let error as DynamoDBError {
            switch error.code {
            case .leaseLost: tally.count { $0.lost += 1 }
            case .leaseHeld: break
            default: guard error.isRetryable || error.isOutcomeUnknown else { throw error }
            }
        }
        return isTaken
    }

    @Test("Without the demand, who stalled overwrites what came after: the test can fail", arguments: [true, false])
    func stalled(_ isGuarded: Bool) async throws {
        let fixture = try await LeaseFixture()
        let db = fixture.db
        let slow = try await fixture.at(0) { try await fixture.job.lease(by: "slow", for: .seconds(10)).run(on: db) }
        try await fixture.at(20) {
            let quick = try await fixture.job.lease(by: "quick", for: .seconds(10)).run(on: db)
            try await Job.update(quick.key) { $0.progress.set(quick.progress + 1) }.run(on: db)
            let write = Job.update(slow.key) { $0.progress.set(slow.progress + 5) }
            let lease = try #require(slow.lease)
            let error = await fixture.refusal { try await (isGuarded ? write.whileLeased(lease) : write).run(on: db) }
            #expect(error?.code == (isGuarded ? .leaseLost : nil))
        }
        #expect(try await fixture.stored()?.progress == (isGuarded ? 1 : 5))
    }
}
