import EntityMacrosLite

/// That nested maps can be structs.
enum MapChecks {
    static func check(_ schema: ServiceSchema, into collector: inout DiagnosticCollector) {
        for map in schema.maps {
            if map.attributes.isEmpty {
                collector.error(
                    "map-empty",
                    "The map \(map.typeName) has no attributes: give it some, or use a dictionary.",
                    at: use(of: map.typeName, in: schema))
            }
            if let attribute = map.attributes.first(where: { contains(map.typeName, $0.type, schema, []) }) {
                collector.error(
                    "map-recursive",
                    """
                    '\(attribute.name)' of the map \(map.typeName) holds a \(map.typeName) again, which no struct can: use a list \
                    of maps.
                    """, at: attribute.location)
            }
        }
    }

    /// Where a map is first used: one without attributes has no place of its own.
    private static func use(of name: String, in schema: ServiceSchema) -> SourceLocation {
        let attributes = schema.entities.flatMap(\.attributes) + schema.maps.flatMap(\.attributes)
        return attributes.first { $0.type.names(map: name) }?.location ?? schema.table.location
    }

    /// Whether a value of the type holds a map directly: in itself, or in a map that it holds. A list is a place of its own.
    private static func contains(
        _ name: String, _ type: AttributeTypeModel, _ schema: ServiceSchema, _ path: Set<String>
    ) -> Bool {
        guard case .map(let definition) = type else { return false }
        if definition == name { return true }
        guard !path.contains(definition), let map = schema.map(definition) else { return false }
        return map.attributes.contains { contains(name, $0.type, schema, path.union([definition])) }
    }
}

extension AttributeTypeModel {
    /// Whether it is a map of that name, or a collection of such.
    fileprivate func names(map name: String) -> Bool {
        switch self {
        case .map(let definition): definition == name
        case .list(let element), .set(let element), .dictionary(let element): element.names(map: name)
        default: false
        }
    }
}
