import Entities

/// A comparison of the time before expressions: `ComparisonOperator` in `Expected`, `KeyConditions`, `QueryFilter`, `ScanFilter`.
enum LegacyOperator: String, CaseIterable {
    case equal = "EQ"
    case notEqual = "NE"
    case lessOrEqual = "LE"
    case less = "LT"
    case greaterOrEqual = "GE"
    case greater = "GT"
    case exists = "NOT_NULL"
    case notExists = "NULL"
    case contains = "CONTAINS"
    case notContains = "NOT_CONTAINS"
    case beginsWith = "BEGINS_WITH"
    case isIn = "IN"
    case between = "BETWEEN"

    /// How many values it is given.
    var argumentCount: ClosedRange<Int> {
        switch self {
        case .exists, .notExists: 0...0
        case .between: 2...2
        case .isIn: 1...Int.max
        default: 1...1
        }
    }

    /// Whether it takes values of a type. The attribute may be of any: types that do not fit make the comparison false.
    func accepts(_ type: AttributeType) -> Bool {
        switch self {
        case .equal, .notEqual: true
        case .beginsWith: type == .string || type == .binary
        default: type == .string || type == .number || type == .binary
        }
    }
}
