import Entities

/// A condition ready to be evaluated on packed items, many times, without making a value of anything.
final class PreparedCondition {
    private indirect enum Node {
        case compare(PreparedOperand, Comparator, PreparedOperand)
        case between(PreparedOperand, PreparedOperand, PreparedOperand)
        case isIn(PreparedOperand, [PreparedOperand])
        case exists(PreparedOperand)
        case type(PreparedOperand, AttributeType?)
        case beginsWith(PreparedOperand, PreparedOperand)
        case contains(PreparedOperand, PreparedOperand)
        case and(Node, Node)
        case or(Node, Node)
        case not(Node)
    }

    private let constants = PackedConstants()
    private let root: Node

    /// The condition must have passed `ExpressionRules`.
    init(_ condition: Condition) {
        root = Self.node(condition, constants)
    }

    private static func node(_ condition: Condition, _ constants: PackedConstants) -> Node {
        func operand(_ operand: Operand) -> PreparedOperand { PreparedOperand(operand, constants) }
        switch condition {
        case .compare(let left, let comparator, let right): return .compare(operand(left), comparator, operand(right))
        case .between(let value, let lower, let upper): return .between(operand(value), operand(lower), operand(upper))
        case .isIn(let value, let candidates): return .isIn(operand(value), candidates.map(operand))
        case .exists(let value): return .exists(operand(value))
        case .notExists(let value): return .not(.exists(operand(value)))
        case .type(let value, .value(.string(let name))): return .type(operand(value), AttributeType(rawValue: name))
        case .type(let value, _): return .type(operand(value), nil)
        case .beginsWith(let value, let prefix): return .beginsWith(operand(value), operand(prefix))
        case .contains(let value, let part): return .contains(operand(value), operand(part))
        case .and(let left, let right): return .and(node(left, constants), node(right, constants))
        case .or(let left, let right): return .or(node(left, constants), node(right, constants))
        case .not(let inner): return .not(node(inner, constants))
        }
    }

    /// Whether the condition holds for an item; for none at all it is evaluated on an item without attributes.
    func holds(for item: EncodedItem?) -> Bool {
        (item ?? Self.nothing).withPacked { map in
            withExtendedLifetime(constants) { Self.holds(root, map) }
        }
    }

    private static let nothing = EncodedItem()

    private static func holds(_ node: Node, _ item: PackedMap) -> Bool {
        switch node {
        case .and(let left, let right): return holds(left, item) && holds(right, item)
        case .or(let left, let right): return holds(left, item) || holds(right, item)
        case .not(let inner): return !holds(inner, item)
        case .compare(let left, let comparator, let right):
            return compare(left.resolve(in: item), comparator, right.resolve(in: item))
        case .between(let operand, let lower, let upper):
            let value = operand.resolve(in: item)
            guard let low = value.order(to: lower.resolve(in: item)),
                let high = value.order(to: upper.resolve(in: item))
            else { return false }
            return low >= 0 && high <= 0
        case .isIn(let operand, let candidates):
            let value = operand.resolve(in: item)
            return candidates.contains { value.equals($0.resolve(in: item)) }
        case .exists(let operand):
            if case .missing = operand.resolve(in: item) { return false }
            return true
        case .type(let operand, let type):
            return operand.resolve(in: item).type == type
        case .beginsWith(let operand, let prefix):
            guard case .value(let value) = operand.resolve(in: item), case .value(let start) = prefix.resolve(in: item)
            else { return false }
            return begins(value, start)
        case .contains(let operand, let part):
            return contains(operand.resolve(in: item), part.resolve(in: item))
        }
    }

    // MARK: Comparisons

    /// With something that is missing, or between types, nothing is true but that it differs.
    private static func compare(_ left: ResolvedOperand, _ comparator: Comparator, _ right: ResolvedOperand) -> Bool {
        switch comparator {
        case .equal: return left.equals(right)
        case .notEqual: return !left.equals(right)
        case .less: return left.order(to: right).map { $0 < 0 } ?? false
        case .lessOrEqual: return left.order(to: right).map { $0 <= 0 } ?? false
        case .greater: return left.order(to: right).map { $0 > 0 } ?? false
        case .greaterOrEqual: return left.order(to: right).map { $0 >= 0 } ?? false
        }
    }

    private static func begins(_ value: PackedValue, _ prefix: PackedValue) -> Bool {
        guard value.tag == prefix.tag, value.tag == .string || value.tag == .binary else { return false }
        let (content, start) = (value.content, prefix.content)
        guard content.count >= start.count else { return false }
        return byteOrder(UnsafeBufferPointer(rebasing: content[..<start.count]), start) == 0
    }

    /// Part of a text or binary, member of a set, element of a list.
    private static func contains(_ container: ResolvedOperand, _ part: ResolvedOperand) -> Bool {
        guard case .value(let value) = container else { return false }
        if let list = value.list { return list.contains { ResolvedOperand.value($0).equals(part) } }
        guard case .value(let part) = part else { return false }
        switch (value.tag, part.tag) {
        case (.string, .string), (.binary, .binary): return hasStretch(value.content, part.content)
        case (.stringSet, .string), (.numberSet, .number), (.binarySet, .binary):
            return value.set?.contains(part.content) ?? false
        default: return false
        }
    }

    private static func hasStretch(_ bytes: UnsafeBufferPointer<UInt8>, _ part: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let first = part.first else { return true }
        guard bytes.count >= part.count else { return false }
        for start in 0...(bytes.count - part.count) where bytes[start] == first {
            if byteOrder(UnsafeBufferPointer(rebasing: bytes[start..<(start + part.count)]), part) == 0 { return true }
        }
        return false
    }
}
