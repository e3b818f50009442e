/// Finds out what a file has to import for the types that it names, and nothing else: an unused public import is a warning.
struct ImportCollector {
    let schema: ServiceSchema
    let access: AccessLevel
    private var foundationTypes: Set<String> = []
    private var modules: Set<String> = []

    init(_ schema: ServiceSchema, access: AccessLevel) {
        self.schema = schema
        self.access = access
    }

    mutating func add(_ attributes: [AttributeModel]) {
        for attribute in attributes { add(attribute.type) }
    }

    mutating func add(_ type: AttributeTypeModel) {
        switch type {
        case .rawRepresentable(let type): add(typeName: type.typeName)
        case .convertible(let name): add(typeName: name)
        case .list(let element), .set(let element), .dictionary(let element): add(element)
        case .string, .bool, .integer, .double, .float, .decimal, .number, .data, .bytes, .date, .uuid, .ulid, .url,
            .any, .choice, .map:
            break
        }
    }

    /// Adds the modules of a type of the user's own, and of what it is generic over.
    private mutating func add(typeName: String) {
        for path in typeName.split(whereSeparator: { "<>,[]?: ".contains($0) }) {
            let components = path.split(separator: ".")
            guard components.count > 1 else { continue }
            if components[0] == "Foundation" {
                foundationTypes.insert(String(components[1]))
            } else if schema.imports.contains(String(components[0])) {
                modules.insert(String(components[0]))
            }
        }
    }

    /// The imports, in order: ours, which has the types of Foundation that attributes have; other ones of these; the user's modules.
    ///
    /// `Entities` is exported, so that whoever imports the generated module has the operators of sort key ranges.
    var imports: [ImportSyntax] {
        [ImportSyntax(modifiers: ["@_exported", "public"], subject: "Entities")]
            + foundationTypes.sorted().map {
                ImportSyntax(modifiers: access.modifiers, subject: "struct Foundation.\($0)")
            }
            + modules.sorted().map { ImportSyntax(modifiers: access.modifiers, subject: $0) }
    }
}
