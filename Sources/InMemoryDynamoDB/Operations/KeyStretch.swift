import Entities

/// Which stretch of which partition a key condition means.
struct KeyStretch {
    let partition: [UInt8]
    let range: KeyRange

    /// Works the condition out for a table's or an index's key.
    /// - Throws: a validation error where the condition does not fit the key.
    init(_ condition: KeyCondition, keys: KeySchema, layout: KeyLayout) throws(DynamoDBError) {
        var operands: [String: Operand] = [:]
        for equality in condition.equalities {
            guard operands.updateValue(equality.value, forKey: equality.name) == nil else {
                throw Self.twoConditions
            }
        }
        if let range = condition.range, operands[range.name] != nil { throw Self.twoConditions }
        try Self.checkNames(condition, keys)

        var partition: [UInt8] = []
        for (index, component) in layout.partition.enumerated() {
            guard let operand = operands.removeValue(forKey: component.name) else {
                // A range on a partition key attribute, or no condition at all.
                throw condition.range?.name == component.name
                    ? .invalid("Query key condition not supported") : Self.missing(component.name)
            }
            let content = try Self.content(operand, component)
            content.withUnsafeBufferPointer {
                KeyLayout.append($0, of: component, isLast: index == layout.partition.count - 1, to: &partition)
            }
        }
        self.partition = partition

        // Sort key attributes are given from the left, without gaps; a range is the last.
        var prefix: [UInt8] = []
        var isComplete = false
        let sort = layout.sort.prefix(keys.sort.count)
        for (index, component) in sort.enumerated() {
            let isLast = index == layout.sort.count - 1
            if let operand = operands.removeValue(forKey: component.name) {
                let content = try Self.content(operand, component)
                content.withUnsafeBufferPointer { KeyLayout.append($0, of: component, isLast: isLast, to: &prefix) }
                isComplete = isLast
                continue
            }
            if let range = condition.range, range.name == component.name {
                guard operands.isEmpty else { throw .invalid("Query key condition not supported") }
                self.range = try Self.range(range.range, component, isLast: isLast, after: prefix)
                return
            }
            guard operands.isEmpty, condition.range == nil else { throw Self.missing(component.name) }
            break
        }
        range = isComplete ? .exactly(prefix) : .prefix(prefix)
    }

    private static let twoConditions = DynamoDBError.invalid(
        "Invalid KeyConditionExpression: KeyConditionExpressions must only contain one condition per key")

    private static func missing(_ name: String) -> DynamoDBError {
        .invalid("Query condition missed key schema element: \(name)")
    }

    /// All names must be of the key.
    private static func checkNames(_ condition: KeyCondition, _ keys: KeySchema) throws(DynamoDBError) {
        let names = condition.equalities.map(\.name) + [condition.range?.name].compactMap { $0 }
        for name in keys.partition where !names.contains(name) { throw missing(name) }
        guard names.contains(where: { !keys.names.contains($0) }) else { return }
        if let sort = keys.sort.first(where: { !names.contains($0) }) { throw missing(sort) }
        throw .invalid("Query key condition not supported")
    }

    // MARK: Values

    /// The bytes of a value that a key attribute is compared with.
    private static func content(
        _ operand: Operand, _ component: KeyLayout.Component
    ) throws(DynamoDBError) -> [UInt8] {
        switch operand {
        case .invalid(let error): throw DynamoDBError(.invalidRequest, error.description, underlying: error)
        case .path:
            throw .invalid(
                "Invalid KeyConditionExpression: Invalid condition in KeyConditionExpression: "
                    + "Multiple attribute names used in one condition")
        case .size:
            throw .invalid(
                "Invalid KeyConditionExpression: KeyConditionExpressions cannot contain nested operations")
        case .value(let value):
            guard value.type.rawValue == component.type.rawValue else {
                throw .invalidParameter("Condition parameter type does not match schema type")
            }
            let content = EncodedItem.packed(value).withUnsafeBufferPointer { Array(PackedValue($0).content) }
            if content.isEmpty {
                throw .invalid(
                    "One or more parameter values are not valid. The AttributeValue for a key attribute cannot contain "
                        + "an empty \(component.type == .binary ? "binary" : "string") value. Key: \(component.name)")
            }
            return content
        }
    }

    // MARK: Ranges

    private static func range(
        _ range: KeyCondition.Range, _ component: KeyLayout.Component, isLast: Bool, after prefix: [UInt8]
    ) throws(DynamoDBError) -> KeyRange {
        /// The first key of those with this value.
        func start(_ operand: Operand) throws(DynamoDBError) -> [UInt8] {
            var bytes = prefix
            let content = try content(operand, component)
            content.withUnsafeBufferPointer { KeyLayout.append($0, of: component, isLast: isLast, to: &bytes) }
            return bytes
        }
        /// The first key behind those with this value.
        func end(_ operand: Operand) throws(DynamoDBError) -> [UInt8]? {
            let start = try start(operand)
            return isLast ? KeyRange.firstBytes(above: start) : KeyRange.firstBytes(abovePrefix: start)
        }
        let whole = KeyRange.prefix(prefix)
        switch range {
        case .less(let operand): return KeyRange(lower: prefix, upper: try start(operand))
        case .lessOrEqual(let operand): return KeyRange(lower: prefix, upper: try end(operand))
        case .greater(let operand):
            guard let lower = try end(operand) else { return KeyRange(lower: prefix, upper: prefix) }
            return KeyRange(lower: lower, upper: whole.upper)
        case .greaterOrEqual(let operand): return KeyRange(lower: try start(operand), upper: whole.upper)
        case .between(let lower, let upper):
            try checkBounds(lower, upper)
            return KeyRange(lower: try start(lower), upper: try end(upper))
        case .beginsWith(let operand):
            if case .value(let value) = operand, value.type != .string, value.type != .binary {
                throw .invalid(
                    "Invalid KeyConditionExpression: Incorrect operand type for operator or function; "
                        + "operator or function: begins_with, operand type: \(value.type.rawValue)")
            }
            var bytes = prefix
            let content = try content(operand, component)
            content.withUnsafeBufferPointer { KeyLayout.appendPrefix($0, isLast: isLast, to: &bytes) }
            return .prefix(bytes)
        }
    }

    private static func checkBounds(_ lower: Operand, _ upper: Operand) throws(DynamoDBError) {
        guard case .value = lower, case .value = upper else { return }
        try ExpressionRules.check(.between(.path(AttributePath("key")), lower: lower, upper: upper), .keyCondition)
    }
}
