import Entities

/// A JSON object of a request, its members not yet looked into.
///
/// Members come in any order; those that are `null` count as absent, and those that nobody asks for are ignored, as the service
/// does.
struct WireObject {
    private var members: [String: [UInt8]] = [:]
    /// Where it stands in the request, for messages: empty, or such as `transactItems.1.member.`.
    let path: String
    /// How to word what is wrong with values.
    let wording: Wording

    /// The body of a request.
    init(body: [UInt8], wording: Wording = .older) throws(DynamoDBError) {
        try self.init(body, path: "", wording)
    }

    private init(_ text: [UInt8], path: String, _ wording: Wording) throws(DynamoDBError) {
        self.path = path
        self.wording = wording
        members = try Self.reading(text) { json throws(AttributeError) in
            var members: [String: [UInt8]] = [:]
            guard try json.kind() == .object else {
                throw AttributeError(.malformed, reason: "Unexpected field type")
            }
            try json.object { name, json throws(AttributeError) in
                if try !json.nullIfPresent() { members[name] = try json.rawValue() }
            }
            return members
        }
    }

    // MARK: Members

    var names: [String] { members.keys.sorted() }

    func has(_ name: String) -> Bool { members[name] != nil }

    func string(_ name: String) throws(DynamoDBError) -> String? {
        try read(name) { json throws(AttributeError) in
            let kind = try json.kind()
            guard kind == .string else { throw Self.conversion(kind, to: "String") }
            return try json.string()
        }
    }

    func bool(_ name: String) throws(DynamoDBError) -> Bool? {
        try read(name) { json throws(AttributeError) in
            let kind = try json.kind()
            if kind == .string {
                // The service takes some words for booleans.
                let text = try json.string()
                guard let value = ShapeCheck.boolean(text) else { throw Self.conversion(kind, to: "Boolean") }
                return value
            }
            guard kind == .bool else { throw Self.conversion(kind, to: "Boolean") }
            return try json.bool()
        }
    }

    func int(_ name: String) throws(DynamoDBError) -> Int? {
        try read(name) { json throws(AttributeError) in
            let kind = try json.kind()
            guard kind == .number else { throw Self.conversion(kind, to: "Integer") }
            // The service takes 1.0 and 1e2 for integers as well.
            return Int(exactly: try json.double().rounded(.towardZero)) ?? Int.max
        }
    }

    func item(_ name: String) throws(DynamoDBError) -> EncodedItem? {
        guard let text = members[name] else { return nil }
        do throws(AttributeError) {
            return try JSONReader.read(text) { json throws(AttributeError) in try json.item() }
        } catch {
            return try explainedItem(text, error)
        }
    }

    /// A member that names an item by its key, of which not even the values have to be right to be read.
    func key() throws(DynamoDBError) -> EncodedItem {
        let key = try require("Key", try item("Key"))
        try ItemRules.checkValues(key)
        return key
    }

    /// What the strict reader has refused is either wrong, and the service has its words for that, or of a form that only
    /// the service takes.
    private func explainedItem(_ text: [UInt8], _ error: AttributeError) throws(DynamoDBError) -> EncodedItem {
        guard let tree = try? JSONTree(text) else { throw Self.refusal(error) }
        if let problem = TypedValueCheck(wording).problem(inItem: tree) { throw .invalid(problem) }
        if error.code == .nestingTooDeep {
            // What is at the top comes before what is deep below.
            if case .object(let members) = tree, members.contains(where: { $0.name.isEmpty }) {
                throw .invalid(ItemRules.emptyName)
            }
            throw Self.refusal(error)
        }
        guard let attributes = [String: AttributeValue](item: tree) else { throw Self.refusal(error) }
        return EncodedItem(attributes)
    }

    /// A member that is an object.
    func object(_ name: String, at path: String) throws(DynamoDBError) -> WireObject? {
        guard let text = members[name] else { return nil }
        return try WireObject(text, path: path, wording)
    }

    /// A member that is an array of objects.
    func objects(_ name: String, at place: String) throws(DynamoDBError) -> [WireObject]? {
        guard let texts = try texts(name) else { return nil }
        var objects: [WireObject] = []
        for (index, text) in texts.enumerated() {
            objects.append(try WireObject(text, path: "\(path)\(place).\(index + 1).member.", wording))
        }
        return objects
    }

    func items(_ name: String) throws(DynamoDBError) -> [EncodedItem]? {
        guard let texts = try texts(name) else { return nil }
        var items: [EncodedItem] = []
        for text in texts {
            do throws(AttributeError) {
                items.append(try JSONReader.read(text) { json throws(AttributeError) in try json.item() })
            } catch {
                items.append(try explainedItem(text, error))
            }
        }
        return items
    }

    func strings(_ name: String) throws(DynamoDBError) -> [String]? {
        try read(name) { json throws(AttributeError) in
            var strings: [String] = []
            try json.array { json throws(AttributeError) in strings.append(try json.string()) }
            return strings
        }
    }

    func value(_ name: String) throws(DynamoDBError) -> AttributeValue? {
        guard let text = members[name] else { return nil }
        return try value(text)
    }

    func values(_ name: String) throws(DynamoDBError) -> [AttributeValue]? {
        guard let texts = try texts(name) else { return nil }
        var values: [AttributeValue] = []
        for text in texts { values.append(try value(text)) }
        return values
    }

    private func value(_ text: [UInt8]) throws(DynamoDBError) -> AttributeValue {
        do throws(AttributeError) {
            // As an item's attribute, since that way a set with an element twice is noticed.
            let item = Array(#"{"":"#.utf8) + text + Array("}".utf8)
            let attribute = try JSONReader.read(item) { json throws(AttributeError) in try json.item() }.attributes[""]
            guard let attribute else { throw AttributeError(.missingAttribute, reason: "there is no value") }
            if attribute.hasEmptySet { throw AttributeError(.emptySet, reason: "there are no empty sets") }
            return attribute
        } catch {
            guard let tree = try? JSONTree(text) else { throw Self.refusal(error) }
            if let problem = TypedValueCheck(wording).problem(in: tree) { throw .invalid(problem) }
            if error.code == .nestingTooDeep { throw Self.refusal(error) }
            guard let value = AttributeValue(tree) else { throw Self.refusal(error) }
            return value
        }
    }

    private func texts(_ name: String) throws(DynamoDBError) -> [[UInt8]]? {
        try read(name) { json throws(AttributeError) in
            var texts: [[UInt8]] = []
            try json.array { json throws(AttributeError) in texts.append(try json.rawValue()) }
            return texts
        }
    }

    // MARK: Reading

    private func read<Value>(
        _ name: String, _ body: (inout JSONReader) throws(AttributeError) -> Value
    ) throws(DynamoDBError) -> Value? {
        guard let text = members[name] else { return nil }
        return try Self.reading(text, body)
    }

    private static func reading<Value>(
        _ text: [UInt8], _ body: (inout JSONReader) throws(AttributeError) -> Value
    ) throws(DynamoDBError) -> Value {
        do throws(AttributeError) {
            return try JSONReader.read(text, body)
        } catch {
            throw refusal(error)
        }
    }

    private static func conversion(_ kind: JSONReader.Kind, to type: String) -> AttributeError {
        let reason =
            switch kind {
            case .object: "Start of structure or map found where not expected."
            case .array: "Unrecognized collection type class java.util.ArrayList"
            case .string: "STRING_VALUE cannot be converted to \(type)"
            case .number: "NUMBER_VALUE cannot be converted to \(type)"
            case .bool: "BOOLEAN_VALUE cannot be converted to \(type)"
            case .null: "NULL_VALUE cannot be converted to \(type)"
            }
        return AttributeError(.malformed, reason: reason)
    }

    /// What is no JSON, or has another form, is a serialization error; what has the form and is no value is not valid.
    private static func refusal(_ error: AttributeError) -> DynamoDBError {
        switch error.code {
        case .malformed: return DynamoDBError(.serialization, error.reason)
        case .notANumber: return .invalid("The parameter cannot be converted to a numeric value: \(error.reason)")
        case .nestingTooDeep: return .invalid(ValueRules.nestingTooDeep)
        case .emptySet: return .invalidParameter("An string set  may not be empty")
        default: return .invalid(error.description)
        }
    }
}

extension AttributeValue {
    /// Whether there is a set without elements in it, at any depth.
    fileprivate var hasEmptySet: Bool {
        switch self {
        case .stringSet(let elements): elements.isEmpty
        case .numberSet(let elements): elements.isEmpty
        case .binarySet(let elements): elements.isEmpty
        case .list(let values): values.contains { $0.hasEmptySet }
        case .map(let values): values.values.contains { $0.hasEmptySet }
        case .string, .number, .binary, .bool, .null: false
        }
    }
}
