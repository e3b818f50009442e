import Entities

/// A condition of the kind that most writes have: attributes that are there or not, or compared with a text, a number or a BOOL, and what
/// AND, OR and NOT make of such.
///
/// No rule of expressions can refuse one, and it is evaluated once, where it stands, without being prepared.
struct PlainCondition {
    private let condition: Condition

    /// How many operators are looked at. The service allows 300, and nothing here is deep.
    private static let maximumOperators = 32

    /// `nil` for any other condition.
    init?(_ condition: Condition) {
        var operators = 0
        guard Self.isPlain(condition, &operators) else { return nil }
        self.condition = condition
    }

    private static func isPlain(_ condition: Condition, _ operators: inout Int) -> Bool {
        operators += 1
        guard operators <= maximumOperators else { return false }
        switch condition {
        case .and(let left, let right), .or(let left, let right):
            return isPlain(left, &operators) && isPlain(right, &operators)
        case .not(let inner): return isPlain(inner, &operators)
        case .exists(.path(let path)), .notExists(.path(let path)): return path.isTopLevel
        case .compare(.path(let path), let comparator, .value(let value)):
            guard path.isTopLevel else { return false }
            switch value {
            case .string, .number: return true
            case .bool: return comparator == .equal || comparator == .notEqual
            default: return false
            }
        default: return false
        }
    }

    /// Whether it holds for an item; for none at all it is evaluated on an item without attributes.
    func holds(for item: EncodedItem?) -> Bool {
        guard let item else { return Self.holds(condition, nil) }
        return item.withPacked { Self.holds(condition, $0) }
    }

    private static func holds(_ condition: Condition, _ item: PackedMap?) -> Bool {
        switch condition {
        case .and(let left, let right): holds(left, item) && holds(right, item)
        case .or(let left, let right): holds(left, item) || holds(right, item)
        case .not(let inner): !holds(inner, item)
        case .exists(.path(let path)): item?[path.attributeName] != nil
        case .notExists(.path(let path)): item?[path.attributeName] == nil
        case .compare(.path(let path), let comparator, .value(let value)):
            compare(item?[path.attributeName], comparator, value)
        default: false
        }
    }

    /// With something that is missing, or between types, nothing is true but that it differs.
    private static func compare(_ left: PackedValue?, _ comparator: Comparator, _ right: AttributeValue) -> Bool {
        guard let left, let order = order(left, right) else { return comparator == .notEqual }
        return switch comparator {
        case .equal: order == 0
        case .notEqual: order != 0
        case .less: order < 0
        case .lessOrEqual: order <= 0
        case .greater: order > 0
        case .greaterOrEqual: order >= 0
        }
    }

    /// Below, equal to or above zero; `nil` between types.
    private static func order(_ left: PackedValue, _ right: AttributeValue) -> Int? {
        switch (left.tag, right) {
        case (.string, .string(var text)): return text.withUTF8 { byteOrder(left.content, $0) }
        case (.number, .number(let number)):
            guard let value = left.number else { return nil }
            return value == number ? 0 : value < number ? -1 : 1
        case (.true, .bool(let value)): return value ? 0 : 1
        case (.false, .bool(let value)): return value ? -1 : 0
        default: return nil
        }
    }
}
