import EntityMacrosLite

/// That an item has one value for each key attribute, whatever access patterns make it.
enum IndexKeyChecks {
    static func check(_ schema: ServiceSchema, into collector: inout DiagnosticCollector) {
        for entity in schema.entities {
            for key in entity.keyAttributes { check(key, of: entity, into: &collector) }
        }
    }

    private static func check(
        _ key: KeyAttributeModel, of entity: EntityModel, into collector: inout DiagnosticCollector
    ) {
        for (index, source) in key.sources.enumerated() {
            for earlier in key.sources[..<index] where !ConditionLogic.canBeKept(earlier, source, of: entity) {
                let location =
                    entity.accessPatterns.first { $0.name == source.accessPattern }?.location ?? entity.location
                collector.error(
                    "index-key-conflict",
                    """
                    '\(earlier.accessPattern)' and '\(source.accessPattern)' of \(entity.typeName) write different texts to \
                    '\(key.name)', and an item has only one: use another index, the same key, or conditions ('when:') of which \
                    never two hold.
                    """, at: location)
            }
        }
    }
}

extension ConditionLogic {
    /// Whether a key attribute can have both sources: the same text, or conditions of which never two hold.
    fileprivate static func canBeKept(
        _ a: KeyAttributeModel.Source, _ b: KeyAttributeModel.Source, of entity: EntityModel
    ) -> Bool {
        // One pattern that writes an attribute twice is the table's mistake.
        a.accessPattern == b.accessPattern || a.template.withoutLocations == b.template.withoutLocations
            || exclude(a.condition, b.condition, of: entity)
    }

    /// Whether it is certain that no item satisfies both conditions.
    static func exclude(_ a: IndexConditionModel?, _ b: IndexConditionModel?, of entity: EntityModel) -> Bool {
        guard let a, let b else { return false }
        return ConditionLogic([a, b], of: entity).canHold { a.holds(for: $0) && b.holds(for: $0) } == false
    }
}
