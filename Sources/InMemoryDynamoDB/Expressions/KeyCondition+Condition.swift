import Entities

extension KeyCondition {
    /// Takes a condition as a key condition: comparisons joined by AND, each of one attribute with values.
    init(_ condition: Condition) throws(DynamoDBError) {
        self.init([], range: nil)
        try add(condition)
    }

    private mutating func add(_ condition: Condition) throws(DynamoDBError) {
        switch condition {
        case .and(let left, let right):
            try add(left)
            try add(right)
        case .compare(_, .notEqual, _): throw Self.invalidOperator("<>")
        case .compare(let left, let comparator, let right):
            let name = try Self.attribute(in: [left, right], firstFor: nil)
            if case .path = left {
                try add(name, comparator, right)
            } else {
                try add(name, comparator.reversed, left)
            }
        case .between(let operand, let lower, let upper):
            let name = try Self.attribute(in: [operand, lower, upper], firstFor: "BETWEEN")
            try add(name, .between(lower, upper))
        case .beginsWith(let operand, let prefix):
            let name = try Self.attribute(in: [operand, prefix], firstFor: "begins_with")
            try add(name, .beginsWith(prefix))
        case .or: throw Self.invalidOperator("OR")
        case .not: throw Self.invalidOperator("NOT")
        case .isIn: throw Self.invalidOperator("IN")
        case .exists: throw Self.invalidOperator("attribute_exists")
        case .notExists: throw Self.invalidOperator("attribute_not_exists")
        case .type: throw Self.invalidOperator("attribute_type")
        case .contains: throw Self.invalidOperator("contains")
        }
    }

    private static func invalidOperator(_ name: String) -> DynamoDBError {
        .invalid("Invalid operator used in KeyConditionExpression: \(name)")
    }

    // MARK: Comparisons

    private mutating func add(
        _ name: String, _ comparator: Comparator, _ value: Operand
    ) throws(DynamoDBError) {
        switch comparator {
        case .equal, .notEqual:
            try checkFirst(name)
            equalities.append(Equality(name, value))
        case .less: try add(name, .less(value))
        case .lessOrEqual: try add(name, .lessOrEqual(value))
        case .greater: try add(name, .greater(value))
        case .greaterOrEqual: try add(name, .greaterOrEqual(value))
        }
    }

    private mutating func add(_ name: String, _ range: Range) throws(DynamoDBError) {
        try checkFirst(name)
        if self.range == nil {
            self.range = RangeCondition(name, range)
        } else {
            others.append(Other(name, range))
        }
    }

    private func checkFirst(_ name: String) throws(DynamoDBError) {
        guard names.contains(name) else { return }
        throw ExpressionError("KeyConditionExpressions must only contain one condition per key").inside(.keyCondition)
    }

    /// The attributes that there are conditions on.
    var names: [String] { equalities.map(\.name) + (range.map { [$0.name] } ?? []) + others.map(\.name) }

    // MARK: Operands

    /// The one attribute among the operands, all others being values.
    /// - Parameter name: the operator that has it as its first operand; `nil` where it can be any.
    private static func attribute(in operands: [Operand], firstFor name: String?) throws(DynamoDBError) -> String {
        var attribute: String?
        for operand in operands {
            switch operand {
            case .size: throw .invalid("KeyConditionExpressions cannot contain nested operations")
            case .path where attribute != nil: throw invalidCondition("Multiple attribute names used in one condition")
            case .path(let path):
                guard path.isTopLevel else {
                    throw .invalid("KeyConditionExpressions cannot have conditions on nested attributes")
                }
                attribute = path.attributeName
            case .value, .invalid: break
            }
        }
        guard let attribute else { throw invalidCondition("No key attribute specified") }
        if let name, operands.first?.paths.isEmpty ?? true {
            throw invalidCondition("\(name) operator must have the key attribute as its first operand")
        }
        return attribute
    }

    private static func invalidCondition(_ reason: String) -> DynamoDBError {
        .invalid("Invalid condition in KeyConditionExpression: \(reason)")
    }
}

extension Comparator {
    /// The comparator that says the same with the operands exchanged.
    fileprivate var reversed: Comparator {
        switch self {
        case .less: .greater
        case .lessOrEqual: .greaterOrEqual
        case .greater: .less
        case .greaterOrEqual: .lessOrEqual
        case .equal, .notEqual: self
        }
    }
}
