/// The size of an attribute in a condition: `$0.tags.size > 3`, `$0.tags.size <= $0.limit`.
public struct SizeField: Sendable {
    let operand: Operand

    private func compare(_ comparator: Comparator, _ size: Int) -> Condition {
        .compare(operand, comparator, .value(.number(Number(size))))
    }

    public static func == (field: SizeField, size: Int) -> Condition { field.compare(.equal, size) }
    public static func != (field: SizeField, size: Int) -> Condition { field.compare(.notEqual, size) }
    public static func < (field: SizeField, size: Int) -> Condition { field.compare(.less, size) }
    public static func <= (field: SizeField, size: Int) -> Condition { field.compare(.lessOrEqual, size) }
    public static func > (field: SizeField, size: Int) -> Condition { field.compare(.greater, size) }
    public static func >= (field: SizeField, size: Int) -> Condition { field.compare(.greaterOrEqual, size) }

    /// Whether the size is between two sizes, both included.
    public func isBetween(_ lower: Int, and upper: Int) -> Condition {
        .between(operand, lower: .value(.number(Number(lower))), upper: .value(.number(Number(upper))))
    }
}

/// A number that the item itself has: an attribute, or the size of one.
public protocol NumberOperand: Sendable {
    var numberOperand: Operand { get }
}

extension SizeField: NumberOperand {
    public var numberOperand: Operand { operand }

    public static func == (field: SizeField, other: some NumberOperand) -> Condition {
        .compare(field.operand, .equal, other.numberOperand)
    }

    public static func != (field: SizeField, other: some NumberOperand) -> Condition {
        .compare(field.operand, .notEqual, other.numberOperand)
    }

    public static func < (field: SizeField, other: some NumberOperand) -> Condition {
        .compare(field.operand, .less, other.numberOperand)
    }

    public static func <= (field: SizeField, other: some NumberOperand) -> Condition {
        .compare(field.operand, .lessOrEqual, other.numberOperand)
    }

    public static func > (field: SizeField, other: some NumberOperand) -> Condition {
        .compare(field.operand, .greater, other.numberOperand)
    }

    public static func >= (field: SizeField, other: some NumberOperand) -> Condition {
        .compare(field.operand, .greaterOrEqual, other.numberOperand)
    }
}

extension Field: NumberOperand where Value: AttributeNumber {
    public var numberOperand: Operand { here }
}

extension OptionalField: NumberOperand where Value: AttributeNumber {
    public var numberOperand: Operand { here }
}
