import Entities

/// What the service says of a typed value, `{"S":"…"}`, whose JSON has the right form.
struct TypedValueCheck {
    private let wording: Wording

    init(_ wording: Wording) {
        self.wording = wording
    }

    /// What is wrong with an item's attributes, in their order; `nil` if nothing is.
    func problem(inItem tree: JSONTree) -> String? {
        guard case .object(let members) = tree else { return nil }
        return members.lazy.compactMap { problem(in: $0.value) }.first
    }

    /// What is wrong with a value; `nil` if nothing is.
    func problem(in tree: JSONTree) -> String? {
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

    private func problem(in value: JSONTree, ofType type: String) -> String? {
        switch (type, value) {
        case ("N", .string(let text)): return numberProblem(text)
        case ("NULL", .bool(false)): return invalid("Null attribute value types must have the value of true")
        case ("NULL", .string(let text)):
            guard ShapeCheck.boolean(text) == false else { return nil }
            return invalid("Null attribute value types must have the value of true")
        case ("SS", .array(let elements)):
            if elements.isEmpty { return invalid("An string set  may not be empty") }
            let texts = elements.compactMap(\.setElement)
            return duplicates(texts, texts.map { Array($0.utf8) }, ", ").map {
                invalid("Input collection [\($0)] contains duplicates.")
            }
        case ("NS", .array(let elements)):
            if elements.isEmpty { return invalid("An number set  may not be empty") }
            let texts = elements.compactMap(\.setElement)
            if let problem = texts.lazy.compactMap(numberProblem).first { return problem }
            guard Set(texts.compactMap { Number($0) }).count < texts.count else { return nil }
            let rule = "Input collection contains duplicates"
            return wording == .older ? rule : invalid("\(rule).")
        case ("BS", .array(let elements)):
            if elements.isEmpty { return invalid("Binary sets should not be empty") }
            let texts = elements.compactMap(\.setElement)
            return duplicates(texts, texts.map { (try? Base64.decode($0)) ?? [] }, ",").map {
                invalid("Input collection [\($0)]of type BS contains duplicates.")
            }
        case ("M", _): return problem(inItem: value)
        case ("L", .array(let elements)): return elements.lazy.compactMap { problem(in: $0) }.first
        default: return nil
        }
    }

    /// The elements of a set in which something is there twice, as the message lists them; `nil` if nothing is.
    ///
    /// The newer form lists them in order up to the first that has been there, and the rest as sent.
    private func duplicates(_ texts: [String], _ values: [[UInt8]], _ separator: String) -> String? {
        var seen: Set<[UInt8]> = []
        guard let repeated = values.firstIndex(where: { !seen.insert($0).inserted }) else { return nil }
        if wording == .older { return texts.joined(separator: ", ") }
        let ordered = zip(texts, values).prefix(repeated).sorted { $0.1.lexicographicallyPrecedes($1.1) }.map(\.0)
        return (ordered + texts[repeated...]).map { "\"\($0)\"" }.joined(separator: separator)
    }

    private func numberProblem(_ text: String) -> String? {
        do throws(NumberError) {
            _ = try Number(parsing: text)
            return nil
        } catch {
            switch error.code {
            case .notANumber where wording != .older:
                return "The parameter cannot be converted to a numeric value: \(text)"
            case .overflow where wording == .older && Self.wrapsAround(text):
                return NumberError.underflowMessage
            default: return error.message
            }
        }
    }

    /// Whether the place of the first digit is no 32-bit integer: then the older form takes a number for a very small one.
    private static func wrapsAround(_ text: String) -> Bool {
        guard let mark = text.lastIndex(where: { "eE".contains($0) }),
            let exponent = Int64(text[text.index(after: mark)...].drop { $0 == "+" })
        else { return false }
        let digits = text[..<mark].prefix { $0 != "." }.count { $0.isNumber }
        return (Int64(Int32.max) - Int64(digits) + 1...Int64(Int32.max)).contains(exponent)
    }

    private func invalid(_ message: String) -> String { "One or more parameter values were invalid: \(message)" }
}

extension JSONTree {
    fileprivate var setElement: String? { if case .string(let text) = self { text } else { nil } }
}
