/// Deletes what a plan finds, pass by pass, until one finds nothing.
struct DeletionRun {
    let deletion: DeletionPlan
    let db: Database
    let table: String
    let concurrency: Int

    var plan: QueryPlan { deletion.plan }

    /// How many passes in a row may end without anything deleted.
    private static var patience: Int { 8 }

    /// - Throws: `invalidRequest`.
    init(_ deletion: DeletionPlan, on db: Database, concurrency: Int) throws(DynamoDBError) {
        try DynamoDBError.making(deletion.plan.operationName, deletion.plan.origin) { () throws(DynamoDBError) in
            try DynamoDBError.check(concurrency: concurrency, deletion.plan.origin)
        }
        self.deletion = deletion
        self.db = db
        self.concurrency = concurrency
        table = try db.name(of: deletion.plan.table)
    }

    func run(_ progress: (Deletion) async throws -> Void) async throws -> Deletion {
        var done = Deletion()
        var failures = 0
        while true {
            done.passes += 1
            let before = done.deleted
            let left = try await pass(&done, progress)
            if done.deleted > before {
                failures = 0
            } else {
                guard let left else { return done }
                failures += 1
                guard failures <= Self.patience else { throw left }
            }
            if left != nil { try await db.backoff.wait(after: max(failures, 1)) }
        }
    }

    /// Reads everything once, and deletes it page by page.
    /// - Returns: why something was left, if it was.
    private func pass(
        _ done: inout Deletion, _ progress: (Deletion) async throws -> Void
    ) async throws -> DynamoDBError? {
        var reader = PageReader(Paging<EncodedItem>(plan), on: db)
        var left: DynamoDBError?
        do {
            while let page = try await reader.next() {
                let outcome = try await delete(page.items)
                done.deleted += outcome.deleted
                left = left ?? outcome.left
                if let error = outcome.error { throw error }
                try await progress(done)
            }
        } catch let error as DynamoDBError where error.isRetryable {
            return left ?? error
        }
        return left
    }
}
