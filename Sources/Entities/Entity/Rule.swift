/// A rule that the values of an attribute must satisfy; checked when a request is run, before anything is sent.
public struct Rule<Value>: Sendable {
    @usableFromInline private(set) var check: @Sendable (Value) -> String?
    /// What is wrong with elements that an update adds to a collection, whose other elements nobody knows.
    private(set) var checkElements: (@Sendable (Value) -> String?)?
    /// The least and the greatest value.
    private(set) var bounds: (@Sendable () -> (least: Value?, greatest: Value?))?
    /// Whether the bounds are all that there is to it, so that the database can check a value that only it knows.
    private(set) var isRange = false

    /// A rule from code: the text says what is wrong, `nil` is right.
    public init(_ check: @escaping @Sendable (Value) -> String?) {
        self.check = check
    }

    /// A rule that is about each element of a collection by itself.
    static func elements(_ check: @escaping @Sendable (Value) -> String?) -> Rule {
        var rule = Rule(check)
        rule.checkElements = check
        return rule
    }

    /// What the rule demands of one element; nil where that is nothing.
    func ofElement<Element>(_ alone: @escaping @Sendable (Element) -> Value) -> Rule<Element>? {
        checkElements.map { check in Rule<Element> { check(alone($0)) } }
    }

    /// A rule for values that are compared with bounds.
    init(least: Value?, greatest: Value?, _ check: @escaping @Sendable (Value) -> String?) where Value: Sendable {
        self.check = check
        bounds = { (least, greatest) }
        isRange = true
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
        var both = self
        both.check = { [check] in check($0) ?? other.check($0) }
        both.checkElements = checkElements ?? other.checkElements
        both.bounds = bounds ?? other.bounds
        both.isRange = false
        return both
    }

    /// The same rule, for values as they are stored.
    public func after(_ normalize: @escaping @Sendable (Value) -> Value) -> Rule {
        var rule = self
        rule.check = { [check] in check(normalize($0)) }
        return rule
    }

    /// The same rule, without a word on the value.
    public var concealed: Rule {
        var rule = self
        rule.check = { [check] in check($0) == nil ? nil : "is not what the definition allows" }
        return rule
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

    /// The least number of characters or elements.
    public static func length(_ range: PartialRangeFrom<Int>) -> Rule {
        Rule {
            range.contains($0.count) ? nil : "has \($0.count), the definition allows \(range.lowerBound) and more"
        }
    }

    /// The greatest number of characters or elements.
    public static func length(_ range: PartialRangeThrough<Int>) -> Rule {
        Rule { range.contains($0.count) ? nil : "has \($0.count), the definition allows up to \(range.upperBound)" }
    }
}

extension Rule where Value: Comparable & Sendable & SendableMetatype {
    /// The least and the greatest value.
    public static func range(_ range: ClosedRange<Value>) -> Rule {
        Rule(least: range.lowerBound, greatest: range.upperBound) {
            range.contains($0)
                ? nil : "is \(text($0)), the definition allows \(text(range.lowerBound)) to \(text(range.upperBound))"
        }
    }

    /// The least value.
    public static func range(_ range: PartialRangeFrom<Value>) -> Rule {
        Rule(least: range.lowerBound, greatest: nil) {
            range.contains($0) ? nil : "is \(text($0)), the definition allows \(text(range.lowerBound)) and more"
        }
    }

    /// The greatest value.
    public static func range(_ range: PartialRangeThrough<Value>) -> Rule {
        Rule(least: nil, greatest: range.upperBound) {
            range.contains($0) ? nil : "is \(text($0)), the definition allows up to \(text(range.upperBound))"
        }
    }
}

/// A value for people to read. Dates by their seconds where they have no text: the description of one that far away can trap.
private func text(_ value: some Sendable) -> String {
    guard let date = value as? Date else { return "\(value)" }
    return DateText.text(of: date) ?? "\(date.timeIntervalSince1970) seconds since 1970"
}
