import EntityMacrosLite

/// That the entities of a collection are where one query finds them, and go by different names.
enum CollectionChecks {
    static func check(_ schema: ServiceSchema, into collector: inout DiagnosticCollector) {
        var entities: [String: EntityModel] = [:]
        for entity in schema.entities { entities[entity.typeName] = entities[entity.typeName] ?? entity }
        var types: [String: String] = [:]
        for collection in schema.collections {
            let members = collection.members.compactMap { member -> (EntityModel, AccessPatternModel)? in
                guard let entity = entities[member.entity] else { return nil }
                return entity.accessPatterns.first { $0.name == member.accessPattern }.map { (entity, $0) }
            }
            guard let first = members.first else { continue }
            let type = SwiftName.upperFirst(collection.functionName)
            if let other = types[type] {
                collector.error(
                    "collection-name",
                    "The results of the collections '\(other)' and '\(collection.name)' would both be the type '\(type)': rename one.",
                    at: first.1.location)
            }
            types[type] = types[type] ?? collection.name
            var names: [String: String] = [:]
            for (entity, pattern) in members {
                checkMember(entity, pattern, like: first, in: collection, into: &collector)
                if let other = names[entity.pluralName] {
                    let problem =
                        other == entity.typeName
                        ? "holds \(other) twice: give one access pattern another collection."
                        : "would hold \(other) and \(entity.typeName) as '\(entity.pluralName)': give one another 'pluralName'."
                    collector.error(
                        "collection-member", "The collection '\(collection.name)' " + problem, at: pattern.location)
                }
                names[entity.pluralName] = entity.typeName
            }
        }
    }

    private static func checkMember(
        _ entity: EntityModel, _ pattern: AccessPatternModel, like first: (EntityModel, AccessPatternModel),
        in collection: CollectionModel, into collector: inout DiagnosticCollector
    ) {
        func error(_ code: String, _ message: String) {
            collector.error(code, "The collection '\(collection.name)' " + message, at: pattern.location)
        }
        guard pattern.index == first.1.index else {
            let places = [first.1.index, pattern.index].map { $0.map { "the index '\($0)'" } ?? "the table" }
            error(
                "collection-index",
                """
                is in \(places[0]) for \(first.0.typeName) and in \(places[1]) for \(entity.typeName): one query reads one index; \
                use the same.
                """)
            return
        }
        guard shape(pattern.partition) == shape(first.1.partition) else {
            error(
                "collection-partition",
                """
                has different partitions for \(first.0.typeName) and \(entity.typeName): one query reads one partition; give both \
                the same text, with parts of the same form.
                """)
            return
        }
        for (own, other) in zip(pattern.partitionParts, first.1.partitionParts) {
            let (mine, theirs) = (entity.attribute(own.attribute)?.type, first.0.attribute(other.attribute)?.type)
            guard let mine, let theirs, !mine.isTextLike(theirs) else { continue }
            error(
                "collection-partition",
                """
                has '\(own.attribute)' of type \(mine.swiftName(owner: entity.typeName)) in the partition of \
                \(entity.typeName), and '\(other.attribute)' of type \(theirs.swiftName(owner: first.0.typeName)) in that of \
                \(first.0.typeName): give both the same type.
                """)
        }
    }

    /// What a partition's text looks like, whatever its parts are called.
    private static func shape(_ partition: [KeyAttributePatternModel]) -> [KeyAttributePatternModel] {
        partition.map { key in
            switch key.withoutLocations {
            case .native(let name, let part): return .native(keyAttribute: name, part: anonymous(part))
            case .number(let name, let part): return .number(keyAttribute: name, part: anonymous(part))
            case .text(let name, var template):
                template.isComposite = false
                template.segments = template.segments.map {
                    guard case .part(let part) = $0 else { return $0 }
                    return .part(anonymous(part))
                }
                return .text(keyAttribute: name, template: template)
            }
        }
    }

    private static func anonymous(_ part: KeyPlaceholderModel) -> KeyPlaceholderModel {
        KeyPlaceholderModel(attribute: "", encoding: part.encoding, escapedDelimiter: part.escapedDelimiter)
    }
}
