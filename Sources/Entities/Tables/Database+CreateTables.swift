extension Database {
    /// Creates the tables that do not exist yet, with their settings, and waits until they can be used. A table that exists is left as it
    /// is, whatever it is like: `verifyTables` tells whether it is what the definition says.
    /// - Throws: `DynamoDBError`; `resourceInUse` for a table that does not become active.
    public func createTables() async throws {
        for table in allTables { try await create(table) }
    }

    /// Deletes the tables with everything in them, and waits until they are gone. A table that does not exist is passed over.
    /// - Throws: `DynamoDBError`; `resourceInUse` for a table that does not go away.
    public func deleteTables() async throws {
        for table in allTables { try await delete(table) }
    }

    private func create(_ table: TableSchema) async throws(DynamoDBError) {
        let created: TableDescription
        do {
            created = try await execute(PlainOperation(table.createRequest), table: table.name).table
        } catch {
            guard error.code == .resourceInUse else { throw error }
            return try await waitUntilActive(table)
        }
        if created.status != .active { try await waitUntilActive(table) }
        if let attribute = table.timeToLive {
            let request = UpdateTimeToLiveRequest(tableName: table.name, attributeName: attribute)
            _ = try await execute(PlainOperation(request), table: table.name)
        }
        if table.pointInTimeRecovery {
            let request = UpdateContinuousBackupsRequest(tableName: table.name, pointInTimeRecovery: true)
            _ = try await execute(PlainOperation(request), table: table.name)
        }
    }

    private func delete(_ table: TableSchema) async throws(DynamoDBError) {
        do {
            _ = try await execute(PlainOperation(DeleteTableRequest(tableName: table.name)), table: table.name)
        } catch {
            guard error.code == .resourceNotFound else { throw error }
            return
        }
        try await waitUntilDeleted(table)
    }
}
