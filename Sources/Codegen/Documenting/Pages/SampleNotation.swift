import Entities

/// Stored values for people to read.
enum SampleNotation {
    /// How many characters of a value are shown.
    private static let limit = 48

    static func text(_ value: AttributeValue) -> String {
        let text = if case .string(let text) = value { text } else { nested(value) }
        return text.count > limit ? "\(text.prefix(limit))… (\(text.count) characters)" : text
    }

    /// All of a key, whatever its type.
    static func key(_ value: AttributeValue) -> String {
        if case .string(let text) = value { text } else { nested(value) }
    }

    private static func nested(_ value: AttributeValue) -> String {
        switch value {
        case .string(let text): "\"\(text)\""
        case .number(let number): number.description
        case .binary(let bytes): "\(bytes.count) bytes"
        case .bool(let value): "\(value)"
        case .null: "null"
        case .stringSet(let members): "{\(members.sorted().map { "\"\($0)\"" }.joined(separator: ", "))}"
        case .numberSet(let members): "{\(members.sorted().map(\.description).joined(separator: ", "))}"
        case .binarySet(let members): "{\(members.count) times bytes}"
        case .list(let elements): "[\(elements.map(nested).joined(separator: ", "))]"
        case .map(let members):
            "{\(members.sorted { $0.key < $1.key }.map { "\($0.key): \(nested($0.value))" }.joined(separator: ", "))}"
        }
    }
}
