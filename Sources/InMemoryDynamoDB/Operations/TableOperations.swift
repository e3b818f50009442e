import Entities

extension Engine {
    func createTable(_ request: CreateTableRequest) throws(DynamoDBError) -> TableOutput {
        try CreateTableRules.check(request)
        return TableOutput(table: try addTable(request).description(at: clock(), isAnswer: true))
    }

    func describeTable(_ request: DescribeTableRequest) throws(DynamoDBError) -> TableOutput {
        try checkManagedName(request.tableName)
        return TableOutput(table: try describedTable(request.tableName).description(at: clock()))
    }

    func deleteTable(_ request: DeleteTableRequest) throws(DynamoDBError) -> TableOutput {
        try checkManagedName(request.tableName)
        let table = try describedTable(request.tableName)
        let now = clock()
        let end = options.transitions.end(from: now)
        var description = try table.locked { contents throws(DynamoDBError) in
            contents.finishTransitions(by: now)
            if let transition = contents.transition { throw .inUse(table.name, transition.status) }
            guard contents.leaving.isEmpty, contents.indexes.allSatisfy({ $0.transition == nil }) else {
                throw .inUse("Cannot delete table while indexes are being created, updated, or deleted.")
            }
            guard !contents.settings.deletionProtection else {
                throw .invalid(
                    "Resource cannot be deleted as it is currently protected against deletion. "
                        + "Disable deletion protection first.")
            }
            contents.begin(.deleting, until: end)
            contents.endStream()
            return table.description(of: contents, at: now, isAnswer: true)
        }
        let isFound = end > now ? replaceTable(table, access: .never(until: end)) != nil : removeTable(table)
        guard isFound else {
            throw DynamoDBError(
                .resourceNotFound, "Requested resource not found: Table: \(request.tableName) not found")
        }
        // The answer has nothing of the indexes any more.
        description.indexes = []
        return TableOutput(table: description)
    }

    func listTables(_ request: ListTablesRequest) throws(DynamoDBError) -> ListTablesOutput {
        var constraints = Constraints()
        constraints.requireAtLeast(1, request.limit, at: "limit")
        constraints.requireAtMost(100, request.limit, at: "limit")
        if let start = request.exclusiveStartTableName {
            constraints.requireNewName(start, at: "exclusiveStartTableName")
        }
        try constraints.check()
        let limit = request.limit ?? 100
        let names = tableNames.filter { name in
            request.exclusiveStartTableName.map { $0.utf8.lexicographicallyPrecedes(name.utf8) } ?? true
        }
        let page = Array(names.prefix(limit))
        return ListTablesOutput(tableNames: page, lastEvaluatedTableName: names.count > limit ? page.last : nil)
    }

    /// Checks the name of a table that is not about items: a name of its own words, or an ARN.
    func checkManagedName(_ name: String) throws(DynamoDBError) {
        guard !name.hasPrefix("arn:") else { return }
        guard Limits.tableNameLength.contains(name.utf8.count) else { throw .managedNameLength }
        try checkTableName(name)
    }
}

extension DynamoDBError {
    static let managedNameLength = DynamoDBError.invalid(
        "TableName must be at least 3 characters long and at most 255 characters long")

    static func inUse(_ reason: String) -> DynamoDBError {
        DynamoDBError(.resourceInUse, "Attempt to change a resource which is still in use: \(reason)")
    }

    static func inUse(_ tableName: String, _ status: TableDescription.Status) -> DynamoDBError {
        let verb =
            switch status {
            case .creating: "created"
            case .deleting: "deleted"
            default: "updated"
            }
        return .inUse("Table is being \(verb): \(tableName)")
    }
}
