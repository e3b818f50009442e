import Codegen
import ElectroDBCases

/// Writes what a query is given: the values of the partition key, and of the sort key as many as there are, from the first.
struct KeyArguments {
    let callee: Callee
    let partition: [KeyPlaceholderModel]
    let sort: [KeyPlaceholderModel]

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
        // A range begins with what its bounds have in common.
        let ranged = sortParts.last { lower[$0.attribute] != nil || upper[$0.attribute] != nil }
        for part in sortParts where part.attribute != ranged?.attribute {
            guard let value = lower[part.attribute] else { continue }
            let isShared = range?.operator == .begins || upper[part.attribute] == value
            guard isShared else { throw Inexpressible(.none, "a range is of the last part that is given") }
            values[part.attribute] = value
        }
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
        let range =
            switch operation {
            case .begins: ".beginning(with: \(lower))"
            case .gt: ".above(\(lower))"
            case .gte: "(\(lower))..."
            case .lt: "..<(\(lower))"
            case .lte: "...(\(lower))"
            case .between: "(\(lower))...(\(upper))"
            }
        return "\(label(part)) \(range)"
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
