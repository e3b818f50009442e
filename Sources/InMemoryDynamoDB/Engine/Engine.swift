import Entities
import Synchronization

import struct Foundation.Date

/// The engine: tables, and every operation on them as a function from request to answer.
///
/// It knows nothing of transports. Everything is synchronous; a lock is held only while items are looked up, compared and replaced.
final class Engine: Sendable {
    private struct Catalog {
        var tables: [String: Table] = [:]
        /// How many tables have ever been made, for identifiers and the order of locks.
        var created = 0
    }

    let account: Account
    let clock: @Sendable () -> Date
    let idempotency = IdempotencyRegister()
    let options: InMemoryDynamoDB.Options
    let streams = StreamRegister()
    private let catalog = Mutex(Catalog())

    init(account: Account, options: InMemoryDynamoDB.Options, clock: @escaping @Sendable () -> Date) {
        self.account = account
        self.options = options
        self.clock = clock
    }

    /// Carries out any request.
    func respond(to request: DynamoDBRequest) throws(DynamoDBError) -> DynamoDBResponse {
        switch request {
        case .getItem(let request): .getItem(try getItem(request))
        case .putItem(let request): .putItem(try putItem(request))
        case .updateItem(let request): .updateItem(try updateItem(request))
        case .deleteItem(let request): .deleteItem(try deleteItem(request))
        case .query(let request): .query(try query(request))
        case .scan(let request): .scan(try scan(request))
        case .batchGetItem(let request): .batchGetItem(try batchGetItem(request))
        case .batchWriteItem(let request): .batchWriteItem(try batchWriteItem(request))
        case .transactGetItems(let request): .transactGetItems(try transactGetItems(request))
        case .transactWriteItems(let request): .transactWriteItems(try transactWriteItems(request))
        case .listStreams(let request): .listStreams(try listStreams(request))
        case .describeStream(let request): .describeStream(try describeStream(request))
        case .getShardIterator(let request): .getShardIterator(try getShardIterator(request))
        case .getRecords(let request): .getRecords(try getRecords(request))
        case .createTable(let request): .createTable(try createTable(request))
        case .describeTable(let request): .describeTable(try describeTable(request))
        case .deleteTable(let request): .deleteTable(try deleteTable(request))
        case .listTables(let request): .listTables(try listTables(request))
        case .updateTimeToLive(let request): .updateTimeToLive(try updateTimeToLive(request))
        case .describeTimeToLive(let request): .describeTimeToLive(try describeTimeToLive(request))
        case .updateContinuousBackups(let request): .updateContinuousBackups(try updateContinuousBackups(request))
        }
    }

    // MARK: Tables

    /// The table that an operation on items names.
    func table(_ name: String) throws(DynamoDBError) -> Table {
        guard let table = catalog.withLock({ $0.tables[name] }) else {
            throw DynamoDBError(.resourceNotFound, "Requested resource not found")
        }
        return table
    }

    /// The table that an operation on tables names.
    func describedTable(_ name: String) throws(DynamoDBError) -> Table {
        guard let table = catalog.withLock({ $0.tables[name] }) else {
            throw DynamoDBError(.resourceNotFound, "Requested resource not found: Table: \(name) not found")
        }
        return table
    }

    /// Adds a table, unless there is one of that name.
    func addTable(_ request: CreateTableRequest) throws(DynamoDBError) -> Table {
        let date = clock()
        return try addTable(request, TableSettings(request), creationDate: date, startsStream: true) { number in
            Table.identifier(of: request.tableName, number: number, date: date)
        }
    }

    /// Adds a table from a snapshot. Its stream is to be started once its items are there, of which it does not tell.
    func addTable(_ record: TableRecord) throws(DynamoDBError) -> Table {
        try addTable(record.definition, record.settings, creationDate: record.creationDate, startsStream: false) { _ in
            record.identifier
        }
    }

    private func addTable(
        _ request: CreateTableRequest, _ settings: TableSettings, creationDate: Date, startsStream: Bool,
        identifier: (Int) -> String
    ) throws(DynamoDBError) -> Table {
        let table: Table? = catalog.withLock { catalog in
            guard catalog.tables[request.tableName] == nil else { return nil }
            catalog.created += 1
            let schema = TableLayout(request)
            let contents = TableContents(schema: schema, settings: settings, options: options, clock: clock)
            if startsStream { startStream(request.stream, of: schema, in: contents) }
            let store = TableStore(
                contents: contents, arn: account.arn(ofTable: request.tableName),
                identifier: identifier(catalog.created), creationDate: creationDate, lockOrder: catalog.created)
            let table = Table(schema: schema, store: store)
            catalog.tables[request.tableName] = table
            return table
        }
        guard let table else {
            throw DynamoDBError(.resourceInUse, "Table already exists: \(request.tableName)")
        }
        return table
    }

    /// Takes a table out. Requests that have found it already finish on it.
    func removeTable(_ table: Table) -> Bool {
        let isRemoved = catalog.withLock { catalog in
            guard catalog.tables[table.name]?.store === table.store else { return false }
            catalog.tables[table.name] = nil
            return true
        }
        // The stream outlives the table, like one that has been turned off.
        if isRemoved { table.locked { $0.endStream() } }
        return isRemoved
    }

    /// Gives a table another layout. Requests that have found it already finish with the one that they know.
    /// - Returns: the table as it is from now on; `nil` if it is gone.
    func replaceTable(_ table: Table, schema: TableLayout) -> Table? {
        catalog.withLock { catalog in
            guard catalog.tables[table.name]?.store === table.store else { return nil }
            let table = Table(schema: schema, store: table.store)
            catalog.tables[table.name] = table
            return table
        }
    }

    /// All names in order.
    var tableNames: [String] {
        catalog.withLock { Array($0.tables.keys) }.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }
}
