public import EntityMacrosLite

/// What became of a service's definitions.
public struct SchemaReading: Sendable {
    /// The schema; nil where a diagnostic is an error.
    public var schema: ServiceSchema?
    /// Everything that is to be said about the definitions, in the order of the source.
    public var diagnostics: [Diagnostic]
}

/// The text of a source file by its path, or nil: the generator reads no files of its own accord.
public typealias SourceProvider = (_ filePath: String) -> String?

/// Turns definitions into a schema: by reflection, once, in the generator.
public enum SchemaReader {
    /// Reads a service's definitions, and checks them.
    ///
    /// - Parameter sources: Where to take doc comments from; without it there are none but those of `.described`.
    public static func read(_ service: some ServiceDefinition, sources: SourceProvider = { _ in nil }) -> SchemaReading
    {
        withoutActuallyEscaping(sources) { sources in
            var reader = ServiceReader(sources: DocumentationReader(sources: sources))
            let schema = reader.read(service)
            var found = reader.collector
            found.add(SchemaChecks.diagnostics(for: schema))
            if !found.hasErrors { found.add(SchemaChecks.advice(for: schema)) }
            return SchemaReading(
                schema: found.hasErrors ? nil : schema, diagnostics: Diagnostic.sorted(found.diagnostics))
        }
    }
}

/// Reads one service. What cannot be resolved is reported and left out, so that the rest can still be checked.
struct ServiceReader {
    let sources: DocumentationReader
    var collector = DiagnosticCollector()
    var types = TypeReader()

    init(sources: DocumentationReader) { self.sources = sources }

    mutating func read(_ service: some ServiceDefinition) -> ServiceSchema {
        let typeName = String(describing: type(of: service))
        let table = service.table
        let model = TableReader.read(table, into: &collector)
        var schema = ServiceSchema(
            name: service.name, typeName: typeName,
            documentation: sources.declaration(of: typeName, inFileOf: table.location),
            keyFormat: KeyFormatName(service.keyFormat), entityAttribute: service.entityAttribute,
            versionAttribute: service.versionAttribute, table: model)
        for element in service.entities.elements {
            var reader = EntityReader(
                element, service: schema, sources: sources, types: types, collector: collector)
            let entity = reader.read()
            (types, collector) = (reader.types, reader.collector)
            schema.entities.append(entity)
        }
        schema.maps = MapReader.read(&types, sources: sources, into: &collector)
        NativeKeyTypes.resolve(in: &schema)
        schema.collections = CollectionReader.collections(of: schema)
        SharedKeys.mark(in: &schema)
        schema.imports = types.modules.sorted()
        schema.unsupported = service.unsupported
        return schema
    }
}

extension KeyFormatName {
    init(_ format: KeyFormat) {
        switch format.kind {
        case .native: self = .native
        case .electroDB: self = .electroDB
        case .electroDBBeta: self = .electroDBBeta
        }
    }
}
