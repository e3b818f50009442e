extension CapacityMeter {
    /// Runs some code on a database and says what that consumed.
    ///
    /// ```swift
    /// let (page, spent) = try await CapacityMeter.measure(db) { db in
    ///     try await Article.published(tenantID: "acme").page(limit: 20, on: db)
    /// }
    /// #expect(spent.reads <= 2)
    /// ```
    /// - Parameter body: what counts is what runs on the database that it is given.
    public static func measure<Result>(
        _ db: Database, _ body: (Database) async throws -> Result
    ) async rethrows -> (result: Result, consumption: CapacityConsumption) {
        let meter = CapacityMeter()
        let result = try await body(db.observed(by: meter))
        return (result, meter.consumption)
    }

    /// Runs some code on a database, and throws if that consumed too much. What was written stays written.
    ///
    /// ```swift
    /// try await CapacityMeter.withBudget(["Article.get": .reads(0.5)], on: db) { db in
    ///     try await Article.get(tenantID: "acme", articleID: id).run(on: db)
    /// }
    /// ```
    /// - Throws: `CapacityBudgetExceeded` after the code has ended; any error of the code before that.
    @discardableResult
    public static func withBudget<Result>(
        _ budget: CapacityBudget, on db: Database, _ body: (Database) async throws -> Result
    ) async throws -> Result {
        let (result, consumption) = try await measure(db, body)
        let overruns = consumption.overruns(of: budget)
        guard overruns.isEmpty else { throw CapacityBudgetExceeded(overruns: overruns, consumption: consumption) }
        return result
    }

    /// The same with a budget for everything together.
    @discardableResult
    public static func withBudget<Result>(
        reads: Double = 0, writes: Double = 0, on db: Database, _ body: (Database) async throws -> Result
    ) async throws -> Result {
        try await withBudget(CapacityBudget(total: .units(reads: reads, writes: writes)), on: db, body)
    }
}

/// More capacity was consumed than a budget allows.
public struct CapacityBudgetExceeded: Error, Hashable, Sendable {
    public var overruns: [CapacityOverrun]
    /// Everything that was consumed.
    public var consumption: CapacityConsumption
}

extension CapacityBudgetExceeded: CustomStringConvertible {
    /// The overruns, and the whole consumption as a table.
    public var description: String {
        "the budget is exceeded\n" + overruns.map { "  \($0)\n" }.joined() + "\(consumption)"
    }
}
