import Synchronization

/// A plan at work: decides for each request what goes wrong with it, and counts.
///
/// One injector may serve several executors, or an executor and a server, which then count together.
public final class FaultInjector: Sendable {
    /// What has become of a rule so far.
    public struct Count: Hashable, Sendable {
        /// How many requests matched the rule.
        public var matched = 0
        /// To how many of them its fault happened.
        public var injected = 0
    }

    public let plan: FaultPlan
    private let state: Mutex<[Count]>

    public init(_ plan: FaultPlan) {
        self.plan = plan
        state = Mutex(Array(repeating: Count(), count: plan.rules.count))
    }

    /// The counts of the rules, in their order.
    public var counts: [Count] { state.withLock { $0 } }
    /// How many faults there have been.
    public var injected: Int { counts.reduce(0) { $0 + $1.injected } }

    /// Whether any rule may strike requests of an operation, so that others need not be looked into.
    public func concerns(operation: String) -> Bool { plan.rules.contains { $0.concerns(operation: operation) } }

    /// What goes wrong with a request; `nil` if nothing does. To be asked once for each request, since it counts.
    public func fault(for request: DynamoDBRequest) -> Fault? {
        let matching = plan.rules.indices.filter { plan.rules[$0].matches(request) }
        guard !matching.isEmpty else { return nil }
        return state.withLock { counts in
            var fault: Fault?
            for index in matching {
                counts[index].matched += 1
                guard fault == nil, strikes(index, number: counts[index].matched) else { continue }
                counts[index].injected += 1
                fault = plan.rules[index].fault
            }
            return fault
        }
    }

    /// Decides by the seed, the rule and the request's number alone, so that it does not matter which task comes first.
    private func strikes(_ rule: Int, number: Int) -> Bool {
        let (requests, probability) = (plan.rules[rule].requests, plan.rules[rule].probability)
        guard requests.contains(number) else { return false }
        guard probability < 1 else { return true }
        var byRule = SplitMix64(seed: plan.seed &+ UInt64(rule))
        var byNumber = SplitMix64(seed: byRule.next() ^ UInt64(number))
        return Double(byNumber.next() >> 11) * 0x1p-53 < probability
    }
}
