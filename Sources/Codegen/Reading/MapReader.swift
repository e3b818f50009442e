import EntityMacrosLite

/// Reads the nested maps that attributes refer to, and those that they refer to in turn.
enum MapReader {
    /// Sorted by type name.
    static func read(
        _ types: inout TypeReader, sources: DocumentationReader, into collector: inout DiagnosticCollector
    ) -> [MapModel] {
        var models: [MapModel] = []
        var index = 0
        // Reading a map can add others to the list.
        while index < types.maps.count {
            let (name, definition) = types.maps[index]
            index += 1
            var reader = DefinitionReader(
                owner: name, sources: sources, isMap: true, types: types, collector: collector)
            let attributes = reader.read(definition.init())
            (types, collector) = (reader.types, reader.collector)
            var model = MapModel(typeName: name, attributes: attributes.map(\.model))
            if let location = attributes.first?.model.location {
                model.location = location
                model.documentation = sources.declaration(of: name, inFileOf: location)
            }
            models.append(model)
        }
        return models.sorted { $0.typeName < $1.typeName }
    }
}
