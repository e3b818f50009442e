/// Parts of a request as the service's messages show them: as its classes print themselves.
enum ShapeText {
    /// `[KeySchemaElement(attributeName=pk, keyType=HASH)]`
    static func text(of tree: JSONTree, _ shape: Shape) -> String {
        switch (tree, shape) {
        case (.null, _): return "null"
        case (.bool(let value), _): return String(value)
        case (.number(let text), _), (.string(let text), _): return text
        case (.array(let elements), .list(let element, _)):
            return "[\(elements.map { text(of: $0, element) }.joined(separator: ", "))]"
        case (.object(let members), .map(let value, _, _)):
            return "{\(members.map { "\($0.name)=\(text(of: $0.value, value))" }.joined(separator: ", "))}"
        case (.object, .structure(let name, let members)):
            let texts = members.map { member in
                "\(member.name.lowercasedFirst)=\(tree[member.name].map { text(of: $0, member.shape) } ?? "null")"
            }
            return "\(name)(\(texts.joined(separator: ", ")))"
        case (.object, .attributeValue):
            return "AttributeValue(\(attributeValueFields.map { field(tree, $0) }.joined(separator: ", ")))"
        case (.array(let elements), _): return "[\(elements.map { text(of: $0, .string) }.joined(separator: ", "))]"
        case (.object, _): return "{}"
        }
    }

    /// The fields of the service's class, in its order; some are of no use to clients.
    private static let attributeValueFields: [(name: String, member: String?)] = [
        ("s", "S"), ("n", "N"), ("b", "B"), ("iNT", nil), ("dECIMAL", nil), ("dOUBLE", nil), ("sS", "SS"), ("nS", "NS"),
        ("bS", "BS"), ("iNTSET", nil), ("dECIMALSET", nil), ("dOUBLESET", nil), ("m", "M"), ("l", "L"),
        ("nULL", "NULL"),
        ("bOOL", "BOOL"),
    ]

    private static func field(_ tree: JSONTree, _ field: (name: String, member: String?)) -> String {
        guard let name = field.member, let value = tree[name],
            let member = Shape.attributeValueMembers.first(where: { $0.name == name })
        else { return "\(field.name)=null" }
        return "\(field.name)=\(text(of: value, member.shape))"
    }
}
