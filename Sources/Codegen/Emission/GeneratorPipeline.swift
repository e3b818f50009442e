public import EntityMacrosLite

/// The way from definitions to files: read, check, emit. It reads no file and writes none.
public struct GeneratorPipeline: Sendable {
    /// Who can use what is generated.
    public var access: AccessLevel

    public init(access: AccessLevel = .public) {
        self.access = access
    }

    /// What became of a service's definitions.
    public struct Output: Sendable {
        /// The schema; nil where a diagnostic is an error.
        public var schema: ServiceSchema?
        /// The files, sorted by name; none where a diagnostic is an error.
        public var files: [GeneratedFile]
        /// Everything that is to be said about the definitions, in the order of the source.
        public var diagnostics: [Diagnostic]
    }

    /// Reads and checks a service's definitions, and generates code from them if nothing is wrong.
    ///
    /// - Parameter sources: Where to take doc comments from; without it there are none but those of `.described`.
    public func run(_ service: some ServiceDefinition, sources: SourceProvider = { _ in nil }) -> Output {
        let reading = SchemaReader.read(service, sources: sources)
        let files = reading.schema.map { CodeGenerator(access: access).files(for: $0) } ?? []
        return Output(schema: reading.schema, files: files, diagnostics: reading.diagnostics)
    }
}
