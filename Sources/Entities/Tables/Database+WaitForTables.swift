extension Database {
    /// Waits until all tables exist and are active, and with them their indexes.
    /// - Parameter attempts: how often each table is asked for at the most, with the pauses of the database's `Backoff` between. By default
    ///   that is about five minutes. It is asked once in any case.
    /// - Throws: `DynamoDBError`; `resourceInUse` when that was not enough, `resourceNotFound` for a table that was there and is gone,
    ///   `cancelled`.
    public func waitUntilTablesActive(attempts: Int = 600) async throws {
        for table in allTables { try await waitUntilActive(table, attempts: attempts) }
    }

    /// Waits until none of the tables exists.
    /// - Parameter attempts: see `waitUntilTablesActive`.
    /// - Throws: `DynamoDBError`; `resourceInUse` when that was not enough, `cancelled`.
    public func waitUntilTablesDeleted(attempts: Int = 600) async throws {
        for table in allTables { try await waitUntilDeleted(table, attempts: attempts) }
    }

    /// A table that is not there yet may come: right after it was created, the service may not know of it.
    func waitUntilActive(_ table: TableSchema, attempts: Int = 600) async throws(DynamoDBError) {
        var wasSeen = false
        try await wait(for: table, "to become active", attempts) { (description) throws(DynamoDBError) in
            if let description {
                wasSeen = true
                return description.isReady
            }
            if wasSeen {
                throw DynamoDBError(.resourceNotFound, "the table was deleted while it was waited for")
                    .at("DescribeTable", table: table.name, origin: RequestOrigin())
            }
            return false
        }
    }

    func waitUntilDeleted(_ table: TableSchema, attempts: Int = 600) async throws(DynamoDBError) {
        try await wait(for: table, "to be deleted", attempts) { $0 == nil }
    }

    /// Asks for a table until it is as it should be.
    private func wait(
        for table: TableSchema, _ purpose: String, _ attempts: Int,
        until isDone: (TableDescription?) throws(DynamoDBError) -> Bool
    ) async throws(DynamoDBError) {
        var attempt = 1
        while true {
            try DynamoDBError.checkCancellation()
            if try isDone(try await description(of: table.name)) { return }
            if attempt >= attempts { break }
            try await backoff.wait(after: attempt)
            attempt += 1
        }
        throw DynamoDBError(
            .resourceInUse,
            "gave up waiting for the table \(purpose) after asking \(attempt == 1 ? "once" : "\(attempt) times")"
        )
        .at("DescribeTable", table: table.name, origin: RequestOrigin())
    }
}

extension TableDescription {
    /// Whether the table is active, and all its indexes.
    fileprivate var isReady: Bool {
        status == .active && indexes.allSatisfy { $0.status?.isUsable ?? true }
    }
}
