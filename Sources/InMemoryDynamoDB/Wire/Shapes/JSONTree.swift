import Entities

/// A JSON value as a tree: for finding out what is wrong with a request, never on the way of a good one.
indirect enum JSONTree {
    case null
    case bool(Bool)
    /// A number as it is written.
    case number(String)
    case string(String)
    case array([JSONTree])
    /// The members in the order of the text; a name that comes twice counts with its last value.
    case object([(name: String, value: JSONTree)])

    /// - Throws: an `AttributeError` with `.malformed` where the text is no JSON.
    init(_ text: [UInt8]) throws(AttributeError) {
        self = try JSONReader.read(text) { json throws(AttributeError) in try JSONTree(&json) }
    }

    private init(_ json: inout JSONReader) throws(AttributeError) {
        switch try json.kind() {
        case .null: self = try json.nullIfPresent() ? .null : .null
        case .bool: self = .bool(try json.bool())
        case .number: self = .number(String(decoding: try json.rawValue(), as: UTF8.self))
        case .string: self = .string(try json.string())
        case .array:
            var elements: [JSONTree] = []
            try json.array { json throws(AttributeError) in elements.append(try JSONTree(&json)) }
            self = .array(elements)
        case .object:
            var members: [(name: String, value: JSONTree)] = []
            try json.object { name, json throws(AttributeError) in
                let value = try JSONTree(&json)
                if let index = members.firstIndex(where: { $0.name == name }) {
                    members[index].value = value
                } else {
                    members.append((name, value))
                }
            }
            self = .object(members)
        }
    }

    /// A member of an object; `nil` where there is none, or where it is `null`, which is the same to the service.
    subscript(name: String) -> JSONTree? {
        guard case .object(let members) = self, let value = members.first(where: { $0.name == name })?.value else {
            return nil
        }
        return value.isNull ? nil : value
    }

    var isNull: Bool { if case .null = self { true } else { false } }

    /// The tree as JSON without white space.
    var json: String {
        switch self {
        case .null: "null"
        case .bool(let value): String(value)
        case .number(let text): text
        case .string(let text): Self.quoted(text)
        case .array(let elements): "[\(elements.map(\.json).joined(separator: ","))]"
        case .object(let members):
            "{\(members.map { "\(Self.quoted($0.name)):\($0.value.json)" }.joined(separator: ","))}"
        }
    }

    private static func quoted(_ text: String) -> String {
        var json = JSONWriter()
        json.value(text)
        return String(decoding: json.bytes, as: UTF8.self)
    }
}
