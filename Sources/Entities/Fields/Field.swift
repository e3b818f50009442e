/// A required attribute in a condition.
// To be inlined, like its comparisons: where the value's type is known, the closures need not keep it, and no field is allocated.
@frozen
public struct Field<Value: Sendable>: AttributeField {
    public let path: AttributePath
    @usableFromInline let makeOperand: @Sendable (Value) -> Operand
    /// Makes the value of what an item holds.
    @usableFromInline let read: @Sendable (PackedValue) throws(AttributeError) -> Value
    /// What absence stands for, where it does: the empty set.
    @usableFromInline let absentValue: Value?

    @inlinable
    public init(path: AttributePath) where Value: AttributeConvertible {
        self.path = path
        makeOperand = { Operand(converting: $0) }
        read = { (value) throws(AttributeError) in try value.converted() }
        absentValue = Value.absentValue
    }

    @inlinable
    public init<Coding: AttributeCoding & SendableMetatype>(path: AttributePath, as coding: Coding.Type)
    where Coding.Value == Value {
        self.path = path
        makeOperand = { Operand($0, as: Coding.self) }
        read = { (value) throws(AttributeError) in try value.converted(as: Coding.self) }
        absentValue = nil
    }

    @inlinable
    public init(_ name: String) where Value: AttributeConvertible {
        self.init(path: AttributePath(name))
    }

    @inlinable
    public init<Coding: AttributeCoding & SendableMetatype>(_ name: String, as coding: Coding.Type)
    where Coding.Value == Value {
        self.init(path: AttributePath(name), as: coding)
    }

    @inlinable
    public func operand(_ value: Value) -> Operand { makeOperand(value) }
}

/// An optional attribute in a condition: everything that `Field` can, and comparison with `nil`.
@frozen
public struct OptionalField<Value: Sendable>: AttributeField {
    @usableFromInline let field: Field<Value>
    @inlinable public var path: AttributePath { field.path }

    /// An attribute that is required in a map that may be absent.
    init(_ field: Field<Value>) { self.field = field }

    @inlinable
    public init(path: AttributePath) where Value: AttributeConvertible {
        field = Field(path: path)
    }

    @inlinable
    public init<Coding: AttributeCoding & SendableMetatype>(path: AttributePath, as coding: Coding.Type)
    where Coding.Value == Value {
        field = Field(path: path, as: coding)
    }

    @inlinable
    public init(_ name: String) where Value: AttributeConvertible {
        field = Field(name)
    }

    @inlinable
    public init<Coding: AttributeCoding & SendableMetatype>(_ name: String, as coding: Coding.Type)
    where Coding.Value == Value {
        field = Field(name, as: coding)
    }

    @inlinable
    public func operand(_ value: Value) -> Operand { field.operand(value) }

    /// Whether the attribute is absent.
    @inlinable
    public static func == (field: OptionalField, absent: NilOperand) -> Condition { field.notExists }

    /// Whether the attribute is there.
    @inlinable
    public static func != (field: OptionalField, absent: NilOperand) -> Condition { field.exists }
}

/// The literal `nil` in a condition.
public struct NilOperand: ExpressibleByNilLiteral, Sendable {
    public init(nilLiteral: ()) {}
}

/// A nested map in a condition: its members are found by name, `$0.address.city`.
@dynamicMemberLookup
public struct MapField<Map: MapRecord>: AttributeField {
    public typealias Value = Map
    public let path: AttributePath

    public init(path: AttributePath) { self.path = path }
    public init(_ name: String) { self.init(path: AttributePath(name)) }

    public func operand(_ value: Map) -> Operand { Operand(converting: value) }

    public subscript<Member>(dynamicMember member: KeyPath<Map.Fields, Member>) -> Member {
        Map.Fields(path: path)[keyPath: member]
    }
}

/// An optional nested map in a condition. What is required in it is optional in the item.
@dynamicMemberLookup
public struct OptionalMapField<Map: MapRecord>: AttributeField {
    public typealias Value = Map
    public let path: AttributePath

    public init(path: AttributePath) { self.path = path }
    public init(_ name: String) { self.init(path: AttributePath(name)) }

    public func operand(_ value: Map) -> Operand { Operand(converting: value) }

    public subscript<Member: SelectableField>(
        dynamicMember member: KeyPath<Map.Fields, Member>
    ) -> Member.OptionalForm {
        Map.Fields(path: path)[keyPath: member].optionalForm
    }

    /// Whether the map is absent.
    public static func == (field: OptionalMapField, absent: NilOperand) -> Condition { field.notExists }

    /// Whether the map is there.
    public static func != (field: OptionalMapField, absent: NilOperand) -> Condition { field.exists }
}

/// A list of nested maps in a condition: `$0.lines[0].sku == "x"`.
public struct MapListField<Map: MapRecord>: AttributeField {
    public typealias Value = [Map]
    public let path: AttributePath

    public init(path: AttributePath) { self.path = path }
    public init(_ name: String) { self.init(path: AttributePath(name)) }

    public func operand(_ value: [Map]) -> Operand { Operand(converting: value) }

    /// The element at an index, from 0. There may be none.
    public subscript(index: Int) -> OptionalMapField<Map> { OptionalMapField(path: path.appending(index: index)) }
}

/// An optional list of nested maps in a condition.
public struct OptionalMapListField<Map: MapRecord>: AttributeField {
    public typealias Value = [Map]
    private let field: MapListField<Map>
    public var path: AttributePath { field.path }

    public init(path: AttributePath) { field = MapListField(path: path) }
    public init(_ name: String) { field = MapListField(name) }

    public func operand(_ value: [Map]) -> Operand { field.operand(value) }

    /// The element at an index, from 0. There may be none.
    public subscript(index: Int) -> OptionalMapField<Map> { field[index] }

    /// Whether the list is absent.
    public static func == (field: OptionalMapListField, absent: NilOperand) -> Condition { field.notExists }

    /// Whether the list is there.
    public static func != (field: OptionalMapListField, absent: NilOperand) -> Condition { field.exists }
}
