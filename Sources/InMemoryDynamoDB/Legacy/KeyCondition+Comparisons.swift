import Entities

extension KeyCondition {
    /// `KeyConditions`: a comparison of each attribute.
    init(comparisons: [LegacyComparison]) throws(DynamoDBError) {
        self.init([], range: nil)
        guard !comparisons.isEmpty else { throw .invalid("Conditions can be of length 1 or 2 only") }
        for comparison in comparisons {
            let operands = comparison.values.map(Operand.value)
            guard let first = operands.first, let last = operands.last else {
                others.append(Other(comparison.attribute, nil))
                continue
            }
            switch comparison.comparator {
            case .equal: equalities.append(Equality(comparison.attribute, first))
            case .less: add(comparison, .less(first))
            case .lessOrEqual: add(comparison, .lessOrEqual(first))
            case .greater: add(comparison, .greater(first))
            case .greaterOrEqual: add(comparison, .greaterOrEqual(first))
            case .between: add(comparison, .between(first, last))
            case .beginsWith: add(comparison, .beginsWith(first))
            case .notEqual, .exists, .notExists, .contains, .notContains, .isIn:
                others.append(Other(comparison.attribute, nil))
            }
        }
    }

    private mutating func add(_ comparison: LegacyComparison, _ range: Range) {
        if self.range == nil {
            self.range = RangeCondition(comparison.attribute, range)
        } else {
            others.append(Other(comparison.attribute, range))
        }
    }
}
