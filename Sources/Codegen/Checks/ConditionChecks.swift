import EntityMacrosLite

/// That the conditions of sparse indexes can hold, can fail, and can be kept up to date.
enum ConditionChecks {
    static func check(_ schema: ServiceSchema, into collector: inout DiagnosticCollector) {
        for entity in schema.entities {
            for pattern in entity.accessPatterns {
                guard let condition = pattern.condition else { continue }
                check(condition, of: pattern, entity, schema.table, into: &collector)
            }
        }
    }

    private static func check(
        _ condition: IndexConditionModel, of pattern: AccessPatternModel, _ entity: EntityModel, _ table: TableModel,
        into collector: inout DiagnosticCollector
    ) {
        func error(_ code: String, _ message: String) {
            collector.error(
                code, "The condition of '\(pattern.name)' of \(entity.typeName) " + message, at: pattern.location)
        }
        let isLocal = pattern.index.flatMap { table.index($0) }?.isLocal ?? false
        let primary = Set((table.partition + table.sort).map(\.name))
        let own = (isLocal ? [] : pattern.partition) + pattern.sort
        if !own.contains(where: { $0.template != nil && !primary.contains($0.keyAttribute) }) {
            error(
                "condition-native",
                """
                cannot keep items out: the keys of '\(pattern.index ?? table.name)' are the entity's own attributes or the table's keys, \
                and an item that has them is in it.
                """)
        }
        var isSound = true
        for (name, value) in condition.comparisons {
            guard let attribute = entity.attribute(name) else { continue }
            if [.counter, .version, .updatedAt].contains(attribute.role) {
                error(
                    "condition-attribute",
                    "compares '\(name)', which changes with every write: the index could not follow it.")
            }
            if case .enumCase(let name) = value, !attribute.type.hasCase(name) {
                isSound = false
                error(
                    "condition-value",
                    "compares with a case that calls itself '\(name)', so that generated code cannot name it: use another attribute."
                )
            }
            if case .choice(let choice) = attribute.type, case .string(let text) = value,
                !choice.cases.contains(where: { $0.rawValue == text })
            {
                isSound = false
                let known = choice.cases.map { "\"\($0.rawValue)\"" }.joined(separator: ", ")
                error("condition-value", "compares '\(name)' with \"\(text)\", which is none of its values (\(known)).")
            }
        }
        guard isSound else { return }
        let logic = ConditionLogic([condition], of: entity)
        if logic.canHold({ condition.holds(for: $0) }) == false {
            error("condition-never", "never holds, so that the index would be empty: change it.")
        } else if logic.canHold({ !condition.holds(for: $0) }) == false {
            error("condition-always", "always holds: leave 'when:' away.")
        }
    }
}
