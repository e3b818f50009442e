import Codegen
import ElectroDBCases
import Entities

/// Compares what the vectors expect with attribute values, and makes attribute values of it.
///
/// Texts are compared by their UTF-8, and numbers as DynamoDB keeps them.
struct ExpectedValue {
    let tree: JSONTree

    init(_ tree: JSONTree) { self.tree = tree }

    func isSame(as value: AttributeValue) -> Bool {
        switch (tree, value) {
        case (.string(let text), .string(let other)): text.utf8.elementsEqual(other.utf8)
        case (.number(let digits), .number(let other)): number(digits) == other
        case (.bool(let value), .bool(let other)): value == other
        case (.null, .null): true
        case (.array(let elements), .list(let others)):
            elements.count == others.count && zip(elements, others).allSatisfy { ExpectedValue($0).isSame(as: $1) }
        case (.array(let elements), .stringSet(let others)):
            elements.count == others.count
                && others.allSatisfy { other in elements.contains { ExpectedValue($0).isSame(as: .string(other)) } }
        case (.array(let elements), .numberSet(let others)):
            elements.count == others.count
                && others.allSatisfy { other in elements.contains { ExpectedValue($0).isSame(as: .number(other)) } }
        case (.object(let members), .map(let others)):
            members.count == others.count
                && members.allSatisfy { member in others[member.name].map(ExpectedValue(member.value).isSame) ?? false }
        default: false
        }
    }

    /// - Parameter isSet: whether an array is a set's.
    func attributeValue(isSet: Bool = false) -> AttributeValue {
        switch tree {
        case .string(let text): .string(text)
        case .number(let digits): .number(number(digits))
        case .bool(let value): .bool(value)
        case .null: .null
        case .array(let elements) where isSet: set(elements)
        case .array(let elements): .list(elements.map { ExpectedValue($0).attributeValue() })
        case .object(let members):
            .map(
                Dictionary(
                    members.map { ($0.name, ExpectedValue($0.value).attributeValue()) },
                    uniquingKeysWith: { _, last in last }))
        }
    }

    private func set(_ elements: [JSONTree]) -> AttributeValue {
        let texts = elements.compactMap(\.string)
        if texts.count == elements.count { return .stringSet(Set(texts)) }
        return .numberSet(Set(elements.compactMap { if case .number(let digits) = $0 { number(digits) } else { nil } }))
    }

    /// The number that the nearest double is written as.
    private func number(_ digits: String) -> Number { Double(digits).flatMap { try? Number($0) } ?? .zero }
}

extension JSONTree {
    /// The members of an object by name.
    var fields: [String: JSONTree] {
        Dictionary(members.map { ($0.name, $0.value) }, uniquingKeysWith: { _, last in last })
    }
}

extension VectorModel {
    /// An item of what the vectors write.
    func item(_ tree: JSONTree) -> EncodedItem { EncodedItem(values(tree)) }

    func values(_ tree: JSONTree) -> [String: AttributeValue] {
        tree.fields.reduce(into: [:]) { values, field in
            values[field.key] = ExpectedValue(field.value).attributeValue(isSet: isSet(field.key))
        }
    }

    private func isSet(_ field: String) -> Bool {
        guard let attribute = attributes.first(where: { self.field($0) == field }) else { return false }
        let definition = tree["attributes"]?[attribute]
        return (definition?["type"] ?? definition) == .string("set")
    }
}
