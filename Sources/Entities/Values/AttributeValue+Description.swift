extension AttributeValue: CustomStringConvertible {
    /// DynamoDB's JSON without spaces, maps and sets in order, so that equal values print alike: `{"SS":["a","b"]}`.
    public var description: String {
        var text = ""
        write(to: &text)
        return text
    }

    private func write(to text: inout String) {
        text += "{\"\(type.rawValue)\":"
        switch self {
        case .string(let value): Self.writeQuoted(value, to: &text)
        case .number(let value): text += "\"\(value)\""
        case .binary(let value): text += "\"\(Base64.text(of: value))\""
        case .bool(let value): text += value ? "true" : "false"
        case .null: text += "true"
        case .stringSet(let members):
            Self.writeList(members.sorted(by: Self.utf8Precedes), to: &text) { Self.writeQuoted($0, to: &$1) }
        case .numberSet(let members):
            Self.writeList(members.sorted(), to: &text) { $1 += "\"\($0)\"" }
        case .binarySet(let members):
            let sorted = members.sorted { $0.lexicographicallyPrecedes($1) }
            Self.writeList(sorted, to: &text) { $1 += "\"\(Base64.text(of: $0))\"" }
        case .list(let values):
            Self.writeList(values, to: &text) { $0.write(to: &$1) }
        case .map(let entries):
            text += "{"
            let sorted = entries.sorted { Self.utf8Precedes($0.key, $1.key) }
            for (index, entry) in sorted.enumerated() {
                if index > 0 { text += "," }
                Self.writeQuoted(entry.key, to: &text)
                text += ":"
                entry.value.write(to: &text)
            }
            text += "}"
        }
        text += "}"
    }

    private static func writeList<Element>(
        _ elements: [Element], to text: inout String, write: (Element, inout String) -> Void
    ) {
        text += "["
        for (index, element) in elements.enumerated() {
            if index > 0 { text += "," }
            write(element, &text)
        }
        text += "]"
    }

    /// DynamoDB's order of strings: by bytes, which is not Swift's.
    private static func utf8Precedes(_ left: String, _ right: String) -> Bool {
        left.utf8.lexicographicallyPrecedes(right.utf8)
    }

    private static func writeQuoted(_ value: String, to text: inout String) {
        text += "\""
        for scalar in value.unicodeScalars {
            switch scalar {
            case "\"": text += "\\\""
            case "\\": text += "\\\\"
            case "\n": text += "\\n"
            case "\r": text += "\\r"
            case "\t": text += "\\t"
            case "\0"..."\u{1F}":
                let digits = String(scalar.value, radix: 16)
                text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: text.unicodeScalars.append(scalar)
            }
        }
        text += "\""
    }
}
