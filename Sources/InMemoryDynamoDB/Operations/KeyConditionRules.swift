import Entities

/// What the service asks of a key condition once it knows the key, and of the starting key along with it, in its order.
struct KeyConditionRules {
    private let condition: KeyCondition
    let components: [KeyLayout.Component]
    let partitionCount: Int

    /// A condition on one attribute.
    enum Clause {
        case equality(Operand)
        case range(KeyCondition.Range)
        /// A comparison that nothing can be found by.
        case other
    }

    static func check(
        _ condition: KeyCondition, _ target: ReadTarget, _ start: () throws(DynamoDBError) -> StartKey?
    ) throws(DynamoDBError) -> StartKey? {
        let rules = KeyConditionRules(
            condition: condition, components: target.keyComponents, partitionCount: target.keys.partition.count)
        try rules.checkCount()
        let start = try start()
        if rules.partitionCount > 1 || rules.components.count > 2 {
            for component in rules.components { try start?.check(component) }
            try rules.checkEqualities()
            for component in rules.components {
                if let clause = rules.clause(for: component.name) { try rules.check(clause, component) }
            }
        } else {
            for (position, component) in rules.components.enumerated() {
                try start?.check(component)
                try rules.check(component, at: position)
            }
        }
        try start?.checkTableKey()
        return start
    }

    private var count: Int { condition.equalities.count + (condition.range == nil ? 0 : 1) + condition.others.count }

    private func clause(for name: String) -> Clause? {
        if let equality = condition.equalities.first(where: { $0.name == name }) { return .equality(equality.value) }
        if let range = condition.range, range.name == name { return .range(range.range) }
        guard let other = condition.others.first(where: { $0.name == name }) else { return nil }
        return other.range.map { .range($0) } ?? .other
    }

    // MARK: Which attributes

    private func checkCount() throws(DynamoDBError) {
        if count > 1 {
            let names = condition.names
            guard Set(names).count == names.count else {
                throw ExpressionError("KeyConditionExpressions must only contain one condition per key")
                    .inside(.keyCondition)
            }
        }
        guard count > max(components.count, 2) else { return }
        throw .invalid(
            "The number of query conditions (\(count)) exceeds the number of key attributes defined in the schema "
                + "(\(components.count))")
    }

    /// A key of one attribute, or of two.
    private func check(_ component: KeyLayout.Component, at position: Int) throws(DynamoDBError) {
        if components.count == 1, count > 1 { throw Self.notSupported }
        guard let clause = clause(for: component.name) else {
            if position == 0 || count > 1 { throw Self.missing(component) }
            return
        }
        try check(clause, component)
        if position == 0, case .range = clause { throw Self.notSupported }
    }

    /// A key of several attributes: all of the partition key are given exactly, those of the sort key from the left, only the last
    /// of them by a range.
    private func checkEqualities() throws(DynamoDBError) {
        let isExact = components.map { component in
            if case .equality = clause(for: component.name) { true } else { false }
        }
        let open = (0..<partitionCount).filter { !isExact[$0] }
        guard open.isEmpty else {
            throw .invalid("HASH key attributes \(names(open)) must have equality conditions specified in the query")
        }
        var gaps: [Int] = []
        for position in partitionCount..<components.count {
            if !gaps.isEmpty, clause(for: components[position].name) != nil {
                throw .invalid(
                    "RANGE key attributes \(names(gaps)) must have equality conditions specified in the query because "
                        + "a condition is present on key attribute \(components[position].name)")
            }
            if !isExact[position] { gaps.append(position) }
        }
        let known = components.count { clause(for: $0.name) != nil }
        if known < count, let next = gaps.first { throw Self.missing(components[next]) }
        if known < count { throw Self.notSupported }
    }

    private func names(_ positions: [Int]) -> String {
        positions.map { components[$0].name }.joined(separator: ", ")
    }

    private static let notSupported = DynamoDBError.invalid("Query key condition not supported")

    private static func missing(_ component: KeyLayout.Component) -> DynamoDBError {
        .invalid("Query condition missed key schema element: \(component.name)")
    }
}
