import Entities

extension KeyConditionRules {
    /// Checks the values that an attribute is compared with.
    func check(_ clause: Clause, _ component: KeyLayout.Component) throws(DynamoDBError) {
        switch clause {
        case .other: throw .invalid("Attempted conditional constraint is not an indexable operation")
        case .equality(let operand): try check(operand, component)
        case .range(let range):
            let operands = range.operands
            if case .beginsWith(.value(let value)) = range { try checkPrefix(value) }
            for operand in operands { try check(operand, component) }
            guard operands.count == 2 else { return }
            let key = Operand.path(AttributePath(component.name))
            try ExpressionRules.check(.between(key, lower: operands[0], upper: operands[1]), .keyCondition)
        }
    }

    private func checkPrefix(_ value: AttributeValue) throws(DynamoDBError) {
        guard value.type != .string, value.type != .binary else { return }
        throw ExpressionError(
            "Incorrect operand type for operator or function; "
                + "operator or function: begins_with, operand type: \(value.type.rawValue)"
        ).inside(.keyCondition)
    }

    private func check(_ operand: Operand, _ component: KeyLayout.Component) throws(DynamoDBError) {
        let value = try operand.keyValue()
        let size: Int
        switch (value, component.type) {
        case (.string(let text), .string): size = text.utf8.count
        case (.binary(let bytes), .binary): size = bytes.count
        case (.number, .number): return
        default: throw .invalidParameter("Condition parameter type does not match schema type")
        }
        if size == 0 { throw KeyRules.emptyValue(component) }
        if components.prefix(partitionCount).contains(where: { $0.name == component.name }) {
            try KeyRules.checkPartitionSize(size)
        } else {
            try KeyRules.checkSortSize(size)
        }
    }
}

extension KeyCondition.Range {
    fileprivate var operands: [Operand] {
        switch self {
        case .less(let operand), .lessOrEqual(let operand), .greater(let operand), .greaterOrEqual(let operand),
            .beginsWith(let operand):
            [operand]
        case .between(let lower, let upper): [lower, upper]
        }
    }
}

extension Operand {
    /// The value that a key attribute is compared with.
    func keyValue() throws(DynamoDBError) -> AttributeValue {
        switch self {
        case .value(let value): return value
        case .invalid(let error): throw DynamoDBError(.invalidRequest, error.description, underlying: error)
        case .path:
            throw .invalid(
                "Invalid condition in KeyConditionExpression: Multiple attribute names used in one condition")
        case .size: throw .invalid("KeyConditionExpressions cannot contain nested operations")
        }
    }
}
