/// What a range of a query compares where an entity's keys are in ElectroDB's format.
public enum KeyComparison: Hashable, Sendable {
    /// The values: a range means what it says to the value, which is the default.
    case values
    /// The texts of the keys, as ElectroDB's `compare: "keys"` does, its default. `above(x)` has the keys that go on behind `x` too,
    /// `through(x)` does not, and one-sided ranges go beyond the parts before, to the end of the entity.
    case keys
}

/// What a query asks of its sort key, in either comparison.
struct SortKeyComparisons: Hashable, Sendable {
    private let sortKey: String
    private let values: SortKeyCondition.Kind
    private let keys: SortKeyCondition.Kind

    /// `nil` where there is one comparison only.
    init?(_ condition: SortKeyCondition, of sortKey: String) {
        guard let keys = condition.kindByKeys else { return nil }
        self.sortKey = sortKey
        values = condition.kind
        self.keys = keys
    }

    fileprivate func choose(_ comparison: KeyComparison, in plan: inout QueryPlan) {
        let kind = comparison == .keys ? keys : values
        if case .range(let range) = kind {
            plan.read.keyCondition?.range = .init(sortKey, range)
        } else {
            plan.read.keyCondition?.range = nil
        }
        plan.isEmpty = kind == .nothing
    }
}

extension QueryPlan {
    func comparing(_ comparison: KeyComparison) -> QueryPlan {
        var plan = self
        comparisons?.choose(comparison, in: &plan)
        return plan
    }
}

extension Query where E: ElectroDBEntity {
    /// Compares values or the texts of keys. Ranges of native indexes and of numeric keys are the same under both.
    public func comparing(_ comparison: KeyComparison) -> Self {
        var copy = self
        copy.plan = plan.comparing(comparison)
        return copy
    }
}

extension LookupQuery where Source.LookupRecord: ElectroDBEntity {
    /// Compares values or the texts of keys. Ranges of native indexes and of numeric keys are the same under both.
    public func comparing(_ comparison: KeyComparison) -> Self {
        var copy = self
        copy.plan = plan.comparing(comparison)
        return copy
    }
}

extension CollectionQuery where C: ElectroDBCollection {
    /// Compares values or the texts of keys. Ranges of native indexes and of numeric keys are the same under both.
    public func comparing(_ comparison: KeyComparison) -> Self {
        with { $0.query = $0.query.comparing(comparison) }
    }
}
