import Entities
import GeneratedModel
import InMemoryDynamoDB

/// Articles of the press in an engine of their own: what tests with many tasks have in common.
struct Articles {
    let engine = InMemoryDynamoDB()
    /// Without faults.
    let db: Database

    init() async throws {
        db = Database(engine, table: Press.table, backoff: Backoff { _ in await Task.yield() })
        try await db.createTables()
    }

    /// The same table with faults in between.
    func faulty(_ plan: FaultPlan) -> (db: Database, injector: FaultInjector) {
        let injector = FaultInjector(plan)
        return (Database(FaultyExecutor(engine, injector), tablesOf: db), injector)
    }

    func create(_ slug: String, title: String = "0") async throws -> Article {
        try await Article.create(.init(tenantID: "acme", authorID: "ada", slug: slug, title: title)).run(on: db)
    }

    /// All items of the table as they are stored.
    func items() async throws -> [EncodedItem] {
        var items: [EncodedItem] = []
        var request = ScanRequest(tableName: Press.table.name)
        repeat {
            let page = try await engine.execute(PageOperation<EncodedItem>(request))
            items += page.items
            request.exclusiveStartKey = page.lastEvaluatedKey
        } while request.exclusiveStartKey != nil
        return items
    }
}

extension FaultPlan {
    /// Throttles and conflicts, and answers that are lost, at every operation.
    static func everything(seed: UInt64) throws -> FaultPlan {
        try FaultPlan(
            [
                FaultRule(.throttle(), probability: 0.05),
                FaultRule(.transactionConflict(), probability: 0.05),
                FaultRule(.connectionLost(isCarriedOut: true), probability: 0.1),
                FaultRule(.connectionLost(isCarriedOut: false), probability: 0.05),
            ], seed: seed)
    }

    /// What only ever refuses.
    static func refusals(seed: UInt64) throws -> FaultPlan {
        try FaultPlan(
            [FaultRule(.throttle(), probability: 0.1), FaultRule(.transactionConflict(), probability: 0.1)], seed: seed)
    }
}
