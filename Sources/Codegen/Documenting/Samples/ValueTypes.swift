import EntityMacrosLite

/// The Swift types behind a schema, which knows them by their names only: values of a user's own type can only be made by the type.
struct ValueTypes {
    private var types: [String: [String: Any.Type]] = [:]

    init(_ service: some ServiceDefinition) {
        for element in service.entities.elements {
            add(element.definition, as: String(describing: type(of: element.definition)))
        }
    }

    /// The type of an attribute without its `Optional`; nil for one that there is not.
    ///
    /// - Parameter owner: The entity's type or the nested map's.
    subscript(attribute: String, of owner: String) -> Any.Type? { types[owner]?[attribute] }

    private mutating func add(_ definition: Any, as owner: String) {
        guard types[owner] == nil else { return }
        types[owner] = [:]
        for (name, attribute) in DefinitionReader.properties(of: definition) {
            var type = attribute.valueType
            if case .optional(let wrapped)? = Self.structure(of: type) { type = wrapped }
            types[owner]?[name] = type
            addMaps(in: type)
        }
    }

    private mutating func addMaps(in type: Any.Type) {
        switch Self.structure(of: type) {
        case .map(let definition)?: add(definition.init(), as: String(describing: definition))
        case .list(let inner)?, .set(let inner)?, .optional(let inner)?, .dictionary(_, let inner)?: addMaps(in: inner)
        case nil: break
        }
    }

    /// What a list, a set or a dictionary holds.
    static func element(of type: Any.Type) -> Any.Type? {
        switch structure(of: type) {
        case .list(let element)?, .set(let element)?, .dictionary(_, let element)?: element
        case .optional, .map, nil: nil
        }
    }

    private static func structure(of type: Any.Type) -> TypeStructure? { (type as? any StructuredType.Type)?.structure }
}
