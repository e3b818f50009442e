/// An attribute, or a member of a nested map, in an update: `$0.title.set("Hello")`.
public protocol UpdatableAttribute<Value>: Sendable {
    associatedtype Value: Sendable
    var path: AttributePath { get }
    func operand(_ value: Value) -> Operand
    /// Whether a value is stored as absence: an empty set.
    func isAbsent(_ value: Value) -> Bool
    /// What the definition demands of the values of this attribute.
    var rule: Rule<Value>? { get }
    /// What the definition has against the value, and those of the maps in it against what is in them.
    func objection(to value: Value) -> String?
}

extension UpdatableAttribute {
    /// The least and the greatest value that the definition allows.
    var bounds: (least: Value?, greatest: Value?) { rule?.bounds?() ?? (nil, nil) }

    /// What the definition has against elements that are added to a collection.
    func objection(toElements value: Value) -> String? { rule?.checkElements?(value) }

    /// Sets the value.
    @inlinable
    public func set(_ value: Value) -> Change {
        if let reason = objection(to: value) { return .refused(path, reason) }
        return isAbsent(value) ? .removeEmptySet(path) : .set(path, operand(value))
    }

    /// Sets the value where the attribute is absent.
    public func set(ifAbsent value: Value) -> Change {
        if let reason = objection(to: value) { return .refused(path, reason) }
        return isAbsent(value)
            ? Change(update: UpdateExpression()) : .set(path, .ifNotExists(path, .operand(operand(value))))
    }

    /// Sets the value that another attribute of the item has, and that DynamoDB copies: it refuses the update where there is none.
    ///
    /// Where the definition has a range, nothing is changed if the value is outside of it: the request fails with
    /// `conditionalCheckFailed`. Other rules cannot be checked there, and refuse the request before it is sent.
    public func set<Other: UpdatableAttribute>(to other: Other) -> Change where Other.Value == Value {
        .copy(other.path, to: path, under: rule) { operand($0) }
    }
}

/// A required attribute in an update.
// To be inlined, like its operations: where the value's type is known, the closures need not keep it, and no field is allocated.
@frozen
public struct UpdatableField<Value: Sendable>: UpdatableAttribute {
    public let path: AttributePath
    @usableFromInline let makeOperand: @Sendable (Value) -> Operand
    @usableFromInline let absence: @Sendable (Value) -> Bool
    /// What definitions of maps in the value demand.
    @usableFromInline let nested: (@Sendable (Value) -> String?)?
    public let rule: Rule<Value>?

    @inlinable
    public init(path: AttributePath, _ rule: Rule<Value>? = nil) where Value: AttributeConvertible {
        self.path = path
        self.rule = rule
        makeOperand = { Operand(converting: $0) }
        absence = { $0.isAbsent }
        nested = nil
    }

    @inlinable
    init<Coding: AttributeCoding & SendableMetatype>(
        path: AttributePath, as coding: Coding.Type, _ rule: Rule<Value>? = nil
    )
    where Coding.Value == Value {
        self.path = path
        self.rule = rule
        makeOperand = { Operand($0, as: Coding.self) }
        absence = { _ in false }
        nested = nil
    }

    @inlinable
    public init(_ name: String, _ rule: Rule<Value>? = nil) where Value: AttributeConvertible {
        self.init(path: AttributePath(name), rule)
    }

    /// An attribute with nested maps in it, which have to satisfy their own rules as well.
    @inlinable
    public init(path: AttributePath, _ rule: Rule<Value>? = nil) where Value: AttributeConvertible & RuleChecked {
        self.path = path
        self.rule = rule
        makeOperand = { Operand(converting: $0) }
        absence = { $0.isAbsent }
        nested = { RuleCheck.objection(to: $0) }
    }

    @inlinable
    public init(_ name: String, _ rule: Rule<Value>? = nil) where Value: AttributeConvertible & RuleChecked {
        self.init(path: AttributePath(name), rule)
    }

    @inlinable
    public func operand(_ value: Value) -> Operand { makeOperand(value) }
    @inlinable
    public func isAbsent(_ value: Value) -> Bool { absence(value) }
    @inlinable
    public func objection(to value: Value) -> String? { rule?.check(value) ?? nested?(value) }
}

extension UpdatableField {
    @available(
        *, unavailable, message: "a required attribute cannot be removed: set another value, or make it optional"
    )
    public func remove() -> Change { .remove(path) }
}

/// An optional attribute in an update: everything that `UpdatableField` can, removal, and `set(nil)`.
@frozen
public struct OptionalUpdatableField<Value: Sendable>: UpdatableAttribute {
    @usableFromInline let field: UpdatableField<Value>
    @inlinable public var path: AttributePath { field.path }
    @inlinable public var rule: Rule<Value>? { field.rule }

    @inlinable
    public init(path: AttributePath, _ rule: Rule<Value>? = nil) where Value: AttributeConvertible {
        field = UpdatableField(path: path, rule)
    }

    @inlinable
    init<Coding: AttributeCoding & SendableMetatype>(
        path: AttributePath, as coding: Coding.Type, _ rule: Rule<Value>? = nil
    )
    where Coding.Value == Value {
        field = UpdatableField(path: path, as: coding, rule)
    }

    @inlinable
    public init(_ name: String, _ rule: Rule<Value>? = nil) where Value: AttributeConvertible {
        field = UpdatableField(name, rule)
    }

    /// An attribute with nested maps in it, which have to satisfy their own rules as well.
    @inlinable
    public init(path: AttributePath, _ rule: Rule<Value>? = nil) where Value: AttributeConvertible & RuleChecked {
        field = UpdatableField(path: path, rule)
    }

    @inlinable
    public init(_ name: String, _ rule: Rule<Value>? = nil) where Value: AttributeConvertible & RuleChecked {
        field = UpdatableField(name, rule)
    }

    @inlinable
    public func operand(_ value: Value) -> Operand { field.operand(value) }
    @inlinable
    public func isAbsent(_ value: Value) -> Bool { field.isAbsent(value) }
    @inlinable
    public func objection(to value: Value) -> String? { field.objection(to: value) }

    /// Removes the attribute.
    @inlinable
    public func remove() -> Change { .remove(path) }

    /// Sets the value, or removes the attribute where it is `nil`.
    @inlinable
    public func set(_ value: Value?) -> Change {
        guard let value else { return remove() }
        return set(value)
    }
}
