import Entities

/// What the service asks of a value wherever it comes from.
enum ValueRules {
    /// How deep lists and maps may be nested.
    static let maximumNesting = 32

    static let nestingTooDeep =
        "Nesting Levels have exceeded supported limits: Attributes in the item have nested levels beyond supported limit"

    /// What is wrong with how deep a value is nested; `nil` if nothing is.
    static func checkNesting(_ value: AttributeValue) -> String? {
        isDeeper(value, than: maximumNesting) ? nestingTooDeep : nil
    }

    private static func isDeeper(_ value: AttributeValue, than levels: Int) -> Bool {
        guard levels > 0 else { return true }
        return switch value {
        case .list(let values): values.contains { isDeeper($0, than: levels - 1) }
        case .map(let entries): entries.values.contains { isDeeper($0, than: levels - 1) }
        default: false
        }
    }

    /// Whether one value comes before another of the same type; values without order never do.
    static func precedes(_ left: AttributeValue, _ right: AttributeValue) -> Bool {
        switch (left, right) {
        case (.string(let left), .string(let right)): left.utf8.lexicographicallyPrecedes(right.utf8)
        case (.number(let left), .number(let right)): left < right
        case (.binary(let left), .binary(let right)): left.lexicographicallyPrecedes(right)
        default: false
        }
    }
}

extension AttributeValue {
    /// The value as the service's messages show it: `{S:abc}`.
    var inMessage: String {
        switch self {
        case .string(let text): "{S:\(text)}"
        case .number(let number): "{N:\(number)}"
        default: description.replacing("\"", with: "")
        }
    }
}
