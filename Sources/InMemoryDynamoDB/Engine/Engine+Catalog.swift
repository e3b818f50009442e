import Entities
import Synchronization

/// All tables by name.
struct Catalog {
    var tables: [String: Table] = [:]
    /// How many tables have ever been made, for identifiers and the order of locks.
    var created = 0
}

extension Engine {
    /// The table that an operation on items names.
    func table(_ name: String) throws(DynamoDBError) -> Table {
        guard let table = try lookUp(name), isOpen(table) else {
            throw DynamoDBError(.resourceNotFound, "Requested resource not found")
        }
        return table
    }

    /// A table by its name, if it is open and stays so until somebody changes it.
    func openTable(_ name: String) -> OpenTables.Entry? {
        if let entry = openTables.find(name) { return entry }
        return catalog.withLock { catalog in
            guard let table = catalog.tables[name], case .open = table.access else { return nil }
            return openTables.keep(table)
        }
    }

    /// The table that an operation on tables names.
    func describedTable(_ name: String) throws(DynamoDBError) -> Table {
        guard let table = try lookUp(name) else {
            throw DynamoDBError(.resourceNotFound, "Requested resource not found: Table: \(name) not found")
        }
        return table
    }

    /// A table by its name or its ARN.
    private func lookUp(_ name: String) throws(DynamoDBError) -> Table? {
        if let table = catalog.withLock({ $0.tables[name] }) { return isGone(table) ? nil : table }
        guard name.hasPrefix("arn:") else { return nil }
        let name = try account.tableName(named: name)
        guard let table = catalog.withLock({ $0.tables[name] }) else { return nil }
        return isGone(table) ? nil : table
    }

    private func isOpen(_ table: Table) -> Bool {
        switch table.access {
        case .open: true
        case .from(let date): clock() >= date
        case .never: false
        }
    }

    /// Whether the time is up of a table that was deleted, which is then taken out.
    private func isGone(_ table: Table) -> Bool {
        guard case .never(let date) = table.access, clock() >= date else { return false }
        removeTable(table)
        return true
    }

    // MARK: Changes

    /// Adds a table, unless there is one of that name.
    func addTable(_ request: CreateTableRequest) throws(DynamoDBError) -> Table {
        let date = clock()
        let end = options.transitions.end(from: date)
        let settings = TableSettings(request, encryption: account.encryption(request.encryption, nil), at: date)
        return try addTable(request, settings, creationDate: date, access: end > date ? .from(end) : .open) { number in
            Table.identifier(of: request.tableName, number: number, date: date)
        } prepare: { schema, contents in
            contents.begin(.creating, until: end)
            startStream(request.stream, of: schema, in: contents)
        }
    }

    /// Adds a table from a snapshot, which is there at once. Its stream is to be started once its items are there, of which it does not
    /// tell.
    func addTable(_ record: TableRecord) throws(DynamoDBError) -> Table {
        let settings = record.settings(in: account)
        return try addTable(record.definition, settings, creationDate: record.creationDate, access: .open) { _ in
            record.identifier
        } prepare: { _, _ in
        }
    }

    private func addTable(
        _ request: CreateTableRequest, _ settings: TableSettings, creationDate: Date, access: Table.Access,
        identifier: (Int) -> String, prepare: (TableLayout, TableContents) -> Void
    ) throws(DynamoDBError) -> Table {
        // One that was deleted may still be in the way.
        _ = try lookUp(request.tableName)
        let table: Table? = catalog.withLock { catalog in
            guard catalog.tables[request.tableName] == nil else { return nil }
            catalog.created += 1
            let schema = TableLayout(request)
            let contents = TableContents(schema: schema, settings: settings, options: options, clock: clock)
            prepare(schema, contents)
            let store = TableStore(
                contents: contents, arn: account.arn(ofTable: request.tableName),
                identifier: identifier(catalog.created), creationDate: creationDate, lockOrder: catalog.created,
                clock: clock)
            let table = Table(schema: schema, store: store, access: access)
            catalog.tables[request.tableName] = table
            openTables.forget()
            return table
        }
        guard let table else {
            throw DynamoDBError(.resourceInUse, "Table already exists: \(request.tableName)")
        }
        return table
    }

    /// Takes a table out. Requests that have found it already finish on it.
    @discardableResult
    func removeTable(_ table: Table) -> Bool {
        let isRemoved = catalog.withLock { catalog in
            guard catalog.tables[table.name]?.store === table.store else { return false }
            catalog.tables[table.name] = nil
            openTables.forget()
            return true
        }
        // The stream outlives the table, like one that has been turned off.
        if isRemoved { table.locked { $0.endStream() } }
        return isRemoved
    }

    /// Gives a table another layout or access. Requests that have found it already finish with what they know.
    /// - Returns: the table as it is from now on; `nil` if it is gone.
    func replaceTable(
        _ table: Table, access: Table.Access? = nil, _ schema: (TableLayout) -> TableLayout = { $0 }
    ) -> Table? {
        catalog.withLock { catalog in
            guard let current = catalog.tables[table.name], current.store === table.store else { return nil }
            let table = Table(schema: schema(current.schema), store: current.store, access: access ?? current.access)
            catalog.tables[table.name] = table
            openTables.forget()
            return table
        }
    }

    /// All names in order.
    var tableNames: [String] {
        let tables = catalog.withLock { Array($0.tables.values) }
        return tables.filter { !isGone($0) }.map(\.name).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }
}
