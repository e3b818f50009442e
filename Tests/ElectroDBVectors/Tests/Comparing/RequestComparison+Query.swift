import Codegen
import ElectroDBCases
import Entities

extension RequestComparison {
    mutating func compare(index: String?) {
        let expected = vector.expect["index"]?.string
        if index != expected { differ("reads \(index ?? "the table"), and should read \(expected ?? "the table")") }
    }

    mutating func compare(query request: QueryRequest) {
        compare(index: request.indexName)
        compare(keyCondition: request.keyCondition)
        compare(filter: request.filter)
    }

    private mutating func compare(keyCondition condition: KeyCondition) {
        var expected = ExpectedKeyCondition.all(vector.expect)
        for equality in condition.equalities {
            guard case .value(let value) = equality.value else {
                differ("\(equality.name) is no value")
                continue
            }
            let position = expected.firstIndex {
                $0.field == equality.name && $0.operation == "=" && ExpectedValue($0.values[0]).isSame(as: value)
            }
            if let position {
                expected.remove(at: position)
            } else {
                differ("asks for \(equality.name) = \(value)")
            }
        }
        if let range = condition.range {
            let position = expected.firstIndex { $0.field == range.name && $0.allows(range.range) }
            if let position {
                expected.remove(at: position)
            } else {
                differ("asks for \(range.name) in \(range.range)")
            }
        }
        for missing in expected { differ("does not ask for \(missing.field) \(missing.operation) \(missing.values)") }
    }
}

/// A condition on a key attribute, as the vectors have it.
struct ExpectedKeyCondition {
    let field: String
    let operation: String
    let values: [JSONTree]

    static func all(_ expect: JSONTree) -> [ExpectedKeyCondition] {
        var conditions = (expect["partition"]?.members ?? []).map {
            ExpectedKeyCondition(field: $0.name, operation: "=", values: [$0.value])
        }
        let listed = expect["keyConditions"]?.elements ?? []
        for condition in listed + [expect["sort"] ?? .null] {
            guard let field = condition["field"]?.string, let operation = condition["operator"]?.string,
                let values = condition["values"]?.elements, !values.isEmpty
            else { continue }
            conditions.append(ExpectedKeyCondition(field: field, operation: operation, values: values))
        }
        return conditions
    }

    /// Whether its lower bound is above its upper one: DynamoDB refuses that, and ours does not ask for it.
    var isReversed: Bool {
        guard operation == "between", values.count == 2 else { return false }
        switch (ExpectedValue(values[0]).attributeValue(), ExpectedValue(values[1]).attributeValue()) {
        case (.string(let lower), .string(let upper)): return upper.utf8.lexicographicallyPrecedes(lower.utf8)
        case (.number(let lower), .number(let upper)): return upper < lower
        default: return false
        }
    }

    /// Whether a range is this one, or has its bound and stays among the keys of the entity, where ElectroDB's goes on to the end of the
    /// partition.
    func allows(_ range: KeyCondition.Range) -> Bool {
        switch (operation, range) {
        case (">", .greater(let bound)), (">=", .greaterOrEqual(let bound)), ("<", .less(let bound)),
            ("<=", .lessOrEqual(let bound)), ("begins_with", .beginsWith(let bound)):
            return isSame(values[0], bound)
        case ("between", .between(let lower, let upper)):
            return values.count == 2 && isSame(values[0], lower) && isSame(values[1], upper)
        case (_, .between(.value(.string(let lower)), .value(.string(let upper)))):
            guard let bound = values[0].string else { return false }
            return isBounded(bound, from: lower, to: upper)
        default: return false
        }
    }

    private func isSame(_ expected: JSONTree, _ bound: Operand) -> Bool {
        guard case .value(let value) = bound else { return false }
        return ExpectedValue(expected).isSame(as: value)
    }

    private func isBounded(_ bound: String, from lower: String, to upper: String) -> Bool {
        switch operation {
        case ">=": isSame(lower, bound) && isEnd(upper, of: bound)
        case ">": isSame(lower, bound + "\0") && isEnd(upper, of: bound)
        case "<=": isSame(upper, bound) && isStart(lower, of: bound)
        case "<": isJustBelow(upper, bound) && isStart(lower, of: bound)
        default: false
        }
    }

    private func isSame(_ a: String, _ b: String) -> Bool { a.utf8.elementsEqual(b.utf8) }

    /// Whether a text is above all keys that begin with a part of this one: that part, and the last of all characters.
    private func isEnd(_ end: String, of key: String) -> Bool {
        guard end.unicodeScalars.last == "\u{10FFFF}" else { return false }
        return isStart(String(String.UnicodeScalarView(end.unicodeScalars.dropLast())), of: key)
    }

    private func isStart(_ start: String, of key: String) -> Bool {
        !start.isEmpty && key.utf8.starts(with: start.utf8)
    }

    /// Whether nothing that is written to be read stands between: all but the last character is the same.
    private func isJustBelow(_ text: String, _ key: String) -> Bool {
        text.utf8.lexicographicallyPrecedes(key.utf8) && text.unicodeScalars.starts(with: key.unicodeScalars.dropLast())
    }
}
