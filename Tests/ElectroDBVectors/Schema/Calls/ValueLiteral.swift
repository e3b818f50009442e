import Codegen

/// Writes values of the vectors as Swift does.
struct ValueLiteral {
    let schema: ServiceSchema

    /// The literal; nil where Swift has none of the type for the value.
    ///
    /// - Parameter definition: The model's, whose maps call their members otherwise than Swift may.
    func text(_ value: JSONTree, _ type: AttributeTypeModel, _ definition: JSONTree?) -> String? {
        switch (type, value) {
        case (.string, .string(let text)): SwiftStringLiteral.quoted(text)
        case (.bool, .bool(let value)): "\(value)"
        case (.double, .number(let digits)): double(digits)
        case (.number, .number(let digits)), (.decimal, .number(let digits)): digits
        case (.integer, .number(let digits)): Int(digits).map { "\($0)" }
        case (.choice(let choice), .string(let text)):
            choice.cases.first { $0.rawValue == text }.map { ".\(SwiftKeyword.escapedMember($0.name))" }
        case (.list(let element), .array(let values)), (.set(let element), .array(let values)):
            list(values, element, definition?["items"])
        case (.set(let element), _): list([value], element, nil)
        case (.dictionary(let element), .object(let members)): dictionary(members, element)
        case (.map(let name), .object(let members)): map(name, members, definition?["properties"]?.members ?? [])
        case (.any, _): any(value)
        default: nil
        }
    }

    /// Swift warns of integers that a Double cannot be exactly, and JavaScript does not.
    private func double(_ digits: String) -> String? {
        guard let value = Double(digits), value.isFinite else { return nil }
        return Int(digits).map { "\($0)" } ?? "\(value)"
    }

    private func list(
        _ values: [JSONTree], _ element: AttributeTypeModel, _ definition: JSONTree?
    ) -> String? {
        let texts = values.compactMap { text($0, element, definition) }
        return texts.count == values.count ? "[\(texts.joined(separator: ", "))]" : nil
    }

    private func dictionary(_ members: [JSONTree.Member], _ element: AttributeTypeModel) -> String? {
        let entries = members.compactMap { member in
            text(member.value, element, nil).map { "\(SwiftStringLiteral.quoted(member.name)): \($0)" }
        }
        guard entries.count == members.count else { return nil }
        return entries.isEmpty ? "[:]" : "[\(entries.joined(separator: ", "))]"
    }

    /// Members that the map does not have are dropped, as ElectroDB does.
    private func map(
        _ definition: String, _ members: [JSONTree.Member], _ properties: [JSONTree.Member]
    ) -> String? {
        guard let model = schema.map(definition) else { return nil }
        var arguments: [String] = []
        for (attribute, property) in zip(model.attributes, properties) {
            if let value = members.last(where: { $0.name == property.name })?.value {
                guard let text = text(value, attribute.type, property.value) else { return nil }
                arguments.append("\(SwiftKeyword.escapedParameter(attribute.name)): \(text)")
            } else if !attribute.isOptionalInDraft {
                return nil
            }
        }
        return "\(definition)(\(arguments.joined(separator: ", ")))"
    }

    private func any(_ value: JSONTree) -> String? {
        switch value {
        case .string(let text): ".string(\(SwiftStringLiteral.quoted(text)))"
        case .number(let digits): Int64(digits).map { ".number(\($0))" } ?? ".number(Number(\"\(digits)\") ?? .zero)"
        case .bool(let value): ".bool(\(value))"
        case .null: ".null"
        case .array(let values): list(values, .any, nil).map { ".list(\($0))" }
        case .object(let members): dictionary(members, .any).map { ".map(\($0))" }
        }
    }
}
