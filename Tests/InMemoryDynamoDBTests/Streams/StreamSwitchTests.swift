import Entities
import InMemoryDynamoDB
import Testing

@Suite("Turning streams on and off")
struct StreamSwitchTests {
    static let transports = InMemoryDynamoDB.Transport.allCases

    @discardableResult
    static func set(
        _ stream: UpdateTableRequest.StreamChange, _ db: TestDatabase
    ) async throws -> TableDescription {
        var request = UpdateTableRequest(tableName: "tbl")
        request.stream = stream
        return try await db.engine.execute(PlainOperation(request)).table
    }

    static func describe(_ db: TestDatabase) async throws -> TableDescription {
        try await db.engine.execute(PlainOperation(DescribeTableRequest(tableName: "tbl"))).table
    }

    @Test(arguments: transports)
    func streamIsReadableForADayAfterItWasTurnedOff(_ transport: InMemoryDynamoDB.Transport) async throws {
        let db = TestDatabase(transport)
        try await db.createTable("tbl")
        try await db.put(["pk": "a", "sk": "before"])
        let arn = try #require(try await Self.set(.on(.newImage), db).streamARN)
        #expect(try await Self.describe(db).stream == .newImage)
        let latest = try await db.iterator(arn, .latest)
        try await db.put(["pk": "a", "sk": "1"])
        try await Self.set(.off, db)
        try await db.put(["pk": "a", "sk": "after"])

        let table = try await Self.describe(db)
        #expect(table.stream == nil)
        #expect(table.streamARN == arn && table.streamLabel != nil)
        let stream = try await db.describeStream(arn)
        #expect(stream.status == .disabled)
        let shard = try #require(stream.shards.first)
        #expect(shard.endingSequenceNumber != nil)
        for iterator in [latest, try await db.iterator(arn)] {
            let page = try await db.read(iterator)
            #expect(page.records.map(\.keys) == [["pk": "a", "sk": "1"]])
            #expect(page.nextShardIterator == nil)
        }
        let end = try await db.read(try await db.iterator(arn, .latest))
        #expect(end.records.isEmpty && end.nextShardIterator == nil)
        db.clock.advance(by: 86_401)
        #expect(try await failure { try await db.describeStream(arn) }.code == .resourceNotFound)
    }

    @Test(arguments: transports)
    func streamThatIsTurnedOnAgainIsAnother(_ transport: InMemoryDynamoDB.Transport) async throws {
        let db = TestDatabase(transport)
        let first = try #require(try await db.createTable("tbl", stream: .keysOnly).streamARN)
        try await db.put(["pk": "a", "sk": "1"])
        try await Self.set(.off, db)
        let second = try #require(try await Self.set(.on(.newAndOldImages), db).streamARN)
        #expect(first != second)
        #expect(try await Self.describe(db).streamARN == second)
        try await db.put(["pk": "a", "sk": "2"])
        #expect(try await db.records(first).map(\.keys) == [["pk": "a", "sk": "1"]])
        #expect(try await db.records(second).map(\.newImage) == [["pk": "a", "sk": "2"]])
        #expect(try await db.listStreams(ListStreamsRequest(tableName: "tbl")).streams.map(\.arn) == [first, second])
        let statuses = [try await db.describeStream(first).status, try await db.describeStream(second).status]
        #expect(statuses == [.disabled, .enabled])
    }

    @Test(arguments: transports)
    func streamIsNeitherTurnedOnNorOffTwice(_ transport: InMemoryDynamoDB.Transport) async throws {
        let db = TestDatabase(transport)
        try await db.createTable("tbl", stream: .keysOnly)
        for viewType in [StreamViewType.keysOnly, .newImage] {
            #expect(
                try await refusal { try await Self.set(.on(viewType), db) }
                    == "Table already has an enabled stream: TableName: tbl")
        }
        try await Self.set(.off, db)
        #expect(
            try await refusal { try await Self.set(.off, db) } == "Table has no stream to disable: TableName: tbl")
    }
}
