import Entities

extension Engine {
    /// Names the attribute by which items expire, or turns that off.
    func updateTimeToLive(_ request: UpdateTimeToLiveRequest) throws(DynamoDBError) -> TimeToLiveOutput {
        try checkManagedName(request.tableName)
        var constraints = Constraints()
        constraints.require(
            !request.attributeName.isEmpty, "''", at: "timeToLiveSpecification.attributeName",
            "Member must have length greater than or equal to 1")
        constraints.require(
            request.attributeName.utf8.count <= Limits.keyNameSize, "'\(request.attributeName)'",
            at: "timeToLiveSpecification.attributeName", "Member must have length less than or equal to 255")
        try constraints.check()
        let table = try describedTable(request.tableName)
        return try table.locked { contents throws(DynamoDBError) in
            try checkSettled(contents, of: table)
            let current = contents.settings.timeToLiveAttribute
            if request.enabled {
                if current == request.attributeName { throw .invalid("TimeToLive is already enabled") }
                if let current { throw Self.otherTimeToLive(current) }
                contents.setTimeToLive(request.attributeName)
                return TimeToLiveOutput(attributeName: request.attributeName, status: .enabled)
            }
            guard let current else { throw .invalid("TimeToLive is already disabled") }
            guard current == request.attributeName else { throw Self.otherTimeToLive(current) }
            contents.setTimeToLive(nil)
            return TimeToLiveOutput(attributeName: nil, status: .disabled)
        }
    }

    private static func otherTimeToLive(_ current: String) -> DynamoDBError {
        .invalid("TimeToLive is active on a different AttributeName: current AttributeName is \(current)")
    }

    func describeTimeToLive(_ request: DescribeTimeToLiveRequest) throws(DynamoDBError) -> TimeToLiveOutput {
        try checkManagedName(request.tableName)
        return try describedTable(request.tableName).locked { contents throws(DynamoDBError) in
            contents.finishTransitions(by: clock())
            if let status = contents.transition?.status, status != .updating {
                throw .invalid(
                    "Cannot describe time to live while table is in \(status.rawValue) state: Current table state is "
                        + status.rawValue)
            }
            let attribute = contents.settings.timeToLiveAttribute
            return TimeToLiveOutput(attributeName: attribute, status: attribute == nil ? .disabled : .enabled)
        }
    }

    /// A table that is being made or deleted keeps its settings.
    func checkSettled(_ contents: TableContents, of table: Table) throws(DynamoDBError) {
        contents.finishTransitions(by: clock())
        guard let status = contents.transition?.status, status != .updating else { return }
        throw .inUse(table.name, status)
    }

    // MARK: Backups

    /// The setting is kept and reported. There are no backups: the engine keeps nothing but the present.
    func updateContinuousBackups(
        _ request: UpdateContinuousBackupsRequest
    ) throws(DynamoDBError) -> ContinuousBackupsOutput {
        try checkManagedName(request.tableName)
        var constraints = Constraints()
        let place = "pointInTimeRecoverySpecification.recoveryPeriodInDays"
        constraints.requireAtLeast(1, request.recoveryPeriodInDays, at: place)
        constraints.requireAtMost(Limits.recoveryDays, request.recoveryPeriodInDays, at: place)
        try constraints.check()
        guard request.pointInTimeRecovery || request.recoveryPeriodInDays == nil else {
            throw .invalid(
                "Invalid Request: Cannot specify RecoveryPeriodInDays when disabling point-in-time recovery.")
        }
        let table = try backedUpTable(request.tableName)
        let now = clock()
        return try table.locked { contents throws(DynamoDBError) in
            try checkSettled(contents, of: table)
            let recovery = contents.settings.pointInTimeRecovery
            contents.settings.pointInTimeRecovery =
                request.pointInTimeRecovery
                ? PointInTimeRecovery(
                    since: recovery?.since ?? now,
                    days: request.recoveryPeriodInDays ?? recovery?.days ?? Limits.recoveryDays) : nil
            return backups(contents)
        }
    }

    func describeContinuousBackups(
        _ request: DescribeContinuousBackupsRequest
    ) throws(DynamoDBError) -> ContinuousBackupsOutput {
        try checkManagedName(request.tableName)
        return try backedUpTable(request.tableName).locked { backups($0) }
    }

    /// The operations on backups have an error of their own.
    private func backedUpTable(_ name: String) throws(DynamoDBError) -> Table {
        do throws(DynamoDBError) {
            return try describedTable(name)
        } catch {
            guard error.code == .resourceNotFound else { throw error }
            throw DynamoDBError(.tableNotFound, "Table not found: \(name)")
        }
    }

    private func backups(_ contents: TableContents) -> ContinuousBackupsOutput {
        guard let recovery = contents.settings.pointInTimeRecovery else {
            return ContinuousBackupsOutput(pointInTimeRecovery: false)
        }
        let now = clock()
        var output = ContinuousBackupsOutput(pointInTimeRecovery: true)
        output.recoveryPeriodInDays = recovery.days
        output.earliestRestorableDate = max(recovery.since, now.addingTimeInterval(-86_400 * Double(recovery.days)))
        output.latestRestorableDate = now
        return output
    }

    // MARK: Account

    /// The quotas that every account starts with.
    func describeLimits() -> DescribeLimitsOutput {
        DescribeLimitsOutput(
            accountMaxReads: 80_000, accountMaxWrites: 80_000, tableMaxReads: 40_000, tableMaxWrites: 40_000)
    }

    func describeEndpoints() -> DescribeEndpointsOutput {
        DescribeEndpointsOutput(endpoints: [.init(address: endpoint, cachePeriod: 1440)])
    }
}
