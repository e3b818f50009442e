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
            for earlier in key.sources[..<index] where !excludeEachOther(earlier, source, entity) {
                let location =
                    entity.accessPatterns.first { $0.name == source.accessPattern }?.location ?? entity.location
                let difference =
                    source.template.withoutLocations == earlier.template.withoutLocations
                    ? "under different conditions" : "with different texts"
                collector.error(
                    "index-key-conflict",
                    """
                    '\(earlier.accessPattern)' and '\(source.accessPattern)' of \(entity.typeName) both write '\(key.name)', \
                    \(difference), and an item has only one: use another index, the same key, or conditions ('when:') of which \
                    never two hold.
                    """, at: location)
            }
        }
    }

    /// Whether it is certain that no item satisfies both conditions.
    private static func excludeEachOther(
        _ a: KeyAttributeModel.Source, _ b: KeyAttributeModel.Source, _ entity: EntityModel
    ) -> Bool {
        guard let first = a.condition, let second = b.condition else { return false }
        let logic = ConditionLogic([first, second], of: entity)
        return logic.canHold { first.holds(for: $0) && second.holds(for: $0) } == false
    }
}
