import Entities
import InMemoryDynamoDB
import Testing

@Suite("Batches")
struct BatchTests {
    static let transports = InMemoryDynamoDB.Transport.allCases

    @Test(arguments: transports)
    func writesAndReadsSeveralTables(_ transport: InMemoryDynamoDB.Transport) async throws {
        let db = try await TestDatabase.withTable(transport)
        try await db.createTable("other", sort: nil)
        try await db.put(["pk": "a", "sk": "0"])
        let writes = BatchWriteItemRequest(tables: [
            "tbl": [.put(["pk": "a", "sk": "1", "x": 1, "y": 2]), .delete(["pk": "a", "sk": "0"])],
            "other": [.put(["pk": "b"])],
        ])
        let written = try await db.engine.execute(PlainOperation(writes))
        #expect(written.unprocessedItems.isEmpty)
        var keys = BatchGetItemRequest.TableKeys(keys: [["pk": "a", "sk": "0"], ["pk": "a", "sk": "1"]])
        keys.projection = [AttributePath("x")]
        let read = try await db.engine.execute(
            PlainOperation(BatchGetItemRequest(tables: ["tbl": keys, "other": .init(keys: [["pk": "c"]])])))
        #expect(read.items["tbl"] == [["x": 1]])
        #expect(read.items["other"] ?? [] == [])
        #expect(read.unprocessedKeys.isEmpty)
    }

    @Test(arguments: transports)
    func limits(_ transport: InMemoryDynamoDB.Transport) async throws {
        let db = try await TestDatabase.withTable(transport, sort: .number)
        func write(_ writes: [BatchWriteItemRequest.Write]) async throws -> BatchWriteItemOutput {
            try await db.engine.execute(PlainOperation(BatchWriteItemRequest(tables: ["tbl": writes])))
        }
        func read(_ keys: [EncodedItem]) async throws -> BatchGetItemOutput {
            try await db.engine.execute(PlainOperation(BatchGetItemRequest(tables: ["tbl": .init(keys: keys)])))
        }
        func key(_ number: Int) -> EncodedItem { ["pk": "a", "sk": .number(Number(number))] }
        #expect(try await write((0..<25).map { .put(key($0)) }).unprocessedItems.isEmpty)
        #expect(
            try await refusal { try await write((0..<26).map { .put(key($0)) }) }.contains("less than or equal to 25"))
        #expect(
            try await refusal { try await write([.put(key(1)), .delete(key(1))]) }
                == "Provided list of item keys contains duplicates")
        #expect(try await read((0..<100).map(key)).items["tbl"]?.count == 25)
        #expect(try await refusal { try await read((0..<101).map(key)) }.contains("less than or equal to 100"))
        #expect(
            try await refusal { try await read([key(1), key(1)]) } == "Provided list of item keys contains duplicates")
        // One bad item refuses all.
        #expect(
            try await refusal { try await write([.put(key(99)), .put(["pk": "a"])]) }
                == "The provided key element does not match the schema")
        #expect(
            try await refusal { try await write([.put(["pk": "a", "sk": "text"])]) }
                == "The provided key element does not match the schema")
        #expect(try await db.get(key(99)) == nil)
    }

    @Test(arguments: transports)
    func whatExceedsSixteenMegabytesIsLeftUnprocessed(_ transport: InMemoryDynamoDB.Transport) async throws {
        let db = try await TestDatabase.withTable(transport)
        let large = AttributeValue.string(String(repeating: "x", count: 400_000))
        let keys = (0..<45).map { EncodedItem(["pk": "a", "sk": .string("\($0)")]) }
        for key in keys { try await db.put(key.replacing(["x": large])) }
        let output = try await db.engine.execute(
            PlainOperation(BatchGetItemRequest(tables: ["tbl": .init(keys: keys)])))
        #expect(output.items["tbl"]?.count == 41)
        #expect(output.unprocessedKeys["tbl"]?.keys == Array(keys[41...]))
    }
}
