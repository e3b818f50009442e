import Entities
import Foundation
import GeneratedModel
import InMemoryDynamoDB
import Synchronization

/// A clock that tests move.
final class MovableClock: Sendable {
    private let time: Mutex<Date>

    init(_ start: Date) { time = Mutex(start) }

    var now: Date { time.withLock { $0 } }

    func advance(by seconds: Double) { time.withLock { $0 += seconds } }
}

/// A theater on an engine that never deletes what has expired of its own accord, and a clock that both go by.
struct TheaterFixture {
    static let start = Date(timeIntervalSince1970: 1_763_640_000)
    /// The same in seconds.
    static let opening = 1_763_640_000

    let clock = MovableClock(start)
    let engine: InMemoryDynamoDB
    let db: Database

    init(_ transport: InMemoryDynamoDB.Transport = .values) async throws {
        var options = InMemoryDynamoDB.Options()
        options.expiry = .delayed(by: 1_000_000_000)
        engine = InMemoryDynamoDB(transport: transport, options: options, clock: { [clock] in clock.now })
        db = Database(engine, table: Theater.table)
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
        try await engine.execute(PageOperation<EncodedItem>(ScanRequest(tableName: Theater.table.name))).items
    }
}
