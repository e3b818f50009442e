/// An attribute in an update whose values are stored in a form that is not their type's own: dates as seconds, text that is a key by
/// itself, what is normalized. It is set as a whole, since what the database does by itself would go around the form.
public protocol SettableAttribute<Coding>: Sendable {
    associatedtype Coding: AttributeCoding & SendableMetatype
    var path: AttributePath { get }
    /// What the definition demands of the values.
    var rule: Rule<Coding.Value>? { get }
}

/// A required attribute with a stored form of its own, in an update.
public struct SettableField<Coding: AttributeCoding & SendableMetatype>: SettableAttribute {
    private let field: UpdatableField<Coding.Value>
    public var path: AttributePath { field.path }
    public var rule: Rule<Coding.Value>? { field.rule }

    public init(path: AttributePath, _ rule: Rule<Coding.Value>? = nil) {
        field = UpdatableField(path: path, as: Coding.self, rule)
    }

    public init(_ name: String, _ rule: Rule<Coding.Value>? = nil) {
        self.init(path: AttributePath(name), rule)
    }

    /// Sets the value.
    public func set(_ value: Coding.Value) -> Change { field.set(value) }

    /// Sets the value where the attribute is absent.
    public func set(ifAbsent value: Coding.Value) -> Change { field.set(ifAbsent: value) }
}

/// An optional attribute with a stored form of its own, in an update.
public struct OptionalSettableField<Coding: AttributeCoding & SendableMetatype>: SettableAttribute {
    private let field: OptionalUpdatableField<Coding.Value>
    public var path: AttributePath { field.path }
    public var rule: Rule<Coding.Value>? { field.rule }

    public init(path: AttributePath, _ rule: Rule<Coding.Value>? = nil) {
        field = OptionalUpdatableField(path: path, as: Coding.self, rule)
    }

    public init(_ name: String, _ rule: Rule<Coding.Value>? = nil) {
        self.init(path: AttributePath(name), rule)
    }

    /// Sets the value, or removes the attribute where it is `nil`.
    public func set(_ value: Coding.Value?) -> Change { field.set(value) }

    /// Sets the value where the attribute is absent.
    public func set(ifAbsent value: Coding.Value) -> Change { field.set(ifAbsent: value) }

    /// Removes the attribute.
    public func remove() -> Change { field.remove() }
}

extension SettableAttribute {
    /// Sets the value that another attribute of the item has, which is stored in the same form; see `UpdatableAttribute.set(to:)`.
    public func set(to other: some SettableAttribute<Coding>) -> Change {
        .copy(other.path, to: path, under: rule) { Operand($0, as: Coding.self) }
    }
}

// MARK: What would store a wrong form

extension SettableAttribute {
    @available(
        *, unavailable, message: "the two are stored differently, and DynamoDB copies what is stored: set a value"
    )
    @_disfavoredOverload
    public func set<Other: SettableAttribute>(to other: Other) -> Change where Other.Coding.Value == Coding.Value {
        .remove(path)
    }

    @available(
        *, unavailable, message: "the two are stored differently, and DynamoDB copies what is stored: set a value"
    )
    public func set<Other: UpdatableAttribute>(to other: Other) -> Change where Other.Value == Coding.Value {
        .remove(path)
    }

    @available(*, unavailable, message: "adding in the database would go around `normalize`: set the whole value")
    public func add<Form: NormalizedForm>(_ amount: Coding.Value) -> Change where Coding == Normalized<Form> {
        .remove(path)
    }

    @available(*, unavailable, message: "subtracting in the database would go around `normalize`: set the whole value")
    public func subtract<Form: NormalizedForm>(_ amount: Coding.Value) -> Change where Coding == Normalized<Form> {
        .remove(path)
    }
}

extension UpdatableAttribute {
    @available(
        *, unavailable, message: "the two are stored differently, and DynamoDB copies what is stored: set a value"
    )
    public func set<Other: SettableAttribute>(to other: Other) -> Change where Other.Coding.Value == Value {
        .remove(path)
    }
}
