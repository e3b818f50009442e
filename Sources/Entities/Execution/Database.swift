/// An executor together with the tables that a program's entities live in: what requests run on.
///
/// ```swift
/// let db = Database(InMemoryDynamoDB(), table: CMS.table)
/// try await db.createTables()
/// ```
public struct Database: Sendable {
    /// What carries the requests out.
    public let executor: any DynamoDBExecutor
    /// The tables, by the name that the definitions give them.
    private let tables: [String: TableSchema]

    /// A database of one table or several.
    ///
    /// A table deployed under a name of its own is given as such: `CMS.table.named("cms-staging")`.
    public init(_ executor: some DynamoDBExecutor, table: TableSchema, _ more: TableSchema...) {
        self.executor = executor
        var tables = [table.definitionName: table]
        for table in more { tables[table.definitionName] = table }
        self.tables = tables
    }

    /// The same tables on another executor, such as a middleware around this one.
    public init(_ executor: some DynamoDBExecutor, tablesOf other: Database) {
        self.executor = executor
        tables = other.tables
    }

    /// The deployed name of a table.
    /// - Throws: `invalidRequest` for a table that the database was not given.
    func name(of table: TableSchema) throws(DynamoDBError) -> String {
        if let known = tables[table.definitionName] { return known.name }
        let names = tables.keys.sorted().joined(separator: ", ")
        throw DynamoDBError(
            .invalidRequest,
            "this Database has no table '\(table.definitionName)', only \(names): give it the table when it is made, "
                + "Database(executor, table: …)")
    }

    /// All tables, in order of their names.
    public var allTables: [TableSchema] { tables.values.sorted { $0.name < $1.name } }

    /// Runs an operation, with its place filled into an error.
    func execute<Operation: DynamoDBOperation>(
        _ operation: Operation, table: String? = nil
    ) async throws(DynamoDBError) -> Operation.Output {
        do {
            return try await executor.execute(operation)
        } catch {
            throw error.at(operation.request.operationName, table: table, origin: operation.origin)
        }
    }
}

extension Database {
    /// Creates the tables that do not exist yet, with their settings. A table that exists is left as it is.
    public func createTables() async throws {
        for table in allTables {
            do {
                _ = try await execute(PlainOperation(table.createRequest), table: table.name)
            } catch {
                guard error.code == .resourceInUse else { throw error }
                continue
            }
            if let attribute = table.timeToLive {
                let request = UpdateTimeToLiveRequest(tableName: table.name, attributeName: attribute)
                _ = try await execute(PlainOperation(request), table: table.name)
            }
            if table.pointInTimeRecovery {
                let request = UpdateContinuousBackupsRequest(tableName: table.name, pointInTimeRecovery: true)
                _ = try await execute(PlainOperation(request), table: table.name)
            }
        }
    }

    /// Deletes the tables with everything in them. A table that does not exist is passed over.
    public func deleteTables() async throws {
        for table in allTables {
            do {
                _ = try await execute(
                    PlainOperation(DeleteTableRequest(tableName: table.name)), table: table.name)
            } catch {
                guard error.code == .resourceNotFound else { throw error }
            }
        }
    }
}
