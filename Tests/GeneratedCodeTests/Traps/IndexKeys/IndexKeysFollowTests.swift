import Entities
import GeneratedModel
import InMemoryDynamoDB
import TestExecutors
import Testing

/// An index key never disagrees with its attributes, whatever write reaches them (electrodb.md 4.1, rows 1 and 5).
///
/// Random writes of all kinds; behind each of them, every record is read, and the index keys that are stored are compared with those
/// that a put of the record would write.
@Suite(
    "Index keys follow their attributes",
    .enabled(if: TestServer.current == nil, "it reads the whole table behind each of thousands of writes"))
struct IndexKeysFollowTests {
    static let seeds: [UInt64] = [2_026, 20_261_121]

    /// Writes that are refused, since a value was supplied that the item has not, are as welcome as those that are carried out: neither
    /// may leave a key behind.
    private func run<E: Entity>(_ writes: RandomWrites<E>, seed: UInt64) async throws where E.TenantScope == NoTenancy {
        let db = Database(InMemoryDynamoDB(), table: E.schema.table)
        try await db.createTables()
        let audit = IndexKeyAudit<E>(leavingAlone: writes.leftAlone)
        var chance = Chance(seed: seed)
        var stored: [E] = []
        var (done, refused) = (0, 0)
        for step in 0..<100 {
            let number = chance.number(0...writes.writes.count - 1)
            do {
                try await writes.writes[number](&chance, stored, db)
                done += 1
            } catch let error as DynamoDBError {
                #expect(Self.refusals.contains(error.code), "\(error)")
                refused += 1
            }
            stored = try await audit.records(in: db, after: "seed \(seed), step \(step), write \(number)")
        }
        #expect(done > 40, "\(refused) writes were refused")
    }

    private static let refusals: Set<DynamoDBError.Code> = [
        .conditionalCheckFailed, .invalidRequest, .invalidValue, .notUnique, .transactionCanceled, .validation,
        .versionConflict,
    ]

    @Test("Of articles: unique, conditional and native keys, and one of the time of the change", arguments: seeds)
    func articles(_ seed: UInt64) async throws { try await run(articleWrites, seed: seed) }

    @Test("Of comments: keys that hang on conditions", arguments: seeds)
    func comments(_ seed: UInt64) async throws { try await run(commentWrites, seed: seed) }

    @Test("Of orders: keys of attributes that never change among others", arguments: seeds)
    func orders(_ seed: UInt64) async throws { try await run(orderWrites, seed: seed) }

    @Test("Of stock: numbers in keys, and an attribute in two of them", arguments: seeds)
    func stock(_ seed: UInt64) async throws { try await run(stockWrites, seed: seed) }

    @Test("Of paintings: keys of what is computed", arguments: seeds)
    func paintings(_ seed: UInt64) async throws { try await run(paintingWrites, seed: seed) }

    @Test("Of parcels: every form of an ElectroDB key", arguments: seeds)
    func parcels(_ seed: UInt64) async throws { try await run(parcelWrites, seed: seed) }

    @Test("Of carriers: constant ElectroDB keys", arguments: seeds)
    func carriers(_ seed: UInt64) async throws { try await run(carrierWrites, seed: seed) }
}
