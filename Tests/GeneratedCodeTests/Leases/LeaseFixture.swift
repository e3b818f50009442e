import Entities
import Foundation
import GeneratedModel
import Synchronization
import TestExecutors

/// A job to lease, and a time that the test decides on.
struct LeaseFixture {
    static let start = Date(timeIntervalSince1970: 1_763_640_000)
    /// Requests that may fail.
    let db: Database
    /// Requests of the test itself, which do not.
    let safe: Database
    let job: Job

    init(
        _ executor: TestExecutor = .standard, faults: [FaultRule] = [], backoff: Backoff = .standard
    ) async throws {
        safe = try executor.database(States.table, backoff: backoff)
        try await safe.createTables()
        job = try await Job.create(.init(jobID: "j", title: "T")).run(on: safe)
        db = try safe.faulty(faults)
    }

    /// Does something so many seconds after the start. Identifiers are others each time.
    @discardableResult
    func at<Result>(_ seconds: Double, _ body: () async throws -> Result) async rethrows -> Result {
        try await Generators.$current.withValue(Generators(now: { Self.start + seconds })) { try await body() }
    }

    /// What the error of something is that is refused.
    func refusal<Result>(_ body: () async throws -> Result) async -> DynamoDBError? {
        do {
            _ = try await body()
            return nil
        } catch {
            return error as? DynamoDBError
        }
    }

    func stored() async throws -> Job? {
        try await Job.get(job.key).consistent().run(on: safe)
    }
}

/// A clock that the test moves: who sleeps wakes up when its time has come.
final class ManualClock: Sendable {
    private struct State {
        var now = LeaseFixture.start
        var sleepers: [Int: (until: Date, continuation: CheckedContinuation<Void, any Error>)] = [:]
        var last = 0
    }

    private let state = Mutex(State())

    var now: Date { state.withLock { $0.now } }
    var generators: Generators { Generators(now: { self.now }) }
    var backoff: Backoff { Backoff(sleep: { try await self.sleep($0) }) }

    func sleep(_ duration: Duration) async throws {
        let id = state.withLock { state in
            state.last += 1
            return state.last
        }
        try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Void, any Error>) in
                let isCancelled = Task.isCancelled
                state.withLock { state in
                    guard !isCancelled else { return continuation.resume(throwing: CancellationError()) }
                    state.sleepers[id] = (state.now + duration / .seconds(1), continuation)
                }
            }
        } onCancel: {
            state.withLock { $0.sleepers.removeValue(forKey: id) }?.continuation.resume(throwing: CancellationError())
        }
    }

    func advance(by seconds: Double) {
        let woken = state.withLock { state in
            state.now += seconds
            let due = state.sleepers.filter { $0.value.until <= state.now }
            for id in due.keys { state.sleepers.removeValue(forKey: id) }
            return due.values.map(\.continuation)
        }
        for continuation in woken { continuation.resume() }
    }

    /// Waits until somebody sleeps, as it seems.
    func sleeper() async {
        for _ in 0..<10_000 where state.withLock({ $0.sleepers.isEmpty }) { await Task.yield() }
    }
}
