/// Reads an attribute, and the attributes that are nested in it.
struct ElectroDBAttributeReader {
    /// What notes are about: `Author.bio`.
    let subject: String
    let isNested: Bool
    private(set) var notes: [ImportNote] = []

    init(subject: String, isNested: Bool) {
        self.subject = subject
        self.isNested = isNested
    }

    private static let options: Set<String> = [
        "type", "field", "required", "default", "readOnly", "hidden", "label", "padding", "validate", "get", "set",
        "watch",
        "properties", "items", "cast",
    ]

    /// - Parameter value: An object, or what its `type` would be: `"string"`, `["draft", "published"]`.
    mutating func attribute(_ name: String, _ value: PlacedValue) throws(ImportError) -> ElectroDBAttribute {
        guard case .object(let members) = value.tree else {
            return ElectroDBAttribute(name: name, type: try type(value, of: nil))
        }
        var attribute = ElectroDBAttribute(name: name, type: try type(value.required("type"), of: value))
        attribute.field = try value["field"].string()
        attribute.isRequired = try value["required"].bool()
        attribute.isReadOnly = try value["readOnly"].bool()
        attribute.isHidden = try value["hidden"].bool()
        attribute.label = try value["label"].string()
        if let padding = value["padding"] {
            attribute.padding = ElectroDBAttribute.Padding(
                length: try padding.required("length").int(), fill: try padding.required("char").string())
        }
        if let initial = value.tree["default"] {
            attribute.initial = Self.isFunction(initial) ? .function : .value(initial)
        }
        attribute.validation = validation(value.tree["validate"])
        attribute.hasGetter = value.tree["get"] != nil
        attribute.hasSetter = value.tree["set"] != nil
        attribute.watch = try watch(value["watch"])
        for member in members where !Self.options.contains(member.name) {
            note("'\(member.name)' is no option of ElectroDB's that is known here, and was left out.")
        }
        if value["cast"] != nil { note("'cast' has no effect on an attribute in ElectroDB either, and was left out.") }
        return attribute
    }

    // MARK: Types

    private mutating func type(_ value: PlacedValue, of attribute: PlacedValue?) throws(ImportError) -> ElectroDBType {
        if case .array(let values) = value.tree { return choice(values) }
        switch try value.string() {
        case "string": return .string
        case "number": return .number
        case "boolean": return .boolean
        case "any": return .any
        case "custom", "static":
            note("\(value.tree.kind) says nothing of what is stored: an AttributeValue here, or a type of your own.")
            return .any
        case "list":
            guard let items = attribute?["items"] else { return .list(nil) }
            return .list(try nested("items", items))
        case "set":
            guard let items = attribute?["items"] else {
                throw value.error("a set needs 'items': \"string\", \"number\", or a list of values")
            }
            return .set(try elementType(items))
        case "map":
            guard let properties = attribute?["properties"] else { return .map([]) }
            var members: [ElectroDBAttribute] = []
            for (name, property) in try properties.members() { members.append(try nested(name, property)) }
            return .map(members)
        default: throw value.error("\(value.tree.kind) is no type of ElectroDB's")
        }
    }

    private mutating func nested(_ name: String, _ value: PlacedValue) throws(ImportError) -> ElectroDBAttribute {
        var reader = ElectroDBAttributeReader(subject: "\(subject).\(name)", isNested: true)
        let attribute = try reader.attribute(name, value)
        notes += reader.notes
        return attribute
    }

    private mutating func elementType(_ items: PlacedValue) throws(ImportError) -> ElectroDBType {
        let type = try nested("items", items).type
        switch type {
        case .string, .number, .choice: return type
        default: throw items.error("a set holds strings, numbers, or listed values")
        }
    }

    private mutating func choice(_ values: [JSONTree]) -> ElectroDBType {
        let texts = values.compactMap(\.string)
        guard texts.count == values.count else {
            note(
                "its values are not all strings, and an enum has no others: say in a '.validated' which ones are right."
            )
            return values.allSatisfy { if case .number = $0 { true } else { false } } ? .number : .any
        }
        return .choice(texts)
    }

    // MARK: Functions

    /// Whether a value stands for a function, of which JSON has nothing else: null, `"[Function: now]"`, `{"$function": …}`.
    static func isFunction(_ value: JSONTree) -> Bool {
        switch value {
        case .null: true
        case .string(let text): text.hasPrefix("[Function") || text.hasPrefix("[AsyncFunction") || text.contains("=>")
        case .object(let members): members.first.map { $0.name == "$function" && members.count == 1 } ?? false
        default: false
        }
    }

    /// JavaScript's `/^[a-z]+$/i` is a text in JSON, `{}` if nobody took care, or an object that names it.
    private mutating func validation(_ value: JSONTree?) -> ElectroDBAttribute.Validation {
        guard let value else { return .nothing }
        let named = value["$regex"] ?? value["$regexp"] ?? value["$regExp"]
        guard !Self.isFunction(value), let text = (named ?? value).string, !text.isEmpty else { return .function }
        guard text.hasPrefix("/"), let end = text.dropFirst().lastIndex(of: "/") else { return .pattern(text) }
        let pattern = String(text[text.index(after: text.startIndex)..<end])
        let flags = text[text.index(after: end)...].filter { "ims".contains($0) }
        return .pattern(flags.isEmpty ? pattern : "(?\(flags))\(pattern)")
    }

    private func watch(_ value: PlacedValue?) throws(ImportError) -> ElectroDBAttribute.Watch {
        guard let value else { return .nothing }
        return value.tree == .string("*") ? .everything : .attributes(try value.strings())
    }

    private mutating func note(_ message: String) { notes.append(ImportNote(subject, message)) }
}
