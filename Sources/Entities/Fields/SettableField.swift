/// A required attribute in an update that can only be set as a whole: its values pass through code of the user's, which
/// arithmetic in the database would go around.
public struct SettableField<Value: Sendable>: Sendable {
    private let field: UpdatableField<Value>
    public var path: AttributePath { field.path }

    public init<Coding: AttributeCoding & SendableMetatype>(
        path: AttributePath, as coding: Coding.Type, _ rule: Rule<Value>? = nil
    ) where Coding.Value == Value {
        field = UpdatableField(path: path, as: coding, rule)
    }

    public init<Coding: AttributeCoding & SendableMetatype>(
        _ name: String, as coding: Coding.Type, _ rule: Rule<Value>? = nil
    ) where Coding.Value == Value {
        self.init(path: AttributePath(name), as: coding, rule)
    }

    /// Sets the value.
    public func set(_ value: Value) -> Change { field.set(value) }

    /// Sets the value where the attribute is absent.
    public func set(ifAbsent value: Value) -> Change { field.set(ifAbsent: value) }
}

/// An optional attribute in an update that can only be set as a whole, or removed.
public struct OptionalSettableField<Value: Sendable>: Sendable {
    private let field: OptionalUpdatableField<Value>
    public var path: AttributePath { field.path }

    public init<Coding: AttributeCoding & SendableMetatype>(
        path: AttributePath, as coding: Coding.Type, _ rule: Rule<Value>? = nil
    ) where Coding.Value == Value {
        field = OptionalUpdatableField(path: path, as: coding, rule)
    }

    public init<Coding: AttributeCoding & SendableMetatype>(
        _ name: String, as coding: Coding.Type, _ rule: Rule<Value>? = nil
    ) where Coding.Value == Value {
        self.init(path: AttributePath(name), as: coding, rule)
    }

    /// Sets the value, or removes the attribute where it is `nil`.
    public func set(_ value: Value?) -> Change { field.set(value) }

    /// Sets the value where the attribute is absent.
    public func set(ifAbsent value: Value) -> Change { field.set(ifAbsent: value) }

    /// Removes the attribute.
    public func remove() -> Change { field.remove() }
}

extension SettableField {
    @available(*, unavailable, message: "adding in the database would go around `normalize`: set the whole value")
    public func add(_ amount: Value) -> Change { field.set(amount) }

    @available(*, unavailable, message: "subtracting in the database would go around `normalize`: set the whole value")
    public func subtract(_ amount: Value) -> Change { field.set(amount) }

    @available(*, unavailable, message: "copying in the database would go around `normalize`: set the whole value")
    public func set<Other: UpdatableAttribute>(to other: Other) -> Change where Other.Value == Value {
        .remove(field.path)
    }
}

extension OptionalSettableField {
    @available(*, unavailable, message: "adding in the database would go around `normalize`: set the whole value")
    public func add(_ amount: Value) -> Change { field.set(amount) }

    @available(*, unavailable, message: "subtracting in the database would go around `normalize`: set the whole value")
    public func subtract(_ amount: Value) -> Change { field.set(amount) }

    @available(*, unavailable, message: "copying in the database would go around `normalize`: set the whole value")
    public func set<Other: UpdatableAttribute>(to other: Other) -> Change where Other.Value == Value {
        .remove(field.path)
    }
}
