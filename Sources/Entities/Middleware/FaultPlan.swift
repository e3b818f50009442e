/// What is to go wrong, and when: rules in order, and a seed for those that leave it to chance.
///
/// A request is compared with all rules, and each counts it that it matches. The first rule that strikes decides what happens. Given the
/// same requests in the same order the same faults happen; when requests come at once, then to the same numbers of them.
public struct FaultPlan: Hashable, Sendable {
    public let rules: [FaultRule]
    public let seed: UInt64

    /// - Throws: `FaultPlanError` for a rule that contradicts itself or can never strike.
    public init(_ rules: [FaultRule], seed: UInt64 = 0) throws(FaultPlanError) {
        for (index, rule) in rules.enumerated() {
            if let problem = rule.problem { throw FaultPlanError(rule: index + 1, problem) }
        }
        self.rules = rules
        self.seed = seed
    }
}

/// Why a plan is none.
public struct FaultPlanError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The number of the rule, from 1.
    public var rule: Int?
    /// The line of the file, from 1.
    public var line: Int?
    public var reason: String

    public init(rule: Int? = nil, line: Int? = nil, _ reason: String) {
        self.rule = rule
        self.line = line
        self.reason = reason
    }

    /// `line 7, rule 2: there is no operation PutItems`
    public var description: String {
        let place = [line.map { "line \($0)" }, rule.map { "rule \($0)" }].compactMap { $0 }
        return place.isEmpty ? reason : "\(place.joined(separator: ", ")): \(reason)"
    }
}
