/// A value that is written and never read back: what a record keeps of an attribute that its definition calls `.hidden`.
///
/// A record that was made of a draft has the value, one that was read has not. Nothing prints it, and all are equal: whether two
/// records are the same does not depend on what cannot be seen.
public struct Hidden<Value: Sendable>: Sendable {
    /// What is written; `nil` in a record that was read.
    let value: Value?

    private init(value: Value?) { self.value = value }

    /// A value that is to be written.
    public init(_ value: Value) { self.init(value: value) }

    /// What a record that was read has.
    public static var unread: Hidden { Hidden(value: nil) }
}

extension Hidden: Hashable {
    public static func == (left: Hidden, right: Hidden) -> Bool { true }
    public func hash(into hasher: inout Hasher) {}
}

extension Hidden: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    public var description: String { "hidden" }
    public var debugDescription: String { description }
    public var customMirror: Mirror { Mirror(self, children: []) }
}

extension Hidden: AttributeConvertible where Value: AttributeConvertible {
    /// Reads nothing, whatever is there.
    public init(from value: inout AttributeReader) throws(AttributeError) { self = .unread }

    /// Writes the value.
    ///
    /// - Throws: `AttributeError.missingAttribute` in a record that was read: written, it would lose the value.
    public func write(to writer: inout AttributeWriter) throws(AttributeError) {
        guard let value else {
            throw AttributeError(
                .missingAttribute,
                reason: "is hidden, and what was read does not have it: write a draft, or change the rest by an update")
        }
        try value.write(to: &writer)
    }

    public var isAbsent: Bool { value?.isAbsent ?? false }
}

extension Hidden: RuleChecked where Value: RuleChecked {
    public func validate(_ rules: inout RuleCheck) { value?.validate(&rules) }
}

extension RuleCheck {
    /// Checks a hidden attribute, where the record has it.
    public mutating func check<Value>(_ name: String, _ hidden: Hidden<Value>, _ rule: Rule<Value>) {
        if let value = hidden.value { check(name, value, rule) }
    }

    /// Checks an optional hidden attribute, where the record has it.
    public mutating func check<Value>(_ name: String, _ hidden: Hidden<Value?>, _ rule: Rule<Value>) {
        if case .some(.some(let value)) = hidden.value { check(name, value, rule) }
    }
}

/// Keeps a value of a draft from being printed: `@Concealed public var password: String`.
@propertyWrapper
public struct Concealed<Value: Sendable>: Sendable {
    public var wrappedValue: Value

    public init(wrappedValue: Value) { self.wrappedValue = wrappedValue }
}

extension Concealed: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    public var description: String { "hidden" }
    public var debugDescription: String { description }
    public var customMirror: Mirror { Mirror(self, children: []) }
}
