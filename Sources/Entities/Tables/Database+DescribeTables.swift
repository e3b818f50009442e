extension Database {
    /// The tables as they are deployed, by their names there; those that do not exist are missing. The settings of a table that is being
    /// made or deleted cannot be asked for, and are left as those of a new one.
    /// - Throws: `DynamoDBError`.
    public func describeTables() async throws -> [String: DeployedTable] {
        var deployed: [String: DeployedTable] = [:]
        for table in allTables { deployed[table.name] = try await describe(table.name) }
        return deployed
    }

    /// What there is under this name; `nil` where there is nothing.
    func description(of table: String) async throws(DynamoDBError) -> TableDescription? {
        do {
            return try await execute(PlainOperation(DescribeTableRequest(tableName: table)), table: table).table
        } catch {
            guard error.code == .resourceNotFound else { throw error }
            return nil
        }
    }

    private func describe(_ table: String) async throws(DynamoDBError) -> DeployedTable? {
        guard let description = try await description(of: table) else { return nil }
        var deployed = DeployedTable(description: description)
        guard description.status.isUsable else { return deployed }
        let expiry = try await execute(PlainOperation(DescribeTimeToLiveRequest(tableName: table)), table: table)
        if expiry.status == .enabled || expiry.status == .enabling { deployed.timeToLive = expiry.attributeName }
        deployed.pointInTimeRecovery = try await ifKnown { () throws(DynamoDBError) in
            let request = DescribeContinuousBackupsRequest(tableName: table)
            return try await execute(PlainOperation(request), table: table).pointInTimeRecovery
        }
        if let arn = description.arn {
            deployed.tags = try await ifKnown { () throws(DynamoDBError) in try await tags(of: arn, table: table) }
        }
        return deployed
    }

    private func tags(of arn: String, table: String) async throws(DynamoDBError) -> [String: String] {
        var tags: [String: String] = [:]
        var token: String?
        repeat {
            let request = ListTagsOfResourceRequest(resourceARN: arn, nextToken: token)
            let page = try await execute(PlainOperation(request), table: table)
            tags.merge(page.tags) { $1 }
            token = page.nextToken
        } while token != nil
        return tags
    }

    /// The answer; `nil` from an endpoint that does not know the operation.
    private func ifKnown<Answer>(
        _ ask: () async throws(DynamoDBError) -> Answer
    ) async throws(DynamoDBError) -> Answer? {
        do throws(DynamoDBError) {
            return try await ask()
        } catch {
            guard error.code == .unknownOperation else { throw error }
            return nil
        }
    }
}

extension TableDescription.Status {
    /// Whether items can be read and written.
    var isUsable: Bool { self == .active || self == .updating }
}
