import Entities
import Testing

@Suite("Which requests a fault happens to")
struct FaultInjectorTests {
    private static func put(_ table: String = "tbl") -> DynamoDBRequest {
        .putItem(PutItemRequest(tableName: table, item: ["pk": "a"]))
    }

    private static func get(_ table: String = "tbl") -> DynamoDBRequest {
        .getItem(GetItemRequest(tableName: table, key: ["pk": "a"]))
    }

    private static func batch(_ tables: [String: Int]) -> DynamoDBRequest {
        .batchGetItem(
            BatchGetItemRequest(
                tables: tables.mapValues { count in
                    .init(keys: (0..<count).map { ["pk": .number(Number($0))] })
                }))
    }

    @Test func theThirdPutItemOnATable() throws {
        let rule = FaultRule(.throttle(), operations: ["PutItem"], tables: ["tbl"], requests: 3...3)
        let injector = FaultInjector(try FaultPlan([rule]))
        let requests = [
            Self.put(), Self.get(), Self.put("other"), Self.put(), Self.put("other"), Self.put(), Self.put(),
        ]
        #expect(requests.map { injector.fault(for: $0) } == [nil, nil, nil, nil, nil, .throttle(), nil])
        #expect(injector.counts.map(\.matched) == [4])
        #expect(injector.injected == 1)
    }

    @Test func theFirstRuleThatStrikesDecidesAndAllCount() throws {
        let injector = FaultInjector(
            try FaultPlan([
                FaultRule(.internalServerError, requests: 2...2), FaultRule(.serviceUnavailable, requests: 2...3),
            ]))
        #expect(
            (0..<4).map { _ in injector.fault(for: Self.get()) }
                == [nil, .internalServerError, .serviceUnavailable, nil])
        #expect(injector.counts.map(\.matched) == [4, 4])
        #expect(injector.counts.map(\.injected) == [1, 1])
    }

    @Test func tablesOfBatchesAndArnsMatch() throws {
        let injector = FaultInjector(try FaultPlan([FaultRule(.internalServerError, tables: ["tbl"])]))
        #expect(injector.fault(for: Self.batch(["other": 1, "tbl": 1])) != nil)
        #expect(injector.fault(for: Self.batch(["other": 1])) == nil)
        #expect(injector.fault(for: Self.get("arn:aws:dynamodb:us-east-1:123456789012:table/tbl")) != nil)
        #expect(injector.fault(for: .listTables(ListTablesRequest())) == nil)
    }

    /// A batch of one cannot be cut, and a transaction of two has no third action.
    @Test func faultsHappenToWhatTheyCanHappenTo() throws {
        let injector = FaultInjector(
            try FaultPlan([FaultRule(.cutBatch(share: 0.5)), FaultRule(.transactionConflict(actions: [1]))]))
        #expect(injector.fault(for: Self.batch(["tbl": 1])) == nil)
        #expect(injector.fault(for: Self.batch(["tbl": 2])) != nil)
        #expect(injector.fault(for: Self.put()) == nil)
        func gets(_ count: Int) -> DynamoDBRequest {
            .transactGetItems(
                TransactGetItemsRequest(
                    gets: (0..<count).map { .init(tableName: "tbl", key: ["pk": .number(Number($0))]) }))
        }
        #expect(injector.fault(for: gets(1)) == nil)
        #expect(injector.fault(for: gets(2)) != nil)
        #expect(injector.counts.map(\.matched) == [1, 1])
        #expect(injector.concerns(operation: "BatchGetItem"))
        #expect(!injector.concerns(operation: "Query"))
    }

    /// The seed decides which requests; another seed decides otherwise.
    @Test func chanceIsTheSameForTheSameSeed() throws {
        func struck(seed: UInt64) throws -> [Int] {
            let injector = FaultInjector(try FaultPlan([FaultRule(.throttle(), probability: 0.3)], seed: seed))
            return (0..<1000).filter { _ in injector.fault(for: Self.get()) != nil }
        }
        let first = try struck(seed: 1)
        #expect(try struck(seed: 1) == first)
        #expect(try struck(seed: 2) != first)
        #expect((250...350).contains(first.count))
    }

    /// Two rules with the same chance do not strike together.
    @Test func rulesAreIndependent() throws {
        let injector = FaultInjector(
            try FaultPlan([
                FaultRule(.throttle(), probability: 0.5), FaultRule(.internalServerError, probability: 0.5),
            ]))
        let faults = (0..<1000).map { _ in injector.fault(for: Self.get()) }
        #expect((200...300).contains(faults.count { $0 == .internalServerError }))
        #expect((200...300).contains(faults.count { $0 == nil }))
    }

    @Test func asManyFaultsFromManyTasksAsFromOne() async throws {
        let plan = try FaultPlan([FaultRule(.throttle(), requests: 10...900, probability: 0.3)], seed: 5)
        let (alone, together) = (FaultInjector(plan), FaultInjector(plan))
        for _ in 0..<1000 { _ = alone.fault(for: Self.get()) }
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<10 {
                group.addTask { for _ in 0..<100 { _ = together.fault(for: Self.get()) } }
            }
        }
        #expect(together.counts == alone.counts)
        #expect(alone.injected > 0)
    }
}
