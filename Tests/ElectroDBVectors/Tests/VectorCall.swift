import Entities

/// The call of a case, as the generator wrote it.
struct VectorCall: Sendable {
    enum Content: Sendable {
        case run(@Sendable (Database) async throws -> Void)
        /// There is no such function, or no such value, in the entity's API. The code is what ElectroDB finds out at run time.
        case doesNotCompile(code: Int, reason: String)
    }

    let id: String
    let table: TableSchema
    let content: Content

    init(_ id: String, on table: TableSchema, _ run: @escaping @Sendable (Database) async throws -> Void) {
        self.id = id
        self.table = table
        content = .run(run)
    }

    init(_ id: String, on table: TableSchema, doesNotCompile code: Int, _ reason: String) {
        self.id = id
        self.table = table
        content = .doesNotCompile(code: code, reason: reason)
    }
}
