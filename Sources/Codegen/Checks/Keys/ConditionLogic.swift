import EntityMacrosLite

/// What index conditions say together, decided by trying all cases: each attribute is absent, has one of the values that the
/// conditions name, or another one.
struct ConditionLogic {
    /// A value, as far as conditions can tell values apart.
    enum Value: Hashable {
        case absent
        case literal(LiteralValue)
        case other
    }

    /// Above this number of cases, nothing is claimed to be impossible.
    static let caseLimit = 100_000

    private let names: [String]
    private let domains: [[Value]]

    init(_ conditions: [IndexConditionModel], of entity: EntityModel) {
        var names: [String] = []
        for name in conditions.flatMap(\.attributes) where !names.contains(name) { names.append(name) }
        self.names = names
        domains = names.map { name in
            Self.domain(of: entity.attribute(name), literals: conditions.flatMap { $0.literals(of: name) })
        }
    }

    private static func domain(of attribute: AttributeModel?, literals: [LiteralValue]) -> [Value] {
        var values: [Value] = []
        if attribute?.isOptional ?? true { values.append(.absent) }
        switch attribute?.type {
        case .choice(let choice): values += choice.cases.map { .literal(.string($0.rawValue)) }
        case .bool: values += [.literal(.bool(false)), .literal(.bool(true))]
        case .set:
            // An empty set is absent.
            if !values.contains(.absent) { values.append(.absent) }
            values.append(.other)
        default:
            var seen: Set<LiteralValue> = []
            values += literals.filter { seen.insert($0).inserted }.map { .literal($0) }
            values.append(.other)
        }
        return values
    }

    /// Whether the cases are few enough to be tried.
    private var isDecidable: Bool {
        var count = 1
        for domain in domains {
            let (product, overflow) = count.multipliedReportingOverflow(by: domain.count)
            if overflow || product > Self.caseLimit { return false }
            count = product
        }
        return true
    }

    /// Whether there are values for which a claim holds; nil where that is too much to try.
    func canHold(_ claim: ([String: Value]) -> Bool) -> Bool? {
        guard isDecidable else { return nil }
        var found = false
        forEachCase { values in
            found = found || claim(values)
            return !found
        }
        return found
    }

    /// The values that each attribute can have where a condition holds, of those that have only literals.
    func literals(where condition: IndexConditionModel) -> [String: Set<LiteralValue>] {
        guard isDecidable else { return [:] }
        var possible: [String: Set<Value>] = [:]
        forEachCase { values in
            if condition.holds(for: values) {
                for (name, value) in values { possible[name, default: []].insert(value) }
            }
            return true
        }
        return possible.compactMapValues { values in
            var literals: Set<LiteralValue> = []
            for value in values {
                switch value {
                case .literal(let literal): literals.insert(literal)
                case .other: return nil
                case .absent: break
                }
            }
            return literals
        }
    }

    /// Calls `body` with every case until it says false.
    private func forEachCase(_ body: ([String: Value]) -> Bool) {
        var choice = Array(repeating: 0, count: names.count)
        while true {
            var values: [String: Value] = [:]
            for (index, name) in names.enumerated() {
                guard domains[index].indices.contains(choice[index]) else { return }
                values[name] = domains[index][choice[index]]
            }
            guard body(values) else { return }
            var position = 0
            while position < choice.count {
                choice[position] += 1
                if choice[position] < domains[position].count { break }
                choice[position] = 0
                position += 1
            }
            if position == choice.count { return }
        }
    }
}

extension IndexConditionModel {
    /// Whether it holds where the attributes have these values.
    func holds(for values: [String: ConditionLogic.Value]) -> Bool {
        switch self {
        case .equals(let attribute, let value): values[attribute] == .literal(value)
        case .isPresent(let attribute): values[attribute] != .absent
        case .not(let condition): !condition.holds(for: values)
        case .all(let conditions): conditions.allSatisfy { $0.holds(for: values) }
        case .any(let conditions): conditions.contains { $0.holds(for: values) }
        }
    }

    /// The values that it compares an attribute with.
    func literals(of name: String) -> [LiteralValue] {
        comparisons.filter { $0.attribute == name }.map(\.value)
    }

    /// All comparisons in it.
    var comparisons: [(attribute: String, value: LiteralValue)] {
        switch self {
        case .equals(let attribute, let value): [(attribute, value)]
        case .isPresent: []
        case .not(let condition): condition.comparisons
        case .all(let conditions), .any(let conditions): conditions.flatMap(\.comparisons)
        }
    }
}
