import Entities
import GeneratedModel
import TestExecutors

/// Articles of the press in a table of their own: what tests with many tasks have in common.
struct Articles {
    /// Without faults.
    let db: Database

    init(backoff: Backoff = Backoff { _ in await Task.yield() }) async throws {
        db = try TestExecutor.standard.database(Press.table, backoff: backoff)
        try await db.createTables()
    }

    func create(_ slug: String, title: String = "0") async throws -> Article {
        try await Article.create(.init(tenantID: "acme", authorID: "ada", slug: slug, title: title)).run(on: db)
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
