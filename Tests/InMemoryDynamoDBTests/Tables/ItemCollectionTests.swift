import Entities
import InMemoryDynamoDB
import Testing

@Suite("Item collections")
struct ItemCollectionTests {
    static let transports = InMemoryDynamoDB.Transport.allCases

    static func database(
        _ transport: InMemoryDynamoDB.Transport, limit: Int, isLocal: Bool = true
    ) async throws -> TestDatabase {
        var options = InMemoryDynamoDB.Options()
        options.itemCollectionSizeLimit = limit
        let db = TestDatabase(transport, options: options)
        var index = IndexDescription(
            name: "index", keys: KeySchema(partition: ["pk"], sort: ["l"]), projection: .include(["x"]))
        index.isLocal = isLocal
        try await db.createTable("tbl", indexes: [index], types: ["l": .number])
        return db
    }

    /// 30 bytes; with `l` 33, and 33 - 25 in the index.
    static func item(_ sort: String, isIndexed: Bool = false) -> EncodedItem {
        var attributes: [String: AttributeValue] = [
            "pk": "p", "sk": .string(sort), "text": .string(String(repeating: "x", count: 20)),
        ]
        if isIndexed { attributes["l"] = 1 }
        return EncodedItem(attributes)
    }

    @Test(arguments: transports)
    func collectionCannotOutgrowItsLimit(_ transport: InMemoryDynamoDB.Transport) async throws {
        let (plain, indexed) = (Self.item("1").sizeInBytes, Self.item("1", isIndexed: true).sizeInBytes)
        let entry = indexed - 24
        let db = try await Self.database(transport, limit: 2 * plain + indexed + entry)
        try await db.put(Self.item("1", isIndexed: true))
        try await db.put(Self.item("2"))
        try await db.put(Self.item("3"))
        let error = try await failure { try await db.put(Self.item("4")) }
        #expect(error.code == .itemCollectionSizeLimitExceeded)
        #expect(error.message == "Collection size exceeded.")
        _ = try await failure { try await db.put(Self.item("2", isIndexed: true)) }
        _ = try await failure {
            try await db.update(
                ["pk": "p", "sk": "2"],
                UpdateExpression(set: [.init(AttributePath("y"), .operand(.value("y")))]))
        }
        // Another collection has room, and what makes this one smaller is welcome.
        try await db.put(["pk": "q", "sk": "1", "l": 1, "x": "x"])
        try await db.put(Self.item("2"))
        try await db.put(Self.item("1"))
        try await db.delete(["pk": "p", "sk": "3"])
        try await db.put(Self.item("3", isIndexed: true))
        #expect(try await db.scan().count == 4)
    }

    @Test(arguments: transports)
    func transactionCountsAsAWhole(_ transport: InMemoryDynamoDB.Transport) async throws {
        let db = try await Self.database(transport, limit: 2 * Self.item("1").sizeInBytes)
        func put(_ sort: String) -> TransactWriteItemsRequest.Action {
            .put(.init(tableName: "tbl", item: Self.item(sort)))
        }
        let error = try await failure { try await db.transact(put("1"), put("2"), put("3")) }
        #expect(error.code == .transactionCanceled)
        #expect(error.cancellationReasons.map(\.code) == ["None", "None", "ItemCollectionSizeLimitExceeded"])
        #expect(error.cancellationReasons.last?.message == "Collection size exceeded.")
        #expect(try await db.scan().count == 0)
        try await db.transact(put("1"), put("2"))
        // One goes, another comes.
        try await db.transact(.delete(.init(tableName: "tbl", key: ["pk": "p", "sk": "1"])), put("3"))
        try await db.transact(put("1"), .delete(.init(tableName: "tbl", key: ["pk": "p", "sk": "2"])))
        #expect(try await db.scan().count == 2)
    }

    @Test(arguments: transports)
    func tablesWithoutLocalIndexesHaveNoLimit(_ transport: InMemoryDynamoDB.Transport) async throws {
        let db = try await Self.database(transport, limit: 10, isLocal: false)
        let output = try await db.put(Self.item("1", isIndexed: true)) { $0.returnItemCollectionMetrics = .size }
        #expect(output.itemCollectionMetrics == nil)
    }

    /// Sizes are the same whichever way the items came and went.
    @Test func sizesOfIndexesAreExact() async throws {
        let db = try await Self.database(.values, limit: 1_000_000_000)
        var random = SplitMix64(seed: 3)
        var model: [String: EncodedItem] = [:]
        for _ in 0..<1000 {
            let sort = "\(random.next() % 30)"
            switch random.next() % 5 {
            case 0:
                try await db.delete(["pk": "p", "sk": .string(sort)])
                model[sort] = nil
            default:
                var attributes: [String: AttributeValue] = [
                    "pk": "p", "sk": .string(sort),
                    "y": .string(String(repeating: "y", count: Int(random.next() % 50))),
                ]
                if random.next() % 2 == 0 { attributes["l"] = .number(Number(Int(random.next() % 10_000))) }
                if random.next() % 2 == 0 {
                    attributes["x"] = .string(String(repeating: "x", count: Int(random.next() % 50)))
                }
                let item = EncodedItem(attributes)
                try await db.put(item)
                model[sort] = item
            }
        }
        let table = try await db.engine.execute(PlainOperation(DescribeTableRequest(tableName: "tbl"))).table
        #expect(table.sizeInBytes == model.values.reduce(0) { $0 + $1.sizeInBytes })
        let entries = model.values.filter { $0["l"] != nil }.map { $0.replacing(["y": AttributeValue?.none]) }
        #expect(table.indexes.first?.sizeInBytes == entries.reduce(0) { $0 + $1.sizeInBytes })
        for sort in model.keys { try await db.delete(["pk": "p", "sk": .string(sort)]) }
        let empty = try await db.engine.execute(PlainOperation(DescribeTableRequest(tableName: "tbl"))).table
        #expect(empty.indexes.first?.sizeInBytes == 0)
        // Nothing is left of the collection either.
        let output = try await db.delete(["pk": "p", "sk": "1"]) { $0.returnItemCollectionMetrics = .size }
        #expect(output.itemCollectionMetrics?.sizeEstimate.lowerBound == 0)
    }
}
