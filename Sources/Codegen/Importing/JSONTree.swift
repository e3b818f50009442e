import Entities

/// JSON as it stands in the text: members in their order, numbers with all their digits.
package indirect enum JSONTree: Hashable, Sendable {
    /// A member of an object.
    package struct Member: Hashable, Sendable {
        package var name: String
        package var value: JSONTree
    }

    case object([Member])
    case array([JSONTree])
    case string(String)
    /// The number's text: `1717228800000.5`, `1e+21`.
    case number(String)
    case bool(Bool)
    case null
}

extension JSONTree {
    /// Reads a whole text.
    ///
    /// - Throws: `ImportError` with the line and the column where it is no JSON.
    package init(json text: [UInt8]) throws(ImportError) {
        do throws(JSONError) {
            self = try JSONReader.read(text) { json throws(JSONError) in try JSONTree(&json) }
        } catch {
            throw ImportError("The text is not JSON: \(error).")
        }
    }

    private init(_ json: inout JSONReader) throws(JSONError) {
        switch try json.kind() {
        case .object:
            var members: [Member] = []
            try json.object { name, value throws(JSONError) in
                members.append(Member(name: name, value: try JSONTree(&value)))
            }
            self = .object(members)
        case .array:
            var elements: [JSONTree] = []
            try json.array { element throws(JSONError) in elements.append(try JSONTree(&element)) }
            self = .array(elements)
        case .string: self = .string(try json.string())
        case .number: self = .number(String(decoding: try json.rawValue(), as: UTF8.self))
        case .bool: self = .bool(try json.bool())
        case .null:
            _ = try json.nullIfPresent()
            self = .null
        }
    }

    /// The member of an object; the last, where JSON has it twice. Nil for other kinds of values.
    package subscript(name: String) -> JSONTree? { members.last { $0.name == name }?.value }

    /// The members of an object; none of other kinds of values.
    package var members: [Member] { if case .object(let members) = self { members } else { [] } }

    /// The elements of an array; none of other kinds of values.
    package var elements: [JSONTree] { if case .array(let elements) = self { elements } else { [] } }

    package var string: String? { if case .string(let text) = self { text } else { nil } }

    /// What people call a value of this kind.
    var kind: String {
        switch self {
        case .object: "an object"
        case .array: "an array"
        case .string(let text): "\"\(text)\""
        case .number(let digits): digits
        case .bool(let value): "\(value)"
        case .null: "null"
        }
    }
}
