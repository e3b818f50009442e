import Entities
import Foundation
import GeneratedModel
import Synchronization
import TestExecutors

/// A campus with one course of many seats: what tests of operations that run once have in common.
struct OnceFixture {
    static let seats = 1000

    /// Requests of the operations, which may fail.
    let db: Database
    /// Requests of the test itself, which do not.
    let safe: Database
    let course: Course

    init(
        _ executor: TestExecutor = .standard, faults: [FaultRule] = [], seed: UInt64 = 1
    ) async throws {
        safe = try executor.database(Campus.table, backoff: Backoff(sleep: { _ in await Task.yield() }))
        db = try safe.faulty(faults, seed: seed)
        try await safe.createTables()
        course = try await Course.create(
            .init(schoolID: "s", courseID: "swift", title: "Swift", seats: Self.seats)
        ).run(on: safe)
    }

    /// The writes of an enrolment, which do harm when they are done twice.
    func enrolment(of student: String) -> [any TransactionWrite] {
        [
            Course.patch(course.key) { $0.seats.subtract(1) },
            Enrolment.create(.init(schoolID: "s", studentID: student, courseID: "swift")),
        ]
    }

    /// How many seats are taken.
    func taken() async throws -> Int {
        Self.seats - (try await Course.get(course.key).consistent().run(on: safe)?.seats ?? 0)
    }
}

/// A clock that stands still until it is moved. It is 2100: a server has nothing to delete yet.
final class StandingClock: Sendable {
    private let time = Mutex(Date(timeIntervalSince1970: 4_102_444_800))

    var now: Date { time.withLock { $0 } }
    var generators: Generators { Generators(now: { self.now }) }

    func advance(by seconds: Double) { time.withLock { $0 += seconds } }
}
