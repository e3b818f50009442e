import EntityMacrosLite

/// Finds the attributes that others are computed from, and puts those in the order in which they can be computed.
struct SourceReader {
    let typeName: String
    let attributes: [ReadAttribute]
    private(set) var problems: [Diagnostic] = []

    init(typeName: String, _ attributes: [ReadAttribute]) {
        self.typeName = typeName
        self.attributes = attributes
    }

    /// The names of an attribute's sources; nil where one is none of the entity's.
    mutating func sources(of attribute: ReadAttribute, in definition: any EntityDefinition) -> [String]? {
        guard let paths = attribute.sources else { return nil }
        var names: [String] = []
        for path in paths {
            let source = definition[keyPath: path] as? any AnyAttribute
            guard let read = attributes.first(where: { $0.identity === source?.identity }) else {
                problem(
                    attribute.model,
                    "is computed from something that is none of its stored attributes: name one, as in '.computed(from: \\\(typeName).title)'."
                )
                return nil
            }
            if names.contains(read.model.name) {
                problem(attribute.model, "is computed from '\(read.model.name)' twice: take one away.")
            } else {
                names.append(read.model.name)
            }
        }
        if names.isEmpty {
            problem(attribute.model, "is computed from nothing: name its sources, or use '.computed'.")
            return nil
        }
        return names
    }

    private mutating func problem(_ attribute: AttributeModel, _ message: String) {
        problems.append(
            Diagnostic(
                .error, "computed-source", "'\(attribute.name)' of \(typeName) \(message)", at: attribute.location))
    }
}
