/// An operand of a condition: something in the item, a value, or the size of something in the item.
public enum Operand: Hashable, Sendable {
    /// What stands at a path.
    case path(AttributePath)
    /// A value given by the caller.
    case value(AttributeValue)
    /// DynamoDB's `size(…)` of an operand, a number.
    indirect case size(Operand)
    /// A value that could not be made into an attribute value. A request that holds one is refused before it is sent.
    indirect case invalid(AttributeError)
}

/// How two operands are compared. Values of different types are never equal and have no order.
public enum Comparator: String, Hashable, Sendable, CaseIterable {
    case equal = "="
    case notEqual = "<>"
    case less = "<"
    case lessOrEqual = "<="
    case greater = ">"
    case greaterOrEqual = ">="
}

/// A condition on one item, as a value: DynamoDB's grammar for condition and filter expressions.
///
/// Typed conditions are written in `where` and `if` closures; this tree is what they make, what is rendered to text once,
/// and what the in-memory engine evaluates. The grammar is at
/// https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Expressions.OperatorsAndFunctions.html
///
/// What no typed field can say is said with the tree, or with a field made by hand, and combines with the rest:
///
/// ```swift
/// .if { $0.views > 1 && .compare(.path(AttributePath("legacy")), .equal, .value("x")) }
/// .if { _ in Field<Int>(path: AttributePath("any").appending("count")) > 1 }
/// ```
public indirect enum Condition: Hashable, Sendable {
    case compare(Operand, Comparator, Operand)
    /// `operand BETWEEN lower AND upper`, both inclusive.
    case between(Operand, lower: Operand, upper: Operand)
    /// `operand IN (…)`, at most 100 of them.
    case isIn(Operand, [Operand])
    case exists(Operand)
    case notExists(Operand)
    /// `attribute_type(path, type)`; the type is an operand since in DynamoDB's text it is a value.
    case type(Operand, Operand)
    case beginsWith(Operand, Operand)
    case contains(Operand, Operand)
    case and(Condition, Condition)
    case or(Condition, Condition)
    case not(Condition)
}

extension Condition {
    /// Both must hold.
    public static func && (left: Condition, right: Condition) -> Condition { .and(left, right) }

    /// One of them must hold.
    public static func || (left: Condition, right: Condition) -> Condition { .or(left, right) }

    /// It must not hold.
    public static prefix func ! (condition: Condition) -> Condition { .not(condition) }

    /// Both, where either may be absent.
    package static func joined(_ first: Condition?, _ second: Condition?) -> Condition? {
        guard let first else { return second }
        guard let second else { return first }
        return .and(first, second)
    }

    /// All that are present; `nil` without any.
    static func all(_ conditions: [Condition?]) -> Condition? {
        conditions.reduce(nil) { joined($0, $1) }
    }
}
