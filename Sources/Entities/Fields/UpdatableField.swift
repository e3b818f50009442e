public import struct Foundation.Decimal

/// An attribute, or a member of a nested map, in an update: `$0.title.set("Hello")`.
public protocol UpdatableAttribute<Value>: Sendable {
    associatedtype Value: Sendable
    var path: AttributePath { get }
    func operand(_ value: Value) -> Operand
    /// Whether a value is stored as absence: an empty set.
    func isAbsent(_ value: Value) -> Bool
    /// What a rule of the definition has against the value.
    func objection(to value: Value) -> String?
    /// What a rule of the definition has against elements that are added to a collection.
    func objection(toElements value: Value) -> String?
    /// The least and the greatest value that the definition allows.
    var bounds: (least: Value?, greatest: Value?) { get }
}

extension UpdatableAttribute {
    public func objection(toElements value: Value) -> String? { nil }
    public var bounds: (least: Value?, greatest: Value?) { (nil, nil) }

    /// Sets the value.
    public func set(_ value: Value) -> Change {
        if let reason = objection(to: value) { return .refused(path, reason) }
        return isAbsent(value) ? .remove(path) : .set(path, .operand(operand(value)))
    }

    /// Sets the value where the attribute is absent.
    public func set(ifAbsent value: Value) -> Change {
        if let reason = objection(to: value) { return .refused(path, reason) }
        return isAbsent(value)
            ? Change(update: UpdateExpression()) : .set(path, .ifNotExists(path, .operand(operand(value))))
    }

    /// Sets the value that another attribute of the item has.
    public func set<Other: UpdatableAttribute>(to other: Other) -> Change where Other.Value == Value {
        .set(path, .operand(.path(other.path)))
    }
}

/// A type whose values DynamoDB can add: all numbers.
public protocol AttributeNumber: AttributeConvertible {}

extension Int: AttributeNumber {}
extension Int8: AttributeNumber {}
extension Int16: AttributeNumber {}
extension Int32: AttributeNumber {}
extension Int64: AttributeNumber {}
extension UInt: AttributeNumber {}
extension UInt8: AttributeNumber {}
extension UInt16: AttributeNumber {}
extension UInt32: AttributeNumber {}
extension UInt64: AttributeNumber {}
extension Double: AttributeNumber {}
extension Float: AttributeNumber {}
extension Number: AttributeNumber {}
extension Decimal: AttributeNumber {}

extension UpdatableAttribute {
    /// Inserts members into the set; it is made where there is none. Without members, nothing changes.
    public func insert<Member: AttributeConvertible>(_ members: Member...) -> Change where Value == Set<Member> {
        insert(contentsOf: Set(members))
    }

    /// Inserts all members of another set.
    public func insert<Member: AttributeConvertible>(contentsOf members: Set<Member>) -> Change
    where Value == Set<Member> {
        if let reason = objection(toElements: members) { return .refused(path, reason) }
        return setAction(members) { .init(add: [$0]) }
    }

    /// Removes members from the set. A set without members is absent.
    public func remove<Member: AttributeConvertible>(_ members: Member...) -> Change where Value == Set<Member> {
        remove(contentsOf: Set(members))
    }

    /// Removes all members of another set.
    public func remove<Member: AttributeConvertible>(contentsOf members: Set<Member>) -> Change
    where Value == Set<Member> {
        setAction(members) { .init(delete: [$0]) }
    }

    private func setAction<Member: AttributeConvertible>(
        _ members: Set<Member>, _ action: (UpdateExpression.ValueAction) -> UpdateExpression
    ) -> Change where Value == Set<Member> {
        if members.isEmpty { return Change(update: UpdateExpression()) }
        guard path.isTopLevel else {
            return .refused(path, "DynamoDB adds to and deletes from top-level sets only; set the whole set instead")
        }
        return Change(update: action(.init(path, operand(members))))
    }

    /// Appends to the list; it is made where there is none.
    public func append<Element: AttributeConvertible>(_ elements: Element...) -> Change where Value == [Element] {
        append(contentsOf: elements)
    }

    /// Appends all elements of another list.
    public func append<Element: AttributeConvertible>(contentsOf elements: [Element]) -> Change
    where Value == [Element] {
        if let reason = objection(toElements: elements) { return .refused(path, reason) }
        return .set(path, .listAppend(.ifNotExists(path, .operand(.value(.list([])))), .operand(operand(elements))))
    }

    /// Puts an element at the front of the list.
    public func prepend<Element: AttributeConvertible>(_ element: Element) -> Change where Value == [Element] {
        if let reason = objection(toElements: [element]) { return .refused(path, reason) }
        return .set(path, .listAppend(.operand(operand([element])), .ifNotExists(path, .operand(.value(.list([]))))))
    }

    /// Replaces the element at an index, from 0; an index behind the end appends.
    public func set<Element: AttributeConvertible>(at index: Int, _ element: Element) -> Change
    where Value == [Element] {
        if let reason = objection(toElements: [element]) { return .refused(path, reason) }
        return .set(path.appending(index: index), .operand(Operand(converting: element)))
    }

    /// Removes the element at an index, from 0; those behind it move up.
    public func remove<Element: AttributeConvertible>(at index: Int) -> Change where Value == [Element] {
        .remove(path.appending(index: index))
    }

    /// Sets one entry of a dictionary.
    public func set<Element: AttributeConvertible>(_ key: String, _ value: Element) -> Change
    where Value == [String: Element] {
        if let reason = objection(toElements: [key: value]) { return .refused(path, reason) }
        return .set(path.appending(key), .operand(Operand(converting: value)))
    }

    /// Removes one entry of a dictionary.
    public func remove<Element: AttributeConvertible>(_ key: String) -> Change where Value == [String: Element] {
        .remove(path.appending(key))
    }
}

/// A required attribute in an update.
public struct UpdatableField<Value: Sendable>: UpdatableAttribute {
    public let path: AttributePath
    private let makeOperand: @Sendable (Value) -> Operand
    private let absence: @Sendable (Value) -> Bool
    private let rule: Rule<Value>?

    public init(path: AttributePath, _ rule: Rule<Value>? = nil) where Value: AttributeConvertible {
        self.path = path
        self.rule = rule
        makeOperand = { Operand(converting: $0) }
        absence = { $0.isAbsent }
    }

    public init<Coding: AttributeCoding & SendableMetatype>(
        path: AttributePath, as coding: Coding.Type, _ rule: Rule<Value>? = nil
    )
    where Coding.Value == Value {
        self.path = path
        self.rule = rule
        makeOperand = { Operand($0, as: Coding.self) }
        absence = { _ in false }
    }

    public init(_ name: String, _ rule: Rule<Value>? = nil) where Value: AttributeConvertible {
        self.init(path: AttributePath(name), rule)
    }

    public init<Coding: AttributeCoding & SendableMetatype>(
        _ name: String, as coding: Coding.Type, _ rule: Rule<Value>? = nil
    )
    where Coding.Value == Value {
        self.init(path: AttributePath(name), as: coding, rule)
    }

    public func operand(_ value: Value) -> Operand { makeOperand(value) }
    public func isAbsent(_ value: Value) -> Bool { absence(value) }
    public func objection(to value: Value) -> String? { rule?.check(value) }
    public func objection(toElements value: Value) -> String? { rule?.checkElements?(value) }
    public var bounds: (least: Value?, greatest: Value?) { rule?.bounds?() ?? (nil, nil) }
}

extension UpdatableField {
    @available(
        *, unavailable, message: "a required attribute cannot be removed: set another value, or make it optional"
    )
    public func remove() -> Change { .remove(path) }
}

/// An optional attribute in an update: everything that `UpdatableField` can, removal, and `set(nil)`.
public struct OptionalUpdatableField<Value: Sendable>: UpdatableAttribute {
    private let field: UpdatableField<Value>
    public var path: AttributePath { field.path }

    public init(path: AttributePath, _ rule: Rule<Value>? = nil) where Value: AttributeConvertible {
        field = UpdatableField(path: path, rule)
    }

    public init<Coding: AttributeCoding & SendableMetatype>(
        path: AttributePath, as coding: Coding.Type, _ rule: Rule<Value>? = nil
    )
    where Coding.Value == Value {
        field = UpdatableField(path: path, as: coding, rule)
    }

    public init(_ name: String, _ rule: Rule<Value>? = nil) where Value: AttributeConvertible {
        field = UpdatableField(name, rule)
    }

    public init<Coding: AttributeCoding & SendableMetatype>(
        _ name: String, as coding: Coding.Type, _ rule: Rule<Value>? = nil
    )
    where Coding.Value == Value {
        field = UpdatableField(name, as: coding, rule)
    }

    public func operand(_ value: Value) -> Operand { field.operand(value) }
    public func isAbsent(_ value: Value) -> Bool { field.isAbsent(value) }
    public func objection(to value: Value) -> String? { field.objection(to: value) }
    public func objection(toElements value: Value) -> String? { field.objection(toElements: value) }
    public var bounds: (least: Value?, greatest: Value?) { field.bounds }

    /// Removes the attribute.
    public func remove() -> Change { .remove(path) }

    /// Sets the value, or removes the attribute where it is `nil`.
    public func set(_ value: Value?) -> Change {
        guard let value else { return remove() }
        return set(value)
    }
}
