import Entities

/// A condition ready to be evaluated on packed items, many times, without making a value of anything.
final class PreparedCondition {
    /// What it refers to is in `constants`.
    private enum Node {
        typealias Operands = UnsafeBufferPointer<PreparedOperand>
        typealias Inner = UnsafePointer<Node>

        case compare(Operands, Comparator)
        case between(Operands)
        /// The first, and the candidates.
        case isIn(Operands)
        case exists(Operands)
        case type(Operands, AttributeType?)
        case beginsWith(Operands)
        case contains(Operands)
        case and(Inner, Inner)
        case or(Inner, Inner)
        case not(Inner)
    }

    private let constants = PackedConstants()
    private let root: Node

    /// The condition must have passed `ExpressionRules`.
    init(_ condition: Condition) {
        root = Self.node(condition, constants)
    }

    private static func node(_ condition: Condition, _ constants: PackedConstants) -> Node {
        func operands(_ operands: Operand...) -> Node.Operands {
            constants.place(operands.map { PreparedOperand($0, constants) })
        }
        func inner(_ condition: Condition) -> Node.Inner { constants.place(node(condition, constants)) }
        switch condition {
        case .compare(let left, let comparator, let right): return .compare(operands(left, right), comparator)
        case .between(let value, let lower, let upper): return .between(operands(value, lower, upper))
        case .isIn(let value, let candidates):
            return .isIn(constants.place(([value] + candidates).map { PreparedOperand($0, constants) }))
        case .exists(let value): return .exists(operands(value))
        case .notExists(let value): return .not(constants.place(.exists(operands(value))))
        case .type(let value, .value(.string(let name))): return .type(operands(value), AttributeType(rawValue: name))
        case .type(let value, _): return .type(operands(value), nil)
        case .beginsWith(let value, let prefix): return .beginsWith(operands(value, prefix))
        case .contains(let value, let part): return .contains(operands(value, part))
        case .and(let left, let right): return .and(inner(left), inner(right))
        case .or(let left, let right): return .or(inner(left), inner(right))
        case .not(let condition): return .not(inner(condition))
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
        case .and(let left, let right): return holds(left.pointee, item) && holds(right.pointee, item)
        case .or(let left, let right): return holds(left.pointee, item) || holds(right.pointee, item)
        case .not(let inner): return !holds(inner.pointee, item)
        case .compare(let operands, let comparator):
            return compare(operands[0].resolve(in: item), comparator, operands[1].resolve(in: item))
        case .between(let operands):
            let value = operands[0].resolve(in: item)
            guard let low = value.order(to: operands[1].resolve(in: item)),
                let high = value.order(to: operands[2].resolve(in: item))
            else { return false }
            return low >= 0 && high <= 0
        case .isIn(let operands):
            let value = operands[0].resolve(in: item)
            return operands.dropFirst().contains { value.equals($0.resolve(in: item)) }
        case .exists(let operands):
            if case .missing = operands[0].resolve(in: item) { return false }
            return true
        case .type(let operands, let type):
            return operands[0].resolve(in: item).type == type
        case .beginsWith(let operands):
            guard case .value(let value) = operands[0].resolve(in: item),
                case .value(let start) = operands[1].resolve(in: item)
            else { return false }
            return begins(value, start)
        case .contains(let operands):
            return contains(operands[0].resolve(in: item), operands[1].resolve(in: item))
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
