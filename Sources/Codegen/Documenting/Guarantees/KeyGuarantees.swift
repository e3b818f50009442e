// What the templates of keys promise.

extension GuaranteeSource {
    /// Indexes that not every record is in.
    static let sparse = GuaranteeSource { entity, schema in
        entity.accessPatterns.compactMap { pattern in
            guard let index = pattern.index else { return nil }
            // In ElectroDB's formats the sort key's parts may be absent.
            let demandsAll = schema.keyFormat == .native || pattern.condition != nil
            let parts = Set((demandsAll ? pattern.parts : pattern.partitionParts).map(\.attribute))
            var needs = entity.attributes.filter { $0.isOptional && parts.contains($0.name) }.map {
                "`\($0.name)` is there"
            }
            if let condition = pattern.condition { needs.append(Markdown.code(KeyNotation.text(condition))) }
            if needs.isEmpty { return nil }
            return Guarantee(
                "`\(pattern.name)` is sparse",
                """
                A record is in it exactly while \(needs.joined(separator: " and ")). Entering and leaving \(Markdown.code(index)) is part of the \
                write that changes that.
                """)
        }
    }

    /// Keys that spread load.
    static let shards = GuaranteeSource { entity, _ in
        entity.accessPatterns.flatMap { pattern in
            pattern.partitionParts.compactMap { part in
                let (count, by): (Int, String)
                if case .shard(let shards, _) = part.encoding {
                    (count, by) = (
                        shards, "By the hash of `\(part.attribute)`: the same value is always in the same one."
                    )
                } else if let shards = entity.attribute(part.attribute)?.shardCount {
                    (count, by) = (shards, "By `\(part.attribute)`, which is drawn by lot for each record.")
                } else {
                    return nil
                }
                return Guarantee("`\(pattern.name)` is spread over \(count) partitions", by)
            }
        }
    }
}
