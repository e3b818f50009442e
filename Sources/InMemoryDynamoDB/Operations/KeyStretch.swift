import Entities

/// Which stretch of which partition a key condition means.
struct KeyStretch {
    let partition: [UInt8]
    let range: KeyRange
    /// Whether there is a condition on the sort key.
    let hasSortCondition: Bool

    /// The condition must have passed `KeyConditionRules`.
    init(_ condition: KeyCondition, _ target: ReadTarget) throws(DynamoDBError) {
        let layout = target.layout
        hasSortCondition = condition.equalities.count > layout.partition.count || condition.range != nil
        var partition: [UInt8] = []
        for (index, component) in layout.partition.enumerated() {
            guard let operand = condition.value(of: component.name) else { continue }
            let content = try Self.content(operand)
            content.withUnsafeBufferPointer {
                KeyLayout.append($0, of: component, isLast: index == layout.partition.count - 1, to: &partition)
            }
        }
        self.partition = partition

        // Sort key attributes are given from the left, without gaps; a range is the last.
        var prefix: [UInt8] = []
        for (index, component) in layout.sort.prefix(target.keys.sort.count).enumerated() {
            let isLast = index == layout.sort.count - 1
            if let operand = condition.value(of: component.name) {
                let content = try Self.content(operand)
                content.withUnsafeBufferPointer { KeyLayout.append($0, of: component, isLast: isLast, to: &prefix) }
                guard isLast else { continue }
                range = .exactly(prefix)
                return
            }
            if let range = condition.range, range.name == component.name {
                self.range = try Self.range(range.range, component, isLast: isLast, after: prefix)
                return
            }
            break
        }
        range = .prefix(prefix)
    }

    /// The packed content of a value that a key attribute is compared with.
    private static func content(_ operand: Operand) throws(DynamoDBError) -> [UInt8] {
        EncodedItem.packed(try operand.keyValue()).withUnsafeBufferPointer { Array(PackedValue($0).content) }
    }

    // MARK: Ranges

    private static func range(
        _ range: KeyCondition.Range, _ component: KeyLayout.Component, isLast: Bool, after prefix: [UInt8]
    ) throws(DynamoDBError) -> KeyRange {
        /// The first key of those with this value.
        func start(_ operand: Operand) throws(DynamoDBError) -> [UInt8] {
            var bytes = prefix
            let content = try content(operand)
            content.withUnsafeBufferPointer { KeyLayout.append($0, of: component, isLast: isLast, to: &bytes) }
            return bytes
        }
        /// The first key behind those with this value.
        func end(_ operand: Operand) throws(DynamoDBError) -> [UInt8]? {
            let start = try start(operand)
            return isLast ? KeyRange.firstBytes(above: start) : KeyRange.firstBytes(abovePrefix: start)
        }
        let whole = KeyRange.prefix(prefix)
        switch range {
        case .less(let operand): return KeyRange(lower: prefix, upper: try start(operand))
        case .lessOrEqual(let operand): return KeyRange(lower: prefix, upper: try end(operand))
        case .greater(let operand):
            guard let lower = try end(operand) else { return KeyRange(lower: prefix, upper: prefix) }
            return KeyRange(lower: lower, upper: whole.upper)
        case .greaterOrEqual(let operand): return KeyRange(lower: try start(operand), upper: whole.upper)
        case .between(let lower, let upper): return KeyRange(lower: try start(lower), upper: try end(upper))
        case .beginsWith(let operand):
            var bytes = prefix
            let content = try content(operand)
            content.withUnsafeBufferPointer { KeyLayout.appendPrefix($0, isLast: isLast, to: &bytes) }
            return .prefix(bytes)
        }
    }
}

extension KeyCondition {
    /// The value that an attribute must have exactly.
    fileprivate func value(of name: String) -> Operand? {
        equalities.first { $0.name == name }?.value
    }
}
