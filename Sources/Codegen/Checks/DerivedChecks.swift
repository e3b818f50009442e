/// That attributes which follow from others can be kept up to date with them.
enum DerivedChecks {
    static func check(_ schema: ServiceSchema, into collector: inout DiagnosticCollector) {
        for entity in schema.entities {
            let ordered = Set(entity.derivedAttributes.map(\.name))
            for attribute in entity.attributes {
                guard let names = attribute.computedFrom else { continue }
                let sources = names.compactMap { entity.attribute($0) }
                func error(_ code: String, _ message: String) {
                    collector.error(
                        code, "'\(attribute.name)' of \(entity.typeName) " + message, at: attribute.location)
                }
                if !ordered.contains(attribute.name) {
                    error(
                        "computed-cycle",
                        "is computed from itself, by way of \(list(names)): take one of the sources away.")
                    continue
                }
                if let source = sources.first(where: { $0.role == .version || $0.role == .updatedAt }) {
                    error(
                        "computed-source",
                        "is computed from '\(source.name)', which changes with every write: name another attribute.")
                }
                if let source = sources.first(where: \.isHidden) {
                    error(
                        "computed-source",
                        "is computed from '\(source.name)', which is hidden, so that a record does not have it.")
                }
                if attribute.isPrimaryKeyPart,
                    let source = entity.roots(of: names).compactMap({ entity.attribute($0) }).first(
                        where: \.isUpdatable)
                {
                    error(
                        "computed-key",
                        """
                        is part of the primary key, which never changes, and is computed from '\(source.name)', which does: \
                        make that .readOnly.
                        """)
                }
            }
        }
    }

    private static func list(_ names: [String]) -> String { names.map { "'\($0)'" }.joined(separator: " and ") }
}
