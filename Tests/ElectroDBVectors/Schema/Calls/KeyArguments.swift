import Codegen
import ElectroDBCases

/// Writes what a query is given: the values of the partition key, and of the sort key as many as there are, from the first.
struct KeyArguments {
    let callee: Callee
    let partition: [KeyPlaceholderModel]
    let sort: [KeyPlaceholderModel]
    /// The parts of the sort key that a range can be over at once, if there are some.
    var ordered: OrderedSortParts?

    func text(input: JSONTree, range: VectorCase.Range?) throws(Inexpressible) -> String {
        var values = callee.values(input)
        let (lower, upper) = (callee.values(range?.from ?? .null), callee.values(range?.to ?? .null))
        var seen: Set<String> = []
        var arguments: [String] = []
        for part in partition where seen.insert(part.parameter).inserted {
            guard let value = values[part.attribute] else {
                throw Inexpressible(.missing, "the partition key has \(part.attribute)")
            }
            arguments.append(try exact(part, value))
        }
        let sortParts = sort.filter { seen.insert($0.parameter).inserted }
        let ranged = sortParts.last { lower[$0.attribute] != nil || upper[$0.attribute] != nil }
        let before = sortParts.prefix { $0.attribute != ranged?.attribute }.map(\.attribute)
        if let range, let ranged, range.isWide(of: ranged.attribute, behind: before, lower, upper) {
            arguments += try wide(range.operator, values.merging(lower) { $1 }, values.merging(upper) { $1 }, sortParts)
            return arguments.joined(separator: ", ")
        }
        // A range begins with what its bounds have in common.
        for attribute in before { values[attribute] = lower[attribute] ?? values[attribute] }
        for part in sortParts {
            if let range, part.attribute == ranged?.attribute {
                arguments.append(try self.range(part, range.operator, lower[part.attribute], upper[part.attribute]))
                return arguments.joined(separator: ", ")
            }
            guard let value = values[part.attribute] else { break }
            arguments.append(try exact(part, value))
        }
        if range != nil { throw Inexpressible(.none, "the parts before the range are not all given") }
        return arguments.joined(separator: ", ")
    }

    private func label(_ part: KeyPlaceholderModel) -> String { "\(SwiftKeyword.escapedParameter(part.parameter)):" }

    private func exact(_ part: KeyPlaceholderModel, _ value: JSONTree) throws(Inexpressible) -> String {
        "\(label(part)) \(try literal(part, value))"
    }

    private func literal(_ part: KeyPlaceholderModel, _ value: JSONTree) throws(Inexpressible) -> String {
        guard let attribute = callee.entity.attribute(part.attribute) else {
            throw Inexpressible(.none, "there is no attribute \(part.attribute)")
        }
        return try callee.literal(value, attribute)
    }

    private func range(
        _ part: KeyPlaceholderModel, _ operation: VectorCase.Range.Operator, _ from: JSONTree?, _ to: JSONTree?
    ) throws(Inexpressible) -> String {
        if case .bool? = callee.entity.attribute(part.attribute)?.type, part.encoding == .number {
            throw Inexpressible(.none, "\(part.attribute) is one of two numbers, of which there is no range")
        }
        let lower = try from.map { value throws(Inexpressible) in try bound(part, value) } ?? ""
        let upper = try to.map { value throws(Inexpressible) in try bound(part, value) } ?? ""
        return "\(label(part)) \(operation.text(lower, upper))"
    }

    /// A range over several parts at once, and the parts before.
    private func wide(
        _ operation: VectorCase.Range.Operator, _ lower: [String: JSONTree], _ upper: [String: JSONTree],
        _ parts: [KeyPlaceholderModel]
    ) throws(Inexpressible) -> [String] {
        guard let ordered else { throw Inexpressible(.none, "there are no several parts that keep their order") }
        var arguments: [String] = []
        for part in parts.prefix(ordered.start) {
            guard let value = lower[part.attribute], operation != .between || upper[part.attribute] == value else {
                throw Inexpressible(
                    .none, "a range is not over \(part.attribute), which is before what keeps its order")
            }
            arguments.append(try exact(part, value))
        }
        let least = try bound(ordered.parts, lower)
        let greatest = operation == .between ? try bound(ordered.parts, upper) : ""
        return arguments + ["in: \(operation.text(least, greatest))"]
    }

    private func bound(_ parts: [KeyPlaceholderModel], _ values: [String: JSONTree]) throws(Inexpressible) -> String {
        var arguments: [String] = []
        for part in parts {
            guard let value = values[part.attribute] else { break }
            arguments.append("\(label(part)) \(try bound(part, value))")
        }
        if arguments.isEmpty { throw Inexpressible(.none, "a bound has no values of parts that keep their order") }
        return ".init(\(arguments.joined(separator: ", ")))"
    }

    /// A bound; of what is no order of its own, the text in the key.
    private func bound(_ part: KeyPlaceholderModel, _ value: JSONTree) throws(Inexpressible) -> String {
        switch (callee.entity.attribute(part.attribute)?.type, value) {
        case (.choice, .string(let text)): SwiftStringLiteral.quoted(text)
        case (.bool, .bool(let value)): SwiftStringLiteral.quoted("\(value)")
        default: try literal(part, value)
        }
    }
}

extension VectorCase.Range {
    /// Whether the bounds differ before the last part that they have, or go as far as different parts.
    fileprivate func isWide(
        of last: String, behind parts: [String], _ lower: [String: JSONTree], _ upper: [String: JSONTree]
    ) -> Bool {
        switch self.operator {
        case .begins: false
        case .between:
            parts.contains { lower[$0] != upper[$0] } || lower[last] == nil || upper[last] == nil
        case .gt, .gte, .lt, .lte: parts.contains { lower[$0] != nil }
        }
    }
}

extension VectorCase.Range.Operator {
    fileprivate func text(_ lower: String, _ upper: String) -> String {
        switch self {
        case .begins: ".beginning(with: \(lower))"
        case .gt: ".above(\(lower))"
        case .gte: "(\(lower))..."
        case .lt: "..<(\(lower))"
        case .lte: "...(\(lower))"
        case .between: "(\(lower))...(\(upper))"
        }
    }
}
