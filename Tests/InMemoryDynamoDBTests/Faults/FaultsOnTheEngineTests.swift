import Entities
import Foundation
import InMemoryDynamoDB
import Testing

/// Faults in front of an engine that has data: what is there afterwards. The examples of docs/Faults.md stand here.
@Suite("Faults on the engine")
struct FaultsOnTheEngineTests {
    private let database: TestDatabase

    init() async throws {
        database = try await TestDatabase.withTable(.values, sort: nil)
    }

    private func put(_ key: String, _ executor: some DynamoDBExecutor) async throws {
        let request = PutItemRequest(tableName: "tbl", item: ["pk": .string(key)])
        _ = try await executor.execute(WriteItemOperation<EncodedItem>(request))
    }

    @Test func lostBeforeOrAfterTheWriteLooksTheSame() async throws {
        // example: lost
        let plan = try FaultPlan([
            FaultRule(.connectionLost(isCarriedOut: false), operations: ["PutItem"], requests: 1...1),
            FaultRule(.connectionLost(isCarriedOut: true), operations: ["PutItem"], requests: 2...2),
        ])
        let injector = FaultInjector(plan)
        let faulty = FaultyExecutor(database.engine, injector)
        // end
        for key in ["before", "after", "third"] {
            guard key != "third" else {
                try await put(key, faulty)
                break
            }
            let error = try await failure { try await put(key, faulty) }
            #expect(error.code == .connection)
        }
        #expect(try await database.get(["pk": "before"]) == nil)
        #expect(try await database.get(["pk": "after"]) == ["pk": "after"])
        #expect(try await database.get(["pk": "third"]) == ["pk": "third"])
        #expect(injector.counts.map(\.injected) == [1, 1])
    }

    @Test func aTransactionThatWasCarriedOutIsNotCarriedOutAgain() async throws {
        try await put("a", database.engine)
        let plan = try FaultPlan([FaultRule(.timeOut(isCarriedOut: true), requests: 1...1)])
        let faulty = FaultyExecutor(database.engine, FaultInjector(plan))
        let update = UpdateItemRequest(
            tableName: "tbl", key: ["pk": "a"],
            update: UpdateExpression(add: [.init(AttributePath("count"), .value(1))]))
        let request = TransactWriteItemsRequest(actions: [.update(update)], clientRequestToken: "once")
        let error = try await failure { try await faulty.execute(PlainOperation(request)) }
        #expect(error.code == .timeout)
        _ = try await faulty.execute(PlainOperation(request))
        #expect(try await database.get(["pk": "a"]) == ["pk": "a", "count": 1])
    }

    @Test func aCutBatchReadsAndWritesTheRest() async throws {
        let plan = try FaultPlan([FaultRule(.cutBatch(share: 0.5), requests: 1...2)])
        let faulty = FaultyExecutor(database.engine, FaultInjector(plan))
        let items = (0..<10).map { EncodedItem(["pk": .string("\($0)")]) }
        let request = BatchWriteItemRequest(tables: ["tbl": items.map { .put($0) }])
        let written = try await faulty.execute(PlainOperation(request))
        #expect(written.unprocessedItems["tbl"]?.count == 5)
        #expect(try await database.scan().count == 5)
        let rest = BatchWriteItemRequest(tables: written.unprocessedItems)
        let restOutput = try await faulty.execute(PlainOperation(rest))
        #expect(restOutput.unprocessedItems["tbl"]?.count == 3)
        _ = try await faulty.execute(PlainOperation(BatchWriteItemRequest(tables: restOutput.unprocessedItems)))
        #expect(try await database.scan().count == 10)

        let readPlan = try FaultPlan([FaultRule(.cutBatch(share: 0.3), operations: ["BatchGetItem"])])
        let read = try await FaultyExecutor(database.engine, FaultInjector(readPlan)).execute(
            PlainOperation(BatchGetItemRequest(tables: ["tbl": .init(keys: items)])))
        #expect(read.items["tbl"]?.count == 7)
        #expect(Set((read.items["tbl"] ?? []) + (read.unprocessedKeys["tbl"]?.keys ?? [])) == Set(items))
    }

    /// The page shows code that is compiled here, word for word.
    @Test func theExampleOfTheDocumentationIsCompiled() throws {
        let file = URL(filePath: #filePath)
        let source = try String(contentsOf: file, encoding: .utf8)
        let root = (0..<4).reduce(file) { url, _ in url.deletingLastPathComponent() }
        let page = try String(contentsOf: root.appending(path: "docs/Faults.md"), encoding: .utf8)
        let blocks = page.components(separatedBy: "```swift\n").dropFirst().compactMap {
            $0.components(separatedBy: "\n```").first
        }
        #expect(blocks.count == 1)
        let lines = source.components(separatedBy: "\n").map { $0.hasPrefix("        ") ? String($0.dropFirst(8)) : $0 }
        let dedented = lines.joined(separator: "\n")
        for block in blocks { #expect(dedented.contains(block), "\(block)") }
    }
}
