import EntityMacrosLite

/// That no two entities can have the same key, and no query sees what it did not ask for.
enum OverlapChecks {
    static func check(_ schema: ServiceSchema, into collector: inout DiagnosticCollector) {
        var reported: Set<Set<String>> = []
        for overlap in KeyOverlaps(schema: schema).find() {
            guard let pattern = overlap.reader.pattern else { continue }
            let other = overlap.other
            let names = [name(of: overlap.reader), name(of: other)]
            let isPrimary = pattern.index == nil
            // A record and its revisions are as different as those of two entities.
            let isBetween =
                overlap.reader.entity.typeName != other.entity.typeName || overlap.reader.isHistory != other.isHistory
            // Values stand unescaped in ElectroDB's keys, so that almost any could collide; its queries filter by the entity.
            if schema.keyFormat.isElectroDB {
                guard isPrimary, overlap.isCollision, reported.insert(Set(names)).inserted else { continue }
                collector.warning(
                    "key-collision", collision(overlap, names, schema), at: max(overlap.reader.location, other.location)
                )
                continue
            }
            if isPrimary && overlap.isCollision {
                guard reported.insert(Set(names)).inserted else { continue }
                collector.error(
                    "key-collision", collision(overlap, names, schema),
                    at: max(overlap.reader.location, other.location))
                continue
            }
            // Items that are in an index unasked are filtered out.
            guard let otherPattern = other.pattern else {
                if isPrimary, reported.insert(Set(names)).inserted {
                    collector.error(
                        "key-overlap", leak(overlap, names, schema), at: overlap.reader.location)
                }
                continue
            }
            let isShared = !Set(pattern.collections).isDisjoint(with: otherPattern.collections)
            if isBetween && isShared { continue }
            // Two keys of one entity, of which an item could have both, are a conflict, and reported as that.
            if !isBetween, !pattern.hasSameKeys(as: otherPattern),
                !ConditionLogic.exclude(pattern.condition, otherPattern.condition, of: other.entity)
            {
                continue
            }
            guard reported.insert(Set(names)).inserted else { continue }
            collector.error(
                "key-overlap", leak(overlap, names, schema), at: max(overlap.reader.location, other.location))
        }
    }

    private static func name(of keys: KeyOverlaps.Keys) -> String {
        "'\(keys.pattern?.name ?? keys.kind)' of \(keys.entity.typeName)"
    }

    private static func collision(
        _ overlap: KeyOverlaps.Overlap, _ names: [String], _ schema: ServiceSchema
    ) -> String {
        """
        \(names[0]) and \(names[1]) can have the same key in the table '\(schema.table.name)', for example \(example(overlap)): \
        begin one of them with another text.
        """
    }

    private static func leak(_ overlap: KeyOverlaps.Overlap, _ names: [String], _ schema: ServiceSchema) -> String {
        let place = overlap.reader.pattern?.index.map { "the index '\($0)'" } ?? "the table '\(schema.table.name)'"
        let isBetween = overlap.reader.entity.typeName != overlap.other.entity.typeName
        let mayShare = isBetween && !overlap.reader.isHistory && !overlap.other.isHistory
        let isSort = isBetween || overlap.reader.isHistory != overlap.other.isHistory
        let wayOut =
            "begin one of the \(isSort ? "sort " : "")keys with another text"
            + (mayShare ? ", or give both patterns the same 'collection:'" : "")
        return """
            A query of \(names[0]) in \(place) would see items of \(names[1]), for example with the key \(example(overlap)): \
            \(wayOut).
            """
    }

    private static func example(_ overlap: KeyOverlaps.Overlap) -> String {
        overlap.example.map { "\"\($0)\"" }.joined(separator: " / ")
    }
}
