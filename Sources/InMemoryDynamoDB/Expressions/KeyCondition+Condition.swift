import Entities

extension KeyCondition {
    /// Takes a condition as a key condition: equalities and at most one range, joined by AND, each on one attribute.
    init(_ condition: Condition) throws(ExpressionError) {
        self.init([])
        try add(condition)
    }

    private mutating func add(_ condition: Condition) throws(ExpressionError) {
        switch condition {
        case .and(let left, let right):
            try add(left)
            try add(right)
        case .compare(let left, let comparator, let right):
            try add(left, comparator, right)
        case .between(let operand, let lower, let upper):
            let name = try Self.first(operand, [lower, upper], "BETWEEN")
            try add(range: RangeCondition(name, .between(lower, upper)))
        case .beginsWith(let operand, let prefix):
            let name = try Self.first(operand, [prefix], "begins_with")
            try add(range: RangeCondition(name, .beginsWith(prefix)))
        case .or: throw Self.invalidOperator("OR")
        case .not: throw Self.invalidOperator("NOT")
        case .isIn: throw Self.invalidOperator("IN")
        case .exists: throw Self.invalidOperator("attribute_exists")
        case .notExists: throw Self.invalidOperator("attribute_not_exists")
        case .type: throw Self.invalidOperator("attribute_type")
        case .contains: throw Self.invalidOperator("contains")
        }
    }

    private static func invalidOperator(_ name: String) -> ExpressionError {
        ExpressionError("Invalid operator used in KeyConditionExpression: \(name)")
    }

    private mutating func add(
        _ left: Operand, _ comparator: Comparator, _ right: Operand
    ) throws(ExpressionError) {
        if comparator == .notEqual { throw Self.invalidOperator("<>") }
        let (name, value, isReversed): (String, Operand, Bool)
        switch (left, right) {
        case (.size, _), (_, .size): throw ExpressionError("KeyConditionExpressions cannot contain nested operations")
        case (.path, .path):
            throw ExpressionError(
                "Invalid condition in KeyConditionExpression: Multiple attribute names used in one condition")
        case (.path(let path), _): (name, value, isReversed) = (try Self.name(path), right, false)
        case (_, .path(let path)): (name, value, isReversed) = (try Self.name(path), left, true)
        default: throw ExpressionError("Invalid condition in KeyConditionExpression: No key attribute specified")
        }
        switch (comparator, isReversed) {
        case (.equal, _), (.notEqual, _):
            try checkFirst(name)
            equalities.append(Equality(name, value))
        case (.less, false), (.greater, true): try add(range: RangeCondition(name, .less(value)))
        case (.lessOrEqual, false), (.greaterOrEqual, true): try add(range: RangeCondition(name, .lessOrEqual(value)))
        case (.greater, false), (.less, true): try add(range: RangeCondition(name, .greater(value)))
        case (.greaterOrEqual, false), (.lessOrEqual, true):
            try add(range: RangeCondition(name, .greaterOrEqual(value)))
        }
    }

    private mutating func add(range condition: RangeCondition) throws(ExpressionError) {
        try checkFirst(condition.name)
        guard range == nil else {
            // Two ranges on two attributes: no key allows that.
            throw ExpressionError("KeyConditionExpressions must only contain one condition per key")
        }
        range = condition
    }

    private func checkFirst(_ name: String) throws(ExpressionError) {
        guard !equalities.contains(where: { $0.name == name }), range?.name != name else {
            throw ExpressionError("KeyConditionExpressions must only contain one condition per key")
        }
    }

    /// The attribute that must be the first operand, all others being values.
    private static func first(
        _ operand: Operand, _ others: [Operand], _ name: String
    ) throws(ExpressionError) -> String {
        guard case .path(let path) = operand else {
            if case .size = operand {
                throw ExpressionError("KeyConditionExpressions cannot contain nested operations")
            }
            throw ExpressionError(
                "Invalid condition in KeyConditionExpression: "
                    + "\(name) operator must have the key attribute as its first operand")
        }
        for other in others {
            if case .path = other {
                throw ExpressionError(
                    "Invalid condition in KeyConditionExpression: Multiple attribute names used in one condition")
            }
        }
        return try self.name(path)
    }

    private static func name(_ path: AttributePath) throws(ExpressionError) -> String {
        guard path.isTopLevel else {
            throw ExpressionError("KeyConditionExpressions cannot have conditions on nested attributes")
        }
        return path.attributeName
    }
}
