/// Collects what is wrong with a record.
public struct RuleCheck {
    private(set) var problems: [AttributeError] = []

    /// Checks one attribute.
    public mutating func check<Value>(_ name: String, _ value: Value, _ rule: Rule<Value>) {
        if let reason = rule.check(value) {
            problems.append(AttributeError(.invalidValue, path: name, reason: reason))
        }
    }

    /// Checks one attribute where it is present.
    public mutating func check<Value>(_ name: String, _ value: Value?, _ rule: Rule<Value>) {
        if let value { check(name, value, rule) }
    }

    /// Checks what an attribute is made of by its own rules.
    public mutating func check(_ name: String, _ value: some RuleChecked) {
        add(value) { $0.inside(name) }
    }

    /// Checks an element of a list by its own rules.
    mutating func check(element index: Int, _ value: some RuleChecked) {
        add(value) { $0.inside(element: index) }
    }

    private mutating func add(_ value: some RuleChecked, at place: (AttributeError) -> AttributeError) {
        var inner = RuleCheck()
        value.validate(&inner)
        problems += inner.problems.map(place)
    }

    /// What is wrong with a record, as the error that `run` throws.
    static func error<E: Entity>(of record: E) -> DynamoDBError? {
        var rules = RuleCheck()
        record.validate(&rules)
        guard let first = rules.problems.first else { return nil }
        let text = rules.problems.map { "\($0.path) \($0.reason)" }.joined(separator: "; ")
        return DynamoDBError(.invalidValue, "\(E.schema.name) was not written: \(text)", underlying: first)
    }

    /// What is wrong with a value; `nil` if nothing is.
    @usableFromInline
    static func objection(to value: some RuleChecked) -> String? {
        var rules = RuleCheck()
        value.validate(&rules)
        guard !rules.problems.isEmpty else { return nil }
        return rules.problems.map { "\($0.path) \($0.reason)" }.joined(separator: "; ")
    }
}

/// A value whose parts have rules of their own: a nested map, or a collection of such.
public protocol RuleChecked {
    /// Checks the parts against the rules of the definition.
    func validate(_ rules: inout RuleCheck)
}

extension Optional: RuleChecked where Wrapped: RuleChecked {
    public func validate(_ rules: inout RuleCheck) { self?.validate(&rules) }
}

extension Array: RuleChecked where Element: RuleChecked {
    public func validate(_ rules: inout RuleCheck) {
        for (index, element) in enumerated() { rules.check(element: index, element) }
    }
}

extension Dictionary: RuleChecked where Key == String, Value: RuleChecked {
    public func validate(_ rules: inout RuleCheck) {
        for (name, value) in sorted(by: { $0.key < $1.key }) { rules.check(name, value) }
    }
}
