import Entities
import Foundation
import GeneratedModel
import Synchronization
import TestExecutors

/// A clock that tests move.
final class MovableClock: Sendable {
    private let time: Mutex<Date>

    init(_ start: Date) { time = Mutex(start) }

    var now: Date { time.withLock { $0 } }

    func advance(by seconds: Double) { time.withLock { $0 += seconds } }
}

/// A theater, and a clock that the library goes by. It opens in 2100: by the clock of a server nothing has expired, so that it deletes nothing.
struct TheaterFixture {
    static let start = Date(timeIntervalSince1970: Double(opening))
    /// The same in seconds.
    static let opening = 4_102_444_800

    let clock: MovableClock
    let db: Database

    init(_ executor: TestExecutor = .standard) async throws {
        try await self.init(executor.database(Theater.table), MovableClock(Self.start))
    }

    init(_ db: Database, _ clock: MovableClock) async throws {
        (self.db, self.clock) = (db, clock)
        try await db.createTables()
    }

    /// Runs with this clock.
    func run<Result>(_ body: () async throws -> Result) async throws -> Result {
        try await Generators.$current.withValue(Generators(now: { [clock] in clock.now })) { try await body() }
    }

    /// A login that expires so many seconds after the opening.
    @discardableResult
    func login(_ loginID: String, token: String? = nil, until seconds: Int?, member: String = "ada") async throws
        -> Login
    {
        try await Login.create(draft(loginID, token: token, until: seconds, member: member)).run(on: db)
    }

    func draft(_ loginID: String, token: String? = nil, until seconds: Int?, member: String = "ada") -> Login.Draft {
        .init(
            memberID: member, loginID: loginID, token: token ?? "token-\(loginID)", device: "phone",
            expiresAt: seconds.map { Self.opening + $0 })
    }

    /// Everything that is in the table, claims as well.
    func items() async throws -> [EncodedItem] {
        try await db.storedItems()
    }
}
