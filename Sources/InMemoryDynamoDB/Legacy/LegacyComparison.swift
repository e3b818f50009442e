import Entities

/// What an attribute must satisfy, in the form of the time before expressions.
struct LegacyComparison {
    let attribute: String
    let comparator: LegacyOperator
    let values: [AttributeValue]

    /// - Throws: what the service says of values that do not fit the comparison.
    init(_ attribute: String, _ comparator: LegacyOperator, _ values: [AttributeValue]) throws(DynamoDBError) {
        self.attribute = attribute
        self.comparator = comparator
        self.values = values
        guard comparator.argumentCount.contains(values.count) else {
            throw .invalidParameter("Invalid number of argument(s) for the \(comparator.rawValue) ComparisonOperator")
        }
        guard let type = values.first?.type else { return }
        guard values.allSatisfy({ $0.type == type }) else {
            throw .invalidParameter("AttributeValues inside AttributeValueList must be of same type")
        }
        guard comparator.accepts(type) else {
            throw .invalidParameter(
                "ComparisonOperator \(comparator.rawValue) is not valid for \(type.rawValue) AttributeValue type")
        }
        if comparator == .between, values.count == 2, ValueRules.precedes(values[1], values[0]) {
            throw .invalid(
                "The BETWEEN condition was provided a range where the lower bound is greater than the upper bound")
        }
    }

    /// The same as a condition.
    var condition: Condition {
        let path = Operand.path(AttributePath(attribute))
        let operands = values.map(Operand.value)
        // The number of values has been checked; nothing is compared with what is not there.
        let first = operands.first ?? .value(.null)
        return switch comparator {
        case .equal: .compare(path, .equal, first)
        case .notEqual: .compare(path, .notEqual, first)
        case .less: .compare(path, .less, first)
        case .lessOrEqual: .compare(path, .lessOrEqual, first)
        case .greater: .compare(path, .greater, first)
        case .greaterOrEqual: .compare(path, .greaterOrEqual, first)
        case .exists: .exists(path)
        case .notExists: .notExists(path)
        case .contains: .contains(path, first)
        // Unlike NE, it does not hold for what is not there.
        case .notContains: .and(.exists(path), .not(.contains(path, first)))
        case .beginsWith: .beginsWith(path, first)
        case .between: .between(path, lower: first, upper: operands.last ?? first)
        case .isIn: Self.isIn(path, operands)
        }
    }

    /// An expression's IN takes no more than 100 values, this one any number.
    private static func isIn(_ path: Operand, _ values: [Operand]) -> Condition {
        let limit = ExpressionRules.maximumCandidates
        guard values.count > limit else { return .isIn(path, values) }
        return .or(.isIn(path, Array(values.prefix(limit))), isIn(path, Array(values.dropFirst(limit))))
    }
}
