import Entities
import Foundation
import GeneratedModel
import Synchronization
import TestExecutors
import Testing

/// Time passes in steps while requests are on their way: how many there are, the engine in the process alone can tell.
@Suite("Work under a lease", .enabled(if: TestServer.current == nil, "time would pass faster than a server answers"))
struct WorkWhileLeasedTests {
    private struct Failure: Error {}

    private final class Noted<Value: Sendable>: Sendable {
        private let state: Mutex<Value>
        init(_ value: Value) { state = Mutex(value) }
        var value: Value { state.withLock { $0 } }
        func note(_ value: Value) { state.withLock { $0 = value } }
    }

    /// Does something on a clock that the test moves.
    private func run(
        faults: [FaultRule] = [], _ body: @Sendable (LeaseFixture, Database, ManualClock) async throws -> Void
    ) async throws {
        let clock = ManualClock()
        let fixture = try await LeaseFixture(faults: faults, backoff: clock.backoff)
        try await Generators.$current.withValue(clock.generators) { try await body(fixture, fixture.db, clock) }
    }

    /// Lets time pass in small steps, as often as somebody waits for it.
    private func pass(_ seconds: Double, on clock: ManualClock) async {
        let end = clock.now + seconds
        while clock.now < end {
            await clock.sleeper()
            clock.advance(by: 1)
            for _ in 0..<20 { await Task.yield() }
        }
    }

    @Test("It is renewed as long as the work takes, and given back")
    func renewal() async throws {
        try await run { fixture, db, clock in
            let request = Job.lease(jobID: "j", by: "a", for: .seconds(30))
            let title = try await db.whileLeased(request) { job in
                await pass(300, on: clock)
                let other = await fixture.refusal {
                    try await Job.lease(jobID: "j", by: "b", for: .seconds(30)).run(on: db)
                }
                #expect(other?.code == .leaseHeld)
                try await job.patch { $0.progress.set(7) }.whileLeased().run(on: db)
                return job.title
            }
            #expect(title == "T")
            let stored = try #require(try await fixture.stored())
            #expect(stored.progress == 7 && stored.lease?.until == nil && stored.lease?.token == 1)
        }
    }

    @Test("Work that fails gives it back, too; so does work that removed the record")
    func endings() async throws {
        try await run { fixture, db, clock in
            await #expect(throws: Failure.self) {
                try await db.whileLeased(fixture.job.lease(by: "a", for: .seconds(30))) { _ in throw Failure() }
            }
            #expect(try await fixture.stored()?.lease?.until == nil)
            let job = try await Job.lease(jobID: "j", by: "b", for: .seconds(30)).run(on: db)
            let done = try await db.whileLeased(job, for: .seconds(30)) { job in
                try await job.remove().whileLeased().run(on: db)
                await pass(15, on: clock)
                return true
            }
            #expect(done)
            #expect(try await fixture.stored() == nil)
        }
    }

    @Test("When it is lost to another, the work is cancelled")
    func loss() async throws {
        try await run { fixture, db, clock in
            let isCancelled = Noted(false)
            let error = await fixture.refusal {
                try await db.whileLeased(fixture.job.lease(by: "a", for: .seconds(30))) { job in
                    // Somebody whose clock is fast.
                    try await Generators.$current.withValue(Generators(now: { clock.now + 60 })) {
                        _ = try await Job.lease(jobID: "j", by: "b", for: .seconds(30)).run(on: db)
                    }
                    while !Task.isCancelled {
                        await clock.sleeper()
                        clock.advance(by: 1)
                        await Task.yield()
                    }
                    isCancelled.note(true)
                }
            }
            #expect(error?.code == .leaseLost)
            #expect(isCancelled.value)
            let stored = try await fixture.stored()
            #expect(stored?.lease?.owner == "b")
        }
    }

    @Test("When renewing fails until it is over, the work is cancelled")
    func unreachable() async throws {
        let faults = [FaultRule(.serviceUnavailable, operations: ["UpdateItem"], requests: 2...1_000)]
        try await run(faults: faults) { fixture, db, clock in
            let cancelled = Noted<Date?>(nil)
            let error = await fixture.refusal {
                try await db.whileLeased(fixture.job.lease(by: "a", for: .seconds(30))) { _ in
                    while !Task.isCancelled {
                        await clock.sleeper()
                        clock.advance(by: 1)
                        for _ in 0..<20 { await Task.yield() }
                    }
                    cancelled.note(clock.now)
                }
            }
            #expect(error?.code == .leaseLost)
            let date = try #require(cancelled.value)
            #expect(date >= LeaseFixture.start + 30)
        }
    }
}
