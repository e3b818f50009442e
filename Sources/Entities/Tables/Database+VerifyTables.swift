extension Database {
    /// Compares the deployed tables with the definitions. Nothing is changed.
    ///
    /// ```swift
    /// for difference in try await db.verifyTables() { print(difference) }
    /// // table cms: index gsi2 projects KEYS_ONLY, the definition says ALL
    /// ```
    /// - Returns: the differences, table by table; none where all is as it should be.
    /// - Throws: `DynamoDBError` for a question that is not answered.
    public func verifyTables() async throws -> [TableDifference] {
        let deployed = try await describeTables()
        return allTables.flatMap { $0.differences(to: deployed[$0.name]) }
    }

    /// Throws unless the deployed tables serve what the definitions promise: for the start of a program.
    /// - Returns: the differences that are not errors.
    /// - Throws: `DynamoDBError`, `tableMismatch` with all errors in its message.
    @discardableResult
    public func requireTables() async throws -> [TableDifference] {
        let differences = try await verifyTables()
        let errors = differences.filter { $0.severity == .error }
        if !errors.isEmpty {
            throw DynamoDBError(
                .tableMismatch,
                "the deployed tables are not what the definitions say:" + errors.map { "\n  \($0)" }.joined())
        }
        return differences
    }
}

extension DynamoDBError.Code {
    /// A deployed table is not what its definition says.
    public static let tableMismatch = Self(rawValue: "TableMismatch")
}
