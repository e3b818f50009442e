import EntityMacrosLite

/// What ElectroDB's format demands, and will be regretted: keys that are cut off, texts that are ordered as no number is, lost capitals.
enum ElectroDBAdvice {
    static func check(_ schema: ServiceSchema, into collector: inout DiagnosticCollector) {
        guard schema.keyFormat.isElectroDB else { return }
        for entity in schema.entities {
            for pattern in entity.accessPatterns where pattern.aliasOf == nil {
                checkPartialKey(pattern, of: entity, into: &collector)
                checkMixedKey(pattern, of: entity, into: &collector)
                checkNumberOrder(pattern, of: entity, into: &collector)
                if pattern.index == nil { checkCase(pattern, of: entity, into: &collector) }
            }
        }
    }

    private static func optionalParts(_ template: KeyTemplateModel, _ entity: EntityModel) -> [KeyPlaceholderModel] {
        template.parts.filter { entity.attribute($0.attribute)?.isOptional ?? false }
    }

    /// ElectroDB puts an item into an index whose sort key parts are all absent, with what the sort key begins with.
    private static func checkPartialKey(
        _ pattern: AccessPatternModel, of entity: EntityModel, into collector: inout DiagnosticCollector
    ) {
        guard pattern.condition == nil, let key = pattern.sort.first, let template = key.template,
            let part = template.parts.first, optionalParts(template, entity).count == template.parts.count
        else { return }
        let beginning = template.leadingText.map { if case .text(let text) = $0 { text } else { "" } }.joined()
        collector.warning(
            "partial-sort-key",
            """
            An item of \(entity.typeName) without '\(part.attribute)' is written with '\(key.keyAttribute)' cut off behind "\(beginning)", and is \
            in the index of '\(pattern.name)' all the same, as ElectroDB's format demands: make '\(part.attribute)' required, or give \
            the index a condition, 'when: \(part.attribute).isPresent'.
            """, at: pattern.location)
    }

    /// ElectroDB refuses a record of which some parts of a key are there.
    private static func checkMixedKey(
        _ pattern: AccessPatternModel, of entity: EntityModel, into collector: inout DiagnosticCollector
    ) {
        guard pattern.condition == nil else { return }
        for key in pattern.partition + pattern.sort {
            guard let template = key.template else { continue }
            let optional = optionalParts(template, entity)
            guard let part = optional.first, template.parts.count > 1 else { continue }
            let isMixed = optional.count < template.parts.count
            collector.note(
                "key-all-or-none",
                """
                '\(key.keyAttribute)' of \(entity.typeName) is made of \(template.parts.map { "'\($0.attribute)'" }.joined(separator: ", ")), and \
                a record with some of them is refused, as ElectroDB does: \
                \(isMixed ? "without '\(part.attribute)' there is no record" : "give all or none").
                """, at: pattern.location)
        }
    }

    /// `10` comes before `9` where texts are compared.
    private static func checkNumberOrder(
        _ pattern: AccessPatternModel, of entity: EntityModel, into collector: inout DiagnosticCollector
    ) {
        for part in pattern.sort.compactMap(\.template).flatMap(\.parts) {
            guard let attribute = entity.attribute(part.attribute), attribute.type.keyAttributeType == .number,
                attribute.padding == nil
            else { continue }
            collector.warning(
                "key-number-order",
                """
                '\(attribute.name)' stands in the sort key of '\(pattern.name)' without padding, where 10 comes before 9, and so do \
                ranges: add '.padded(to: …)' if nobody has written such keys yet, or make it a numeric key with '.number(…)'.
                """, at: part.location)
        }
    }

    /// ElectroDB's keys are lower-cased unless the model says otherwise.
    private static func checkCase(
        _ pattern: AccessPatternModel, of entity: EntityModel, into collector: inout DiagnosticCollector
    ) {
        let parts = (pattern.partition + pattern.sort).compactMap(\.template).filter { $0.casing != .asWritten }
            .flatMap(\.parts)
        guard let part = parts.first(where: { entity.attribute($0.attribute)?.type == .string }) else { return }
        collector.note(
            "key-case",
            """
            The primary key of \(entity.typeName) is the same for "ID" and "id" in '\(part.attribute)', since ElectroDB cases whole keys: \
            '.casing(.asWritten, …)' tells them apart, if nobody has written such keys yet.
            """, at: pattern.location)
    }
}
