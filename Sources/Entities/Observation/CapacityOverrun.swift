/// More consumed than a budget allows, or nobody knows how much.
public struct CapacityOverrun: Hashable, Sendable {
    /// Such as `Article.published`; `nil` for everything together.
    public var accessPattern: String?
    public var allowed: ReadWriteUnits
    public var consumed: ReadWriteUnits
    public var requests: Int
    /// How many of the requests succeeded without a word on what they consumed: the executor does not say, or was not asked.
    public var unmeasured: Int
}

extension CapacityOverrun: CustomStringConvertible {
    /// `Article.published: 12 read units in 3 requests, 4 read units allowed`
    public var description: String {
        var text =
            "\(accessPattern ?? "all together"): \(consumed) in \(requests) \(requests == 1 ? "request" : "requests")"
        if unmeasured > 0 { text += " (\(unmeasured) of them with unknown consumption)" }
        return text + ", \(allowed) allowed"
    }
}

extension CapacityConsumption {
    /// Where more was consumed than a budget allows, access patterns in order of their names, then everything together; empty if nowhere.
    ///
    /// Requests whose consumption is unknown overrun any bound.
    public func overruns(of budget: CapacityBudget) -> [CapacityOverrun] {
        var overruns = compactMap { row in
            CapacityOverrun(
                row.accessPattern, allowed: budget.accessPatterns[row.accessPattern] ?? budget.others,
                consumed: row.units, requests: row.requests, unmeasured: row.unmeasured)
        }
        let unmeasured = rows.reduce(0) { $0 + $1.unmeasured }
        if let overrun = CapacityOverrun(
            nil, allowed: budget.total, consumed: units, requests: requests, unmeasured: unmeasured)
        {
            overruns.append(overrun)
        }
        return overruns
    }
}

extension CapacityOverrun {
    /// `nil` where the allowance is kept.
    fileprivate init?(
        _ accessPattern: String?, allowed: CapacityBudget.Allowance, consumed: ReadWriteUnits, requests: Int,
        unmeasured: Int
    ) {
        let allowance = allowed.units(for: requests)
        let isUnknown = unmeasured > 0 && allowed != .unlimited
        guard isUnknown || consumed.reads > allowance.reads || consumed.writes > allowance.writes else { return nil }
        self.init(
            accessPattern: accessPattern, allowed: allowance, consumed: consumed, requests: requests,
            unmeasured: unmeasured)
    }
}
