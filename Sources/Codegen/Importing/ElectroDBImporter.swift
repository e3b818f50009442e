/// Makes definitions of ElectroDB models that were exported as JSON.
///
/// The definitions make the same keys as the models, so that programs with either library can share the table. What JSON does
/// not hold (functions) becomes a hook in the definition, and a note that says what to write.
///
/// ```swift
/// let output = try ElectroDBImporter().run(Data(contentsOf: url))
/// print(output.text)
/// ```
public struct ElectroDBImporter: Sendable {
    /// Whether models with service, entity and version at their root are of ElectroDB's beta, whose partition keys hold the version.
    public var readsBeta: Bool

    public init(readsBeta: Bool = false) { self.readsBeta = readsBeta }

    /// What became of the models.
    public struct Output: Sendable {
        /// How a model is called in Swift.
        public struct Entity: Hashable, Sendable {
            /// The service's type.
            public let service: String
            public let typeName: String
            /// The properties, by the names of the model's attributes.
            public let attributes: [String: String]
            /// The access patterns' names, by those of the model.
            public let accessPatterns: [String: String]
        }

        /// The definitions, as a Swift file.
        public let text: String
        /// What a person has to know or to do, in the order of the models.
        public let notes: [ImportNote]
        /// In the order of the models.
        public let entities: [Entity]
    }

    /// Makes definitions of a JSON text: one model, an array of them, or an object that has such an array as `models`.
    ///
    /// - Throws: `ImportError` if the text is not JSON, or a model says something that ElectroDB would refuse.
    public func run(_ json: some Sequence<UInt8>) throws(ImportError) -> Output {
        var reader = ElectroDBModelReader(readsBeta: readsBeta)
        let models = try reader.read(JSONTree(json: Array(json)))
        var names = ImportedNames()
        var notes = reader.notes
        let services = ImportedService.services(of: models, names: &names, notes: &notes)
        let indexNames = Self.indexNames(services)
        var declarations: [DeclarationSyntax] = []
        for service in services {
            declarations.append(.type(ServiceImport(service: service, indexNames: indexNames.all).type))
            for entity in service.entities {
                var definition = EntityImport(entity, table: service.table, indexNames: indexNames.all)
                declarations += definition.types(&names).map { .type($0) }
                notes += definition.notes
            }
        }
        if !indexNames.new.isEmpty {
            declarations.append(.type(Self.indexNameExtension(indexNames.new)))
        }
        notes.append(
            ImportNote(
                services.map(\.typeName).joined(separator: ", "),
                """
                see whether the table is called so. Functions may have left no trace in the JSON: look through the models for \
                'default', 'validate', 'get', 'set' and 'condition'.
                """))
        let file = SourceFile(
            header: ["Imported from ElectroDB: \(services.map(\.name).joined(separator: ", "))."],
            imports: [ImportSyntax(modifiers: [], subject: "EntityMacrosLite")], declarations: declarations)
        return Output(
            text: SwiftRenderer.text(of: file, lineLength: 119), notes: notes,
            entities: Self.entities(of: models, in: services))
    }

    private static func entities(of models: [ElectroDBModel], in services: [ImportedService]) -> [Output.Entity] {
        models.compactMap { model in
            for service in services {
                guard let entity = service.entities.first(where: { $0.model.place == model.place }) else { continue }
                return Output.Entity(
                    service: service.typeName, typeName: entity.typeName, attributes: entity.attributeNames,
                    accessPatterns: entity.patternNames)
            }
            return nil
        }
    }

    // MARK: Names of indexes

    /// How Swift calls each index, and those names that `IndexName` does not have yet.
    private static func indexNames(_ services: [ImportedService]) -> (all: [String: String], new: [(String, String)]) {
        let known = (1...20).map { "gsi\($0)" } + (1...5).map { "lsi\($0)" }
        var all = Dictionary(uniqueKeysWithValues: known.map { ($0, $0) })
        var names = ImportedNames(taken: Set(known))
        var new: [(String, String)] = []
        for name in services.flatMap(\.table.indexes).map(\.name) where all[name] == nil {
            let member = names.member(for: name, reserved: ["init", "self", "Type", "Protocol"], otherwise: "Index")
            all[name] = member
            new.append((member, name))
        }
        return (all, new)
    }

    private static func indexNameExtension(_ names: [(member: String, name: String)]) -> TypeSyntax {
        TypeSyntax(
            keyword: .extension, name: "IndexName",
            members: names.map { member, name in
                .property(
                    PropertySyntax(
                        modifiers: ["static"], isConstant: true, name: member,
                        content: .stored(.call(.type("IndexName"), [ArgumentSyntax(nil, .string(name))]))))
            })
    }
}
