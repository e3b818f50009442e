import Entities

extension Engine {
    func createTable(_ request: CreateTableRequest) throws(DynamoDBError) -> TableOutput {
        try CreateTableRules.check(request)
        return TableOutput(table: try addTable(request).description)
    }

    func describeTable(_ request: DescribeTableRequest) throws(DynamoDBError) -> TableOutput {
        try checkTableName(request.tableName)
        return TableOutput(table: try describedTable(request.tableName).description)
    }

    func deleteTable(_ request: DeleteTableRequest) throws(DynamoDBError) -> TableOutput {
        try checkTableName(request.tableName)
        let table = try describedTable(request.tableName)
        guard !table.locked({ $0.settings.deletionProtection }) else {
            throw .invalid(
                "Resource cannot be deleted as it is currently protected against deletion. "
                    + "Disable deletion protection first.")
        }
        var description = table.description
        guard removeTable(table) else {
            throw DynamoDBError(
                .resourceNotFound, "Requested resource not found: Table: \(request.tableName) not found")
        }
        description.status = .deleting
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

    // MARK: Settings

    func updateTimeToLive(_ request: UpdateTimeToLiveRequest) throws(DynamoDBError) -> TimeToLiveOutput {
        var constraints = Constraints()
        constraints.requireTableName(request.tableName)
        constraints.require(
            !request.attributeName.isEmpty, "''", at: "timeToLiveSpecification.attributeName",
            "Member must have length greater than or equal to 1")
        constraints.require(
            request.attributeName.utf8.count <= Limits.keyNameSize, "'\(request.attributeName)'",
            at: "timeToLiveSpecification.attributeName", "Member must have length less than or equal to 255")
        try constraints.check()
        let table = try describedTable(request.tableName)
        return try table.locked { contents throws(DynamoDBError) in
            let current = contents.settings.timeToLiveAttribute
            if request.enabled {
                if current == request.attributeName { throw .invalid("TimeToLive is already enabled") }
                if let current {
                    throw .invalid(
                        "TimeToLive is active on a different AttributeName: current AttributeName is \(current)")
                }
                contents.setTimeToLive(request.attributeName)
            } else {
                guard let current else { throw .invalid("TimeToLive is already disabled") }
                guard current == request.attributeName else {
                    throw .invalid(
                        "TimeToLive is active on a different AttributeName: current AttributeName is \(current)")
                }
                contents.setTimeToLive(nil)
            }
            return TimeToLiveOutput(
                attributeName: request.attributeName, status: request.enabled ? .enabled : .disabled)
        }
    }

    func describeTimeToLive(_ request: DescribeTimeToLiveRequest) throws(DynamoDBError) -> TimeToLiveOutput {
        try checkTableName(request.tableName)
        return try describedTable(request.tableName).locked { contents in
            let attribute = contents.settings.timeToLiveAttribute
            return TimeToLiveOutput(attributeName: attribute, status: attribute == nil ? .disabled : .enabled)
        }
    }

    /// The setting is kept and reported. There are no backups: the engine keeps nothing but the present.
    func updateContinuousBackups(
        _ request: UpdateContinuousBackupsRequest
    ) throws(DynamoDBError) -> ContinuousBackupsOutput {
        try checkTableName(request.tableName)
        guard let table = try? describedTable(request.tableName) else {
            throw DynamoDBError(.tableNotFound, "Table not found: \(request.tableName)")
        }
        table.locked { $0.settings.pointInTimeRecovery = request.pointInTimeRecovery }
        return ContinuousBackupsOutput(pointInTimeRecovery: request.pointInTimeRecovery)
    }
}
