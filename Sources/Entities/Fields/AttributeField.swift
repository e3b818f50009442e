/// A typed attribute, or a member of a nested map, in a condition: `$0.views > 100`.
///
/// Fields are not `Equatable`: `==` makes a condition.
public protocol AttributeField<Value>: Sendable {
    /// The type of the value where it is present.
    associatedtype Value: Sendable
    var path: AttributePath { get }
    /// A value of the attribute as an operand, in the form in which the attribute stores it.
    func operand(_ value: Value) -> Operand
}

extension AttributeField {
    @inlinable var here: Operand { path.operand }

    /// Whether the attribute is there, whatever its value.
    @inlinable public var exists: Condition { .exists(here) }

    /// Whether the attribute is absent.
    @inlinable public var notExists: Condition { .notExists(here) }

    /// Whether the attribute is absent, or has this value.
    @inlinable
    public func isAbsent(or value: Value) -> Condition { .or(notExists, self == value) }

    /// Whether the stored value has this type.
    public func hasType(_ type: AttributeType) -> Condition { .type(here, .value(.string(type.rawValue))) }

    /// DynamoDB's `size(…)`: bytes of text and binary, elements of sets, lists and maps.
    public var size: SizeField { SizeField(operand: .size(here)) }

    /// Whether the value is one of these. Never true without values.
    public func isIn(_ values: some Sequence<Value>) -> Condition {
        let operands = values.map(operand)
        // DynamoDB takes 1 to 100 operands.
        guard operands.count > 100 || operands.isEmpty else { return .isIn(here, operands) }
        let parts = stride(from: 0, to: operands.count, by: 100).map { start in
            Condition.isIn(here, Array(operands[start..<min(start + 100, operands.count)]))
        }
        guard let first = parts.first else { return .and(.exists(here), .notExists(here)) }
        return parts.dropFirst().reduce(first) { .or($0, $1) }
    }

    @inlinable
    public static func == (field: Self, value: Value) -> Condition {
        .compare(field.here, .equal, field.operand(value))
    }

    /// Also true where the attribute is absent: DynamoDB's `<>`.
    @inlinable
    public static func != (field: Self, value: Value) -> Condition {
        .compare(field.here, .notEqual, field.operand(value))
    }

    /// Whether two attributes have the same value.
    @inlinable
    public static func == <Other: AttributeField>(field: Self, other: Other) -> Condition
    where Other.Value == Value {
        .compare(field.here, .equal, other.here)
    }

    @inlinable
    public static func != <Other: AttributeField>(field: Self, other: Other) -> Condition
    where Other.Value == Value {
        .compare(field.here, .notEqual, other.here)
    }
}

extension AttributeField where Value: Comparable {
    @inlinable
    public static func < (field: Self, value: Value) -> Condition {
        .compare(field.here, .less, field.operand(value))
    }

    @inlinable
    public static func <= (field: Self, value: Value) -> Condition {
        .compare(field.here, .lessOrEqual, field.operand(value))
    }

    @inlinable
    public static func > (field: Self, value: Value) -> Condition {
        .compare(field.here, .greater, field.operand(value))
    }

    @inlinable
    public static func >= (field: Self, value: Value) -> Condition {
        .compare(field.here, .greaterOrEqual, field.operand(value))
    }

    @inlinable
    public static func < <Other: AttributeField>(field: Self, other: Other) -> Condition where Other.Value == Value {
        .compare(field.here, .less, other.here)
    }

    @inlinable
    public static func <= <Other: AttributeField>(field: Self, other: Other) -> Condition where Other.Value == Value {
        .compare(field.here, .lessOrEqual, other.here)
    }

    @inlinable
    public static func > <Other: AttributeField>(field: Self, other: Other) -> Condition where Other.Value == Value {
        .compare(field.here, .greater, other.here)
    }

    @inlinable
    public static func >= <Other: AttributeField>(field: Self, other: Other) -> Condition where Other.Value == Value {
        .compare(field.here, .greaterOrEqual, other.here)
    }

    /// Whether the value is between two values, both included.
    @inlinable
    public func isBetween(_ lower: Value, and upper: Value) -> Condition {
        .between(here, lower: operand(lower), upper: operand(upper))
    }
}

extension AttributeField<String> {
    /// Whether the text begins with this.
    @inlinable
    public func begins(with prefix: String) -> Condition { .beginsWith(here, operand(prefix)) }

    /// Whether this is somewhere in the text.
    @inlinable
    public func contains(_ part: String) -> Condition { .contains(here, operand(part)) }
}

extension AttributeField {
    /// Whether the set has this member.
    @inlinable
    public func contains<Member: AttributeConvertible>(_ member: Member) -> Condition where Value == Set<Member> {
        .contains(here, Operand(converting: member))
    }

    /// Whether the list has this element.
    @inlinable
    public func contains<Element: AttributeConvertible>(_ element: Element) -> Condition where Value == [Element] {
        .contains(here, Operand(converting: element))
    }
}
