/// An executor together with the tables that a program's entities live in: what requests run on.
///
/// ```swift
/// let db = Database(InMemoryDynamoDB(), table: CMS.table)
/// try await db.createTables()
/// ```
public struct Database: Sendable {
    /// What carries the requests out.
    public let executor: any DynamoDBExecutor
    /// The same, if its answers are there at once.
    private let immediate: (any ImmediateExecutor)?
    /// How long it is waited before what the service left undone is asked for again.
    let backoff: Backoff
    /// What cursors are sealed with; `nil` where they are not.
    let cursorKeys: CursorKeys?
    /// What it is narrowed to; what it keeps for itself begins with it, too.
    var tenant: TenantSlice?
    /// Who asks, where a request is about several entities.
    private(set) var origin = RequestOrigin()
    /// The tables, each with another name in the definitions. They are few: a search is faster than hashing.
    private var tables: [TableSchema]

    /// A database of one table or several.
    ///
    /// A table deployed under a name of its own is given as such: `CMS.table.named("cms-staging")`.
    /// - Parameters:
    ///   - backoff: how long it is waited before what the service left undone is asked for again.
    ///   - cursorKeys: what keeps clients from making up cursors. Without, a cursor is only checked to belong to its query.
    public init(
        _ executor: some DynamoDBExecutor, table: TableSchema, _ more: TableSchema..., backoff: Backoff = .standard,
        cursorKeys: CursorKeys? = nil
    ) {
        self.executor = executor
        immediate = executor as? any ImmediateExecutor
        self.backoff = backoff
        self.cursorKeys = cursorKeys
        tables = [table]
        for table in more { add(table) }
    }

    /// The same tables on another executor, such as a middleware around this one.
    public init(_ executor: some DynamoDBExecutor, tablesOf other: Database) {
        self.executor = executor
        immediate = executor as? any ImmediateExecutor
        backoff = other.backoff
        cursorKeys = other.cursorKeys
        tenant = other.tenant
        origin = other.origin
        tables = other.tables
    }

    /// The same database with a table under another name, such as that of one tenant or of a test.
    ///
    /// ```swift
    /// try await article.run(on: db.using(CMS.table.named("cms-staging")))
    /// ```
    public func using(_ table: TableSchema) -> Database {
        var copy = self
        copy.add(table)
        return copy
    }

    /// The same database, whose requests about several entities have a name: transactions and batches.
    ///
    /// ```swift
    /// try await db.named("checkout").transact { … }
    /// ```
    /// Meters, traces, logs and errors tell them apart by it. What is about one entity is named by that and its access pattern as always.
    public func named(_ operation: String) -> Database {
        var copy = self
        copy.origin = RequestOrigin(accessPattern: operation)
        return copy
    }

    /// Adds a table, in place of one with the same name in the definitions.
    private mutating func add(_ table: TableSchema) {
        if let index = tables.firstIndex(where: { $0.definitionName == table.definitionName }) {
            tables[index] = table
        } else {
            tables.append(table)
        }
    }

    /// The deployed name of a table.
    /// - Throws: `invalidRequest` for a table that the database was not given.
    func name(of table: TableSchema) throws(DynamoDBError) -> String {
        let name = table.definitionName
        for known in tables where known.definitionName == name { return known.name }
        let names = tables.map(\.definitionName).sorted().joined(separator: ", ")
        throw DynamoDBError(
            .invalidRequest,
            "this Database has no table '\(table.definitionName)', only \(names): give it the table when it is made, "
                + "Database(executor, table: …)")
    }

    /// All tables, in order of their names.
    public var allTables: [TableSchema] { tables.sorted { $0.name < $1.name } }

    /// Runs an operation, with its place filled into an error.
    @inlinable
    func execute<Operation: DynamoDBOperation>(
        _ operation: Operation, table: String? = nil
    ) async throws(DynamoDBError) -> Operation.Output {
        do throws(DynamoDBError) {
            guard let response = try respond(to: operation.request) else {
                return try await executor.execute(operation)
            }
            return try operation.output(of: response)
        } catch {
            throw error.placed(in: operation.request, table: table, operation.origin)
        }
    }

    /// The answer, if it is there at once.
    @usableFromInline
    func respond(to request: DynamoDBRequest) throws(DynamoDBError) -> DynamoDBResponse? {
        try immediate?.respond(to: request)
    }
}
