import Entities
import Foundation
import InMemoryDynamoDB
import Testing

@Suite("Time to live")
struct ExpiryTests {
    static let transports = InMemoryDynamoDB.Transport.allCases

    static func options(_ expiry: InMemoryDynamoDB.Options.Expiry) -> InMemoryDynamoDB.Options {
        var options = InMemoryDynamoDB.Options()
        options.expiry = expiry
        return options
    }

    /// A table `tbl` whose items expire by `ttl`.
    static func database(
        _ transport: InMemoryDynamoDB.Transport, _ expiry: InMemoryDynamoDB.Options.Expiry,
        indexes: [IndexDescription] = [], types: [String: ScalarType] = [:]
    ) async throws -> TestDatabase {
        let db = TestDatabase(transport, options: options(expiry))
        try await db.createTable("tbl", indexes: indexes, types: types)
        try await setTimeToLive(db)
        return db
    }

    static func setTimeToLive(_ db: TestDatabase, _ attribute: String = "ttl", enabled: Bool = true) async throws {
        _ = try await db.engine.execute(
            PlainOperation(UpdateTimeToLiveRequest(tableName: "tbl", attributeName: attribute, enabled: enabled)))
    }

    /// A time to live so many seconds from now.
    static func time(_ db: TestDatabase, in seconds: Double) -> AttributeValue {
        .number(Number(Int64(db.clock.now.timeIntervalSince1970 + seconds)))
    }

    static func sorts(_ db: TestDatabase) async throws -> Set<AttributeValue> {
        Set(try await db.scan().items.compactMap { $0["sk"] })
    }

    @Test(arguments: transports)
    func expiredItemsCanBeReadForTenMinutes(_ transport: InMemoryDynamoDB.Transport) async throws {
        let db = TestDatabase(transport)
        try await db.createTable("tbl")
        try await Self.setTimeToLive(db)
        try await db.put(["pk": "a", "sk": "1", "ttl": Self.time(db, in: 5)])
        for _ in 1...2 {
            db.clock.advance(by: 302)
            #expect(try await db.get(["pk": "a", "sk": "1"]) != nil)
        }
        db.clock.advance(by: 2)
        #expect(try await db.get(["pk": "a", "sk": "1"]) == nil)
        #expect(try await db.scan().count == 0)
    }

    @Test(arguments: transports)
    func expiredItemsAreNeverSeenWhereThatIsSet(_ transport: InMemoryDynamoDB.Transport) async throws {
        let db = try await Self.database(transport, .immediate)
        try await db.put(["pk": "a", "sk": "1", "ttl": Self.time(db, in: 5)])
        db.clock.advance(by: 5)
        #expect(try await db.get(["pk": "a", "sk": "1"]) != nil)
        db.clock.advance(by: 1)
        #expect(try await db.get(["pk": "a", "sk": "1"]) == nil)
        try await db.put(["pk": "a", "sk": "1"], if: .notExists(.name("pk")))
        // What is over when it is written goes at once.
        try await db.put(["pk": "a", "sk": "2", "ttl": Self.time(db, in: -1)])
        #expect(try await Self.sorts(db) == ["1"])
    }

    @Test(arguments: transports)
    func onlyNumbersOfTheLastFiveYearsCount(_ transport: InMemoryDynamoDB.Transport) async throws {
        let db = try await Self.database(transport, .immediate)
        let now = db.clock.now.timeIntervalSince1970
        let values: [String: AttributeValue?] = [
            "gone": .number(Number(Int64(now - 60))), "none": nil, "text": .string("\(Int64(now - 60))"),
            "fraction gone": try .number(#require(Number("\(Int64(now - 60)).75"))),
            "exponent gone": try .number(#require(Number("\(Int64(now / 10) - 6)e1"))),
            "five years gone": .number(Number(Int64(now - 5 * 365 * 86_400))),
            "older": .number(Number(Int64(now - 5 * 365 * 86_400 - 1))), "far": .number(Number(Int64(now + 1e9))),
            "milliseconds": .number(Number(Int64(now * 1000))), "negative": .number(-5), "zero": 0,
            "huge": try .number(#require(Number("9e125"))), "tiny": try .number(#require(Number("1e-130"))),
            "present": .number(Number(Int64(now))), "list": .list([.number(Number(Int64(now - 60)))]),
        ]
        for (name, value) in values {
            var attributes: [String: AttributeValue] = ["pk": "a", "sk": .string(name)]
            attributes["ttl"] = value
            try await db.put(EncodedItem(attributes))
        }
        let expected = values.keys.filter { !$0.hasSuffix("gone") }.map { AttributeValue.string($0) }
        #expect(try await Self.sorts(db) == Set(expected))
    }

    @Test(arguments: transports)
    func itemsThatWereThereBeforeExpireToo(_ transport: InMemoryDynamoDB.Transport) async throws {
        let db = TestDatabase(transport, options: Self.options(.immediate))
        try await db.createTable("tbl")
        try await db.put(["pk": "a", "sk": "1", "ttl": Self.time(db, in: -60)])
        try await db.put(["pk": "a", "sk": "2"])
        #expect(try await Self.sorts(db) == ["1", "2"])
        try await Self.setTimeToLive(db)
        #expect(try await Self.sorts(db) == ["2"])
    }

    @Test(arguments: transports)
    func nothingExpiresWhereItIsTurnedOff(_ transport: InMemoryDynamoDB.Transport) async throws {
        let db = try await Self.database(transport, .immediate)
        try await db.put(["pk": "a", "sk": "1", "ttl": Self.time(db, in: 60)])
        db.clock.advance(by: 4000)
        #expect(await db.engine.purgeExpiredItems() == 1)
        #expect(await db.engine.purgeExpiredItems() == 0)
        try await db.put(["pk": "a", "sk": "2", "ttl": Self.time(db, in: 60)])
        try await Self.setTimeToLive(db, enabled: false)
        db.clock.advance(by: 4000)
        #expect(await db.engine.purgeExpiredItems() == 0)
        #expect(try await Self.sorts(db) == ["2"])
    }

    @Test(arguments: transports)
    func aMovedTimeCounts(_ transport: InMemoryDynamoDB.Transport) async throws {
        let db = try await Self.database(transport, .delayed(by: 600))
        for sort in ["moved", "removed", "sooner", "replaced", "same"] {
            try await db.put(["pk": "a", "sk": .string(sort), "ttl": Self.time(db, in: 100)])
        }
        db.clock.advance(by: 200)
        // Expired, but not deleted yet: it can be saved.
        let path = AttributePath("ttl")
        try await db.update(
            ["pk": "a", "sk": "moved"],
            UpdateExpression(set: [.init(path, .operand(.value(Self.time(db, in: 10_000))))]))
        try await db.update(["pk": "a", "sk": "removed"], UpdateExpression(remove: [path]))
        try await db.put(["pk": "a", "sk": "replaced", "ttl": "never"])
        try await db.put(["pk": "a", "sk": "sooner", "ttl": Self.time(db, in: -599)])
        try await db.update(
            ["pk": "a", "sk": "same"], UpdateExpression(set: [.init(AttributePath("n"), .operand(.value(1)))]))
        db.clock.advance(by: 2)
        #expect(try await Self.sorts(db) == ["moved", "removed", "replaced", "same"])
        db.clock.advance(by: 500)
        #expect(try await Self.sorts(db) == ["moved", "removed", "replaced"])
    }

    @Test(arguments: transports)
    func expiredItemsLeaveIndexesAndAreToldOf(_ transport: InMemoryDynamoDB.Transport) async throws {
        let db = TestDatabase(transport, options: Self.options(.immediate))
        let arn = try await db.createTable(
            "tbl",
            indexes: [
                IndexDescription(name: "global", keys: KeySchema(partition: ["g"])),
                IndexDescription(
                    name: "local", keys: KeySchema(partition: ["pk"], sort: ["ttl"]), projection: .keysOnly,
                    isLocal: true),
            ], types: ["g": .string, "ttl": .number], stream: .newAndOldImages
        ).streamARN
        try await Self.setTimeToLive(db)
        let item: EncodedItem = ["pk": "a", "sk": "1", "g": "x", "ttl": Self.time(db, in: 60)]
        try await db.put(item)
        db.clock.advance(by: 61)
        // Nobody but the stream's reader looks.
        let records = try await db.records(try #require(arn))
        #expect(records.map(\.event) == [.insert, .remove])
        #expect(records.last?.userIdentity == .timeToLive)
        #expect(records.last?.oldImage == item)
        #expect(records.last?.newImage == nil)
        #expect(records.first?.userIdentity == nil)
        #expect(try await db.query(.partition("x", named: "g"), index: "global").count == 0)
        #expect(try await db.query(.partition("a"), index: "local").count == 0)
        let table = try await db.engine.execute(PlainOperation(DescribeTableRequest(tableName: "tbl"))).table
        #expect(table.itemCount == 0 && table.sizeInBytes == 0)
        #expect(table.indexes.map(\.itemCount) == [0, 0])
        // A client's delete is told of as such.
        try await db.put(["pk": "a", "sk": "2"])
        try await db.delete(["pk": "a", "sk": "2"])
        #expect(try await db.records(try #require(arn)).last?.userIdentity == nil)
    }

    @Test func identityHasTheServicesFormOnTheWire() async throws {
        let db = TestDatabase(.wire, options: Self.options(.immediate))
        let arn = try #require(try await db.createTable("tbl", stream: .keysOnly).streamARN)
        try await Self.setTimeToLive(db)
        try await db.put(["pk": "a", "sk": "1", "ttl": Self.time(db, in: -60)])
        let iterator = try await db.iterator(arn)
        let body = StreamWireTests.respond(db, "GetRecords", #"{"ShardIterator":"\#(iterator)"}"#).body
        #expect(
            body.hasSuffix(#""userIdentity":{"PrincipalId":"dynamodb.amazonaws.com","Type":"Service"}}]}"#), "\(body)")
    }

    @Test(arguments: transports)
    func purgingDoesNotWait(_ transport: InMemoryDynamoDB.Transport) async throws {
        let db = try await Self.database(transport, .delayed(by: 1_000_000))
        for number in 0..<300 {
            try await db.put([
                "pk": .string("p\(number % 7)"), "sk": .string("\(number)"),
                "ttl": Self.time(db, in: number < 250 ? Double(number) : 5000),
            ])
        }
        db.clock.advance(by: 100)
        #expect(await db.engine.purgeExpiredItems() == 100)
        db.clock.advance(by: 1000)
        #expect(try await db.scan().count == 200)
        #expect(await db.engine.purgeExpiredItems() == 150)
        #expect(await db.engine.purgeExpiredItems() == 0)
        #expect(try await db.scan().count == 50)
    }

    /// Keys may be times themselves.
    @Test(arguments: transports)
    func keysExpireItemsToo(_ transport: InMemoryDynamoDB.Transport) async throws {
        let db = TestDatabase(transport, options: Self.options(.immediate))
        try await db.createTable("tbl", sort: .number)
        try await Self.setTimeToLive(db, "sk")
        try await db.put(["pk": "a", "sk": Self.time(db, in: -60)])
        try await db.put(["pk": "a", "sk": Self.time(db, in: 60)])
        #expect(try await db.scan().count == 1)
        try await Self.setTimeToLive(db, "sk", enabled: false)
        try await Self.setTimeToLive(db, "pk")
        try await db.put(["pk": "1", "sk": 1])
        #expect(try await db.scan().count == 2)
    }

    /// Random writes and times against a dictionary.
    @Test func expiryFollowsAModel() async throws {
        let db = try await Self.database(.values, .delayed(by: 50))
        var random = SplitMix64(seed: 7)
        var model: [Int: Int64?] = [:]
        for _ in 0..<600 {
            let key = Int(random.next() % 40)
            let now = Int64(db.clock.now.timeIntervalSince1970)
            switch random.next() % 8 {
            case 0:
                db.clock.advance(by: Double(random.next() % 60))
                let now = Int64(db.clock.now.timeIntervalSince1970)
                model = model.filter { $0.value.map { $0 >= now - 50 } ?? true }
            case 1:
                try await db.delete(["pk": "a", "sk": .string("\(key)")])
                model[key] = nil
            case 2:
                try await db.put(["pk": "a", "sk": .string("\(key)")])
                model[key] = .some(nil)
            default:
                let time = now + Int64(random.next() % 200) - 40
                try await db.put(["pk": "a", "sk": .string("\(key)"), "ttl": .number(Number(time))])
                model[key] = time
            }
            #expect(try await Self.sorts(db) == Set(model.keys.map { .string("\($0)") }))
        }
        let now = Int64(db.clock.now.timeIntervalSince1970)
        #expect(await db.engine.purgeExpiredItems() == model.values.count { $0.map { $0 < now } ?? false })
    }
}
