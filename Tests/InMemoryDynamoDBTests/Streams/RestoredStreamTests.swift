import Entities
import InMemoryDynamoDB
import Testing

@Suite("Streams and expiry of restored tables")
struct RestoredStreamTests {
    @Test func restoredItemsAreNoChangesAndExpire() async throws {
        let db = TestDatabase(.values, options: ExpiryTests.options(.immediate))
        try await db.createTable("tbl", stream: .newImage)
        try await ExpiryTests.setTimeToLive(db)
        try await db.put(["pk": "a", "sk": "1", "ttl": ExpiryTests.time(db, in: 60)])
        try await db.put(["pk": "a", "sk": "2"])
        let restored = TestDatabase(.values, options: ExpiryTests.options(.immediate))
        try restored.engine.restore(snapshot: try db.engine.snapshot())
        let table = try await restored.engine.execute(PlainOperation(DescribeTableRequest(tableName: "tbl"))).table
        #expect(table.stream == .newImage)
        let arn = try #require(table.streamARN)
        #expect(try await restored.records(arn).isEmpty)
        restored.clock.advance(by: 61)
        #expect(try await ExpiryTests.sorts(restored) == ["2"])
        #expect(try await restored.records(arn).map(\.event) == [.remove])
    }
}
