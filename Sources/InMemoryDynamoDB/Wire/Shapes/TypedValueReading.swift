import Entities

// Values that the strict reader does not take and the service does: members that it does not know beside the type, types that are
// `null`, booleans as words.
extension AttributeValue {
    /// Reads a value that `TypedValueCheck` has found nothing wrong with.
    /// - Returns: `nil` where the JSON is of another form.
    init?(_ tree: JSONTree) {
        guard case .object(let members) = tree,
            let typed = members.first(where: { member in
                !member.value.isNull && Shape.attributeValueMembers.contains { $0.name == member.name }
            })
        else { return nil }
        switch (typed.name, typed.value) {
        case ("S", .string(let text)): self = .string(text)
        case ("N", .string(let text)):
            guard let number = Number(text) else { return nil }
            self = .number(number)
        case ("B", .string(let text)):
            guard let bytes = try? Base64.decode(text) else { return nil }
            self = .binary(bytes)
        case ("BOOL", .bool(let value)): self = .bool(value)
        case ("BOOL", .string(let text)): self = .bool(ShapeCheck.boolean(text) == true)
        case ("NULL", .bool), ("NULL", .string): self = .null
        case ("SS", .array(let elements)): self = .stringSet(Set(elements.texts))
        case ("NS", .array(let elements)): self = .numberSet(Set(elements.texts.compactMap { Number($0) }))
        case ("BS", .array(let elements)): self = .binarySet(Set(elements.texts.compactMap { try? Base64.decode($0) }))
        case ("L", .array(let elements)):
            let values = elements.compactMap { AttributeValue($0) }
            guard values.count == elements.count else { return nil }
            self = .list(values)
        case ("M", let tree):
            guard let values = [String: AttributeValue](item: tree) else { return nil }
            self = .map(values)
        default: return nil
        }
    }
}

extension [String: AttributeValue] {
    /// Reads an item that `TypedValueCheck` has found nothing wrong with.
    init?(item tree: JSONTree) {
        guard case .object(let members) = tree else { return nil }
        self.init()
        for (name, value) in members where !value.isNull {
            guard let value = AttributeValue(value) else { return nil }
            self[name] = value
        }
    }
}

extension [JSONTree] {
    fileprivate var texts: [String] {
        compactMap { element in if case .string(let text) = element { text } else { nil } }
    }
}
