import Entities

/// What the service says of a typed value, `{"S":"…"}`, whose JSON has the right form.
enum TypedValueCheck {
    /// What is wrong with an item's attributes, in their order; `nil` if nothing is.
    static func problem(inItem tree: JSONTree) -> String? {
        guard case .object(let members) = tree else { return nil }
        return members.lazy.compactMap { problem(in: $0.value) }.first
    }

    /// What is wrong with a value; `nil` if nothing is.
    static func problem(in tree: JSONTree) -> String? {
        guard case .object(let members) = tree else { return nil }
        let typed = members.filter { member in
            !member.value.isNull && Shape.attributeValueMembers.contains { $0.name == member.name }
        }
        guard !typed.isEmpty else {
            return "Supplied AttributeValue is empty, must contain exactly one of the supported datatypes"
        }
        if let problem = typed.lazy.compactMap({ problem(in: $0.value, ofType: $0.name) }).first { return problem }
        guard typed.count == 1 else {
            return "Supplied AttributeValue has more than one datatypes set, must contain exactly one of the supported "
                + "datatypes"
        }
        return nil
    }

    private static func problem(in value: JSONTree, ofType type: String) -> String? {
        switch (type, value) {
        case ("N", .string(let text)): return numberProblem(text)
        case ("NULL", .bool(false)): return invalid("Null attribute value types must have the value of true")
        case ("NULL", .string(let text)):
            guard ["FALSE", "NO", "0"].contains(text.uppercased()) else { return nil }
            return invalid("Null attribute value types must have the value of true")
        case ("SS", .array(let elements)):
            if elements.isEmpty { return invalid("An string set  may not be empty") }
            let texts = elements.compactMap(\.setElement)
            guard Set(texts.map { Array($0.utf8) }).count < texts.count else { return nil }
            return invalid("Input collection [\(texts.joined(separator: ", "))] contains duplicates.")
        case ("NS", .array(let elements)):
            if elements.isEmpty { return invalid("An number set  may not be empty") }
            let texts = elements.compactMap(\.setElement)
            if let problem = texts.lazy.compactMap(numberProblem).first { return problem }
            return Set(texts.compactMap { Number($0) }).count < texts.count
                ? "Input collection contains duplicates" : nil
        case ("BS", .array(let elements)):
            if elements.isEmpty { return invalid("Binary sets should not be empty") }
            let texts = elements.compactMap(\.setElement)
            guard Set(texts).count < texts.count else { return nil }
            return invalid("Input collection [\(texts.joined(separator: ", "))]of type BS contains duplicates.")
        case ("M", _): return problem(inItem: value)
        case ("L", .array(let elements)): return elements.lazy.compactMap { problem(in: $0) }.first
        default: return nil
        }
    }

    private static func numberProblem(_ text: String) -> String? {
        do throws(NumberError) {
            _ = try Number(parsing: text)
            return nil
        } catch {
            return error.message
        }
    }

    private static func invalid(_ message: String) -> String { "One or more parameter values were invalid: \(message)" }
}

extension JSONTree {
    fileprivate var setElement: String? { if case .string(let text) = self { text } else { nil } }
}
