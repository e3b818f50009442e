/// What a type is made of, for the generator: it gets to know an attribute's type as a metatype.
package enum TypeStructure {
    case optional(Any.Type)
    case list(Any.Type)
    case set(Any.Type)
    case dictionary(key: Any.Type, value: Any.Type)
    case map(any MapDefinition.Type)
}

/// A type that is made of others.
package protocol StructuredType {
    static var structure: TypeStructure { get }
}

extension Optional: StructuredType {
    package static var structure: TypeStructure { .optional(Wrapped.self) }
}

extension Array: StructuredType {
    package static var structure: TypeStructure { .list(Element.self) }
}

extension Set: StructuredType {
    package static var structure: TypeStructure { .set(Element.self) }
}

extension Dictionary: StructuredType {
    package static var structure: TypeStructure { .dictionary(key: Key.self, value: Value.self) }
}

extension Map: StructuredType {
    package static var structure: TypeStructure { .map(Definition.self) }
}
