/// A rule that the values of an attribute must satisfy; checked when a request is run, before anything is sent.
public struct Rule<Value>: Sendable {
    let check: @Sendable (Value) -> String?

    /// A rule from code: the text says what is wrong, `nil` is right.
    public init(_ check: @escaping @Sendable (Value) -> String?) {
        self.check = check
    }

    /// A rule from a function that throws; the error's description says what is wrong.
    public static func validated(_ validate: @escaping @Sendable (Value) throws -> Void) -> Rule {
        Rule { value in
            do {
                try validate(value)
                return nil
            } catch {
                return "\(error)"
            }
        }
    }

    /// Both rules.
    public func and(_ other: Rule) -> Rule {
        Rule { check($0) ?? other.check($0) }
    }
}

extension Rule where Value: Collection & SendableMetatype {
    /// The number of characters or elements.
    public static func length(_ range: ClosedRange<Int>) -> Rule {
        Rule {
            range.contains($0.count)
                ? nil : "has \($0.count), the definition allows \(range.lowerBound) to \(range.upperBound)"
        }
    }
}

extension Rule where Value: Comparable & Sendable & SendableMetatype {
    /// The least and the greatest value.
    public static func range(_ range: ClosedRange<Value>) -> Rule {
        Rule {
            range.contains($0) ? nil : "is \($0), the definition allows \(range.lowerBound) to \(range.upperBound)"
        }
    }
}

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

    /// What is wrong with a record, as the error that `run` throws.
    static func error<E: Entity>(of record: E) -> DynamoDBError? {
        var rules = RuleCheck()
        record.validate(&rules)
        guard let first = rules.problems.first else { return nil }
        let text = rules.problems.map { "\($0.path) \($0.reason)" }.joined(separator: "; ")
        return DynamoDBError(.invalidValue, "\(E.schema.name) was not written: \(text)", underlying: first)
    }
}
