import Entities
import InMemoryDynamoDB
import Testing

/// Known answers: the service's documentation, and captures of the service that other emulators were checked against.
@Suite("Consumed capacity")
struct CapacityTests {
    static let transports = InMemoryDynamoDB.Transport.allCases

    static func text(_ count: Int) -> AttributeValue { .string(String(repeating: "x", count: count)) }

    @Test(arguments: transports, [(7, 1.0), (4000, 1.0), (4096, 1.0), (4097, 2.0), (20_000, 5.0)])
    func readsAreRoundedToFourKilobytes(
        _ transport: InMemoryDynamoDB.Transport, _ example: (size: Int, units: Double)
    ) async throws {
        let db = try await TestDatabase.withTable(transport)
        // `pk`, `a`, `sk`, `1` and `x` are seven bytes.
        let item: EncodedItem = ["pk": "a", "sk": "1", "x": Self.text(example.size - 7)]
        try await db.put(item)
        #expect(item.sizeInBytes == example.size)
        for (consistent, factor) in [(true, 1.0), (false, 0.5)] {
            var request = GetItemRequest(tableName: "tbl", key: ["pk": "a", "sk": "1"])
            request.consistentRead = consistent
            request.returnConsumedCapacity = .total
            let output = try await db.engine.execute(GetItemOperation<EncodedItem>(request))
            #expect(
                output.consumedCapacity == [
                    ConsumedCapacity(tableName: "tbl", units: .init(total: example.units * factor))
                ])
        }
    }

    @Test(arguments: transports)
    func writesArePricedByTheLargerImage(_ transport: InMemoryDynamoDB.Transport) async throws {
        let db = try await TestDatabase.withTable(transport)
        func units(_ output: WriteItemOutput<EncodedItem>) -> Double? { output.consumedCapacity.first?.units.total }
        let large: EncodedItem = ["pk": "a", "sk": "1", "x": Self.text(3000)]
        #expect(units(try await db.put(large) { $0.returnConsumedCapacity = .total }) == 3)
        #expect(units(try await db.put(["pk": "a", "sk": "1"]) { $0.returnConsumedCapacity = .total }) == 3)
        #expect(units(try await db.delete(["pk": "a", "sk": "1"]) { $0.returnConsumedCapacity = .total }) == 1)
        #expect(units(try await db.delete(["pk": "a", "sk": "1"]) { $0.returnConsumedCapacity = .total }) == 1)
    }

    static let indexes = [
        IndexDescription(name: "all", keys: KeySchema(partition: ["g"])),
        IndexDescription(name: "some", keys: KeySchema(partition: ["g"]), projection: .include(["p"])),
        IndexDescription(
            name: "local", keys: KeySchema(partition: ["pk"], sort: ["h"]), projection: .keysOnly, isLocal: true),
    ]

    @Test(arguments: transports)
    func indexesArePricedByWhatTheySeeOfAWrite(_ transport: InMemoryDynamoDB.Transport) async throws {
        let db = try await TestDatabase.withTable(
            transport, indexes: Self.indexes, types: ["g": .string, "h": .string])
        func put(_ item: EncodedItem) async throws -> ConsumedCapacity? {
            try await db.put(item) { $0.returnConsumedCapacity = .indexes }.consumedCapacity.first
        }
        let base: EncodedItem = ["pk": "a", "sk": "1", "g": "x", "p": "p", "other": Self.text(3000)]
        let first = try #require(try await put(base))
        #expect(first.table?.total == 3)
        #expect(first.globalIndexes.mapValues(\.total) == ["all": 3, "some": 1])
        #expect(first.localIndexes.isEmpty)
        #expect(first.units.total == 7)
        // The same again: no index changes, and none is listed.
        let same = try #require(try await put(base))
        #expect(same.globalIndexes.isEmpty)
        #expect(same.units.total == 3)
        // Outside of one projection, inside of the other.
        let other = try #require(try await put(base.replacing(["other": "x"])))
        #expect(other.globalIndexes.mapValues(\.total) == ["all": 3])
        // A moved entry is deleted and put.
        let moved = try #require(try await put(base.replacing(["other": "x", "g": "y", "h": "1"])))
        #expect(moved.globalIndexes.mapValues(\.total) == ["all": 2, "some": 2])
        #expect(moved.localIndexes.mapValues(\.total) == ["local": 1])
        let deleted = try await db.delete(["pk": "a", "sk": "1"]) { $0.returnConsumedCapacity = .indexes }
        #expect(deleted.consumedCapacity.first?.globalIndexes.mapValues(\.total) == ["all": 1, "some": 1])
    }

    @Test(arguments: transports)
    func queriesSumBeforeTheyRound(_ transport: InMemoryDynamoDB.Transport) async throws {
        let db = try await TestDatabase.withTable(
            transport, indexes: Self.indexes, types: ["g": .string, "h": .string])
        for number in 0..<10 {
            try await db.put([
                "pk": "a", "sk": .string("\(number)"), "g": "x", "h": "1", "other": Self.text(1000),
            ])
        }
        func capacity(
            _ condition: KeyCondition, _ index: String?, _ change: (inout QueryRequest) -> Void = { _ in }
        ) async throws -> ConsumedCapacity? {
            try await db.query(condition, index: index) {
                $0.returnConsumedCapacity = .indexes
                change(&$0)
            }.consumedCapacity.first
        }
        #expect(try await capacity(.partition("a"), nil)?.units.total == 1.5)
        #expect(try await capacity(.partition("a"), nil) { $0.consistentRead = true }?.units.total == 3)
        #expect(try await capacity(.partition("none"), nil)?.units.total == 0.5)
        // A filter and a count cost the same.
        #expect(
            try await capacity(.partition("a"), nil) {
                $0.filter = .notExists(.name("other"))
                $0.select = .count
            }?.units.total == 1.5)
        let global = try await capacity(.partition("x", named: "g"), "some")
        #expect(global?.globalIndexes.mapValues(\.total) == ["some": 0.5])
        #expect(global?.table?.total == 0)
        // What a local index lacks is fetched item by item.
        let local = try await capacity(.partition("a"), "local") { $0.select = .allAttributes }
        #expect(local?.localIndexes.mapValues(\.total) == ["local": 0.5])
        #expect(local?.table?.total == 5)
    }

    @Test(arguments: transports)
    func transactionsCostDouble(_ transport: InMemoryDynamoDB.Transport) async throws {
        let db = try await TestDatabase.withTable(transport)
        let put = TransactionTests.put(["pk": "a", "sk": "1", "x": Self.text(1500)])
        let output = try await db.transact(put, token: "t") { $0.returnConsumedCapacity = .total }
        #expect(output.consumedCapacity == [.init(tableName: "tbl", units: .init(total: 4, write: 4))])
        // A repeat only reads.
        let again = try await db.transact(put, token: "t") { $0.returnConsumedCapacity = .total }
        #expect(again.consumedCapacity == [.init(tableName: "tbl", units: .init(total: 2, read: 2))])
        var gets = TransactGetItemsRequest(gets: [.init(tableName: "tbl", key: ["pk": "a", "sk": "1"])])
        gets.returnConsumedCapacity = .total
        let read = try await db.engine.execute(PlainOperation(gets))
        #expect(read.consumedCapacity == [.init(tableName: "tbl", units: .init(total: 2, read: 2))])
    }

    // Measured on DynamoDB: https://github.com/nubo-db/dynoxide/pull/188.
    @Test(arguments: transports)
    func transactionsCostDoubleOnTheTableAlone(_ transport: InMemoryDynamoDB.Transport) async throws {
        let db = try await TestDatabase.withTable(
            transport, indexes: Self.indexes, types: ["g": .string, "h": .string])
        let put = TransactionTests.put(["pk": "a", "sk": "1", "g": "x", "h": "1", "x": Self.text(1500)])
        let output = try await db.transact(put) { $0.returnConsumedCapacity = .indexes }
        let capacity = try #require(output.consumedCapacity.first)
        #expect(capacity.table?.write == 4)
        #expect(capacity.globalIndexes.mapValues(\.write) == ["all": 2, "some": 1])
        #expect(capacity.localIndexes.mapValues(\.write) == ["local": 1])
        #expect(capacity.units.total == 8)
    }

    @Test("A repeated transaction is a read of what the first one met, if that is gone", arguments: transports)
    func repeatedDelete(_ transport: InMemoryDynamoDB.Transport) async throws {
        let db = try await TestDatabase.withTable(transport)
        try await db.put(["pk": "a", "sk": "1", "x": Self.text(9000)])
        let delete = TransactWriteItemsRequest.Action.delete(
            DeleteItemRequest(tableName: "tbl", key: ["pk": "a", "sk": "1"]))
        for units in [ConsumedCapacity.Units(total: 18, write: 18), .init(total: 6, read: 6)] {
            let output = try await db.transact(delete, token: "t") { $0.returnConsumedCapacity = .total }
            #expect(output.consumedCapacity == [.init(tableName: "tbl", units: units)])
        }
    }

    @Test(arguments: transports)
    func batchesRoundEachItem(_ transport: InMemoryDynamoDB.Transport) async throws {
        let db = try await TestDatabase.withTable(transport)
        var write = BatchWriteItemRequest(tables: [
            "tbl": (0..<3).map { .put(["pk": "a", "sk": .string("\($0)"), "x": Self.text(1100)]) }
        ])
        write.returnConsumedCapacity = .total
        #expect(try await db.engine.execute(PlainOperation(write)).consumedCapacity.map(\.units.total) == [6])
        var read = BatchGetItemRequest(tables: [
            "tbl": .init(keys: (0..<4).map { ["pk": "a", "sk": .string("\($0)")] })
        ])
        read.returnConsumedCapacity = .total
        #expect(try await db.engine.execute(PlainOperation(read)).consumedCapacity.map(\.units.total) == [2])
    }

    @Test(arguments: transports)
    func collectionsAreMeasuredWhereThereAreLocalIndexes(_ transport: InMemoryDynamoDB.Transport) async throws {
        let db = try await TestDatabase.withTable(
            transport, indexes: [Self.indexes[2]], types: ["h": .string])
        let output = try await db.put(["pk": "a", "sk": "1"]) { $0.returnItemCollectionMetrics = .size }
        #expect(output.itemCollectionMetrics == ItemCollectionMetrics(key: ["pk": "a"], sizeEstimate: 0...1))
        let plain = try await TestDatabase.withTable(transport)
        let none = try await plain.put(["pk": "a", "sk": "1"]) { $0.returnItemCollectionMetrics = .size }
        #expect(none.itemCollectionMetrics == nil)
    }
}
