/// Turns a schema into Swift: one file for each entity and each nested map, and one for the service.
///
/// The same schema always gives the same text.
public struct CodeGenerator: Sendable {
    /// Who can use what is generated.
    public var access: AccessLevel

    public init(access: AccessLevel = .public) {
        self.access = access
    }

    /// The files, sorted by name. Time grows with the size of the schema.
    ///
    /// - Parameter schema: A schema without errors, as `SchemaReader` returns it.
    public func files(for schema: ServiceSchema) -> [GeneratedFile] {
        var files = schema.entities.map { EntityEmitter($0, of: schema, access: access).file() }
        files += schema.maps.map { MapEmitter($0, of: schema, access: access).file() }
        files.append(ServiceEmitter(schema, access: access).file())
        return files.sorted { $0.name < $1.name }
    }
}
