import Entities
import InMemoryDynamoDB
import Testing

@Suite("Eventual consistency")
struct LaggingReadTests {
    static let transports = InMemoryDynamoDB.Transport.allCases

    static func database(
        _ transport: InMemoryDynamoDB.Transport, lag: Double = 10
    ) async throws -> TestDatabase {
        var options = InMemoryDynamoDB.Options()
        options.consistency = .eventual(lag: lag)
        let db = TestDatabase(transport, options: options)
        try await db.createTable(
            "tbl",
            indexes: [
                IndexDescription(name: "global", keys: KeySchema(partition: ["g"])),
                IndexDescription(name: "local", keys: KeySchema(partition: ["pk"], sort: ["l"]), isLocal: true),
            ], types: ["g": .string, "l": .number])
        return db
    }

    static let item: EncodedItem = ["pk": "a", "sk": "1", "g": "x", "l": 1]

    /// What each kind of read sees of the item.
    static func seen(_ db: TestDatabase, consistently: Bool) async throws -> [EncodedItem?] {
        var batch = BatchGetItemRequest(tables: ["tbl": .init(keys: [["pk": "a", "sk": "1"]])])
        batch.tables["tbl"]?.consistentRead = consistently
        return [
            try await db.get(["pk": "a", "sk": "1"]) { $0.consistentRead = consistently },
            try await db.query(.partition("a")) { $0.consistentRead = consistently }.items.first,
            try await db.scan { $0.consistentRead = consistently }.items.first,
            try await db.query(.partition("a"), index: "local") { $0.consistentRead = consistently }.items.first,
            try await db.engine.execute(PlainOperation(batch)).items["tbl"]?.first,
        ]
    }

    @Test(arguments: transports)
    func readsSeeTheTableAsItWas(_ transport: InMemoryDynamoDB.Transport) async throws {
        let db = try await Self.database(transport)
        let changed: EncodedItem = ["pk": "a", "sk": "1", "g": "y", "l": 2]
        func expect(_ lagging: EncodedItem?, _ present: EncodedItem?, _ line: Int = #line) async throws {
            #expect(try await Self.seen(db, consistently: false) == Array(repeating: lagging, count: 5), "\(line)")
            #expect(try await Self.seen(db, consistently: true) == Array(repeating: present, count: 5), "\(line)")
        }
        try await db.put(Self.item)
        try await expect(nil, Self.item)
        db.clock.advance(by: 9)
        try await db.put(changed)
        try await expect(nil, changed)
        db.clock.advance(by: 1)
        try await expect(Self.item, changed)
        #expect(try await db.query(.partition("x", named: "g"), index: "global").items == [Self.item])
        #expect(try await db.query(.partition("y", named: "g"), index: "global").items == [])
        db.clock.advance(by: 9)
        try await expect(changed, changed)
        #expect(try await db.query(.partition("x", named: "g"), index: "global").items == [])
        #expect(try await db.query(.partition("y", named: "g"), index: "global").items == [changed])
        try await db.delete(["pk": "a", "sk": "1"])
        try await expect(changed, nil)
        db.clock.advance(by: 10)
        try await expect(nil, nil)
    }

    @Test(arguments: transports)
    func conditionsAndTransactionsSeeThePresent(_ transport: InMemoryDynamoDB.Transport) async throws {
        let db = try await Self.database(transport)
        try await db.put(Self.item, if: .notExists(.name("pk")))
        let error = try await failure { try await db.put(Self.item, if: .notExists(.name("pk"))) }
        #expect(error.code == .conditionalCheckFailed)
        let gets = TransactGetItemsRequest(gets: [.init(tableName: "tbl", key: ["pk": "a", "sk": "1"])])
        #expect(try await db.engine.execute(PlainOperation(gets)).items == [Self.item])
    }

    @Test(arguments: transports)
    func transactionBecomesVisibleAsAWhole(_ transport: InMemoryDynamoDB.Transport) async throws {
        let db = try await Self.database(transport)
        try await db.createTable("other")
        try await db.transact(
            .put(.init(tableName: "tbl", item: ["pk": "a", "sk": "1"])),
            .put(.init(tableName: "other", item: ["pk": "a", "sk": "1"])),
            .put(.init(tableName: "tbl", item: ["pk": "b", "sk": "1"])))
        func counts() async throws -> [Int] {
            [try await db.scan().count, try await db.scan(on: "other").count]
        }
        db.clock.advance(by: 9.75)
        #expect(try await counts() == [0, 0])
        db.clock.advance(by: 0.25)
        #expect(try await counts() == [2, 1])
    }

    @Test(arguments: transports)
    func manyWritesAreFollowedInOrder(_ transport: InMemoryDynamoDB.Transport) async throws {
        let db = try await Self.database(transport, lag: 100)
        for second in 1...500 {
            try await db.put(["pk": "a", "sk": .string("\(second % 10)"), "l": .number(Number(second))])
            db.clock.advance(by: 1)
        }
        // 500 seconds have gone by: the last write to be seen is that of second 401.
        let seen = try await db.query(.partition("a"), index: "local").items.compactMap { $0["l"] }
        #expect(seen == (392...401).map { .number(Number($0)) })
        let present = try await db.query(.partition("a"), index: "local") { $0.consistentRead = true }.items
        #expect(present.compactMap { $0["l"] } == (491...500).map { .number(Number($0)) })
    }
}
