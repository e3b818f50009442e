/// One attribute of a table's or an index's key schema.
package struct KeyElement: Hashable, Sendable {
    package enum Kind: Hashable, Sendable {
        /// Holds the text that the entities' key templates make.
        case text
        /// Is an attribute of the entities, as it is stored.
        case native
    }

    package let name: String
    package let kind: Kind
}

extension [KeyElement] {
    static func text(_ name: String?) -> Self { name.map { [KeyElement(name: $0, kind: .text)] } ?? [] }
    static func native(_ names: [String]) -> Self { names.map { KeyElement(name: $0, kind: .native) } }
}
