import EntityMacrosLite

/// That the copies for revisions have a place of their own, and that nothing else than a revision changes a record.
enum HistoryChecks {
    static func check(_ schema: ServiceSchema, into collector: inout DiagnosticCollector) {
        for entity in schema.entities {
            guard let history = entity.history else { continue }
            let problems =
                checkEntity(entity, schema) + checkTable(schema) + checkKey(history, of: entity)
                + checkIndexes(of: entity, schema.table)
            for (code, reason) in problems {
                collector.error(code, "'\(history.name)' of \(entity.typeName) \(reason)", at: history.location)
            }
        }
    }

    private typealias Problem = (code: String, reason: String)

    private static func checkEntity(_ entity: EntityModel, _ schema: ServiceSchema) -> [Problem] {
        var problems: [Problem] = []
        if !entity.attributes.contains(where: { $0.role == .version }) {
            problems.append(
                (
                    "history-version",
                    "counts revisions by the version, and \(entity.typeName) has none: add 'let revision = Attribute<Int>(.version)'."
                ))
        }
        if schema.holdsHidden(entity) {
            problems.append(
                (
                    "history-hidden",
                    "is written from records, and those that were read do not have what is .hidden: take the history or .hidden away."
                ))
        }
        return problems
    }

    private static func checkTable(_ schema: ServiceSchema) -> [Problem] {
        if schema.keyFormat.isElectroDB {
            return [("history-table", "would be items that ElectroDB has no model for: its formats have no history.")]
        }
        guard !schema.table.sort.isEmpty, !(schema.table.partition + schema.table.sort).contains(where: \.isNative)
        else {
            return [
                (
                    "history-table",
                    "needs a place beside the record: give the table '\(schema.table.name)' a partition and a sort key of their own."
                )
            ]
        }
        return []
    }

    /// The copies of one record must be found by its key, in the order of the version.
    private static func checkKey(_ history: AccessPatternModel, of entity: EntityModel) -> [Problem] {
        guard let version = entity.attributes.first(where: { $0.role == .version }), let primary = entity.primary else {
            return []
        }
        let parts = history.sortParts.map(\.attribute)
        let partition = Set(primary.partitionParts.map(\.attribute))
        let missing = primary.sortParts.map(\.attribute).filter { !partition.contains($0) && !parts.contains($0) }
        if let missing = missing.first {
            return [
                (
                    "history-sort",
                    "lacks '\(missing)', so that two records could have the same revision: put it in front of '\(version.name)'."
                )
            ]
        }
        guard parts.last == version.name, history.sort.first?.template?.segments.last?.isPart == true else {
            return [
                (
                    "history-sort",
                    "is not in the order of the revisions: end the sort key with '\\(\(version.name))'."
                )
            ]
        }
        let strangers = parts.dropLast().filter { !entity.primaryKeyAttributes.contains($0) }
        guard let stranger = strangers.first else { return [] }
        return [
            (
                "history-sort",
                "holds '\(stranger)', which can change from one revision to the next: use parts of the primary key, and the version."
            )
        ]
    }

    /// An index whose keys are the entity's own attributes would hold the copies as well.
    private static func checkIndexes(of entity: EntityModel, _ table: TableModel) -> [Problem] {
        let stored = Set(entity.attributes.map(\.storedName))
        let primary = Set((table.partition + table.sort).map(\.name))
        return table.indexes.filter { index in
            (index.partition + index.sort).allSatisfy { element in
                primary.contains(element.name) || element.isNative && stored.contains(element.name)
            }
        }.map { index in
            (
                "history-index",
                "would be in the index '\(index.name)', whose keys are attributes that every copy has: give the index key attributes of its own."
            )
        }
    }
}

extension KeySegment {
    fileprivate var isPart: Bool {
        if case .part = self { true } else { false }
    }
}
