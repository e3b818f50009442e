import Entities

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
                guard let count = entity.shards(of: part) else { return nil }
                let isDrawn = entity.attribute(part.attribute)?.shardCount != nil
                let by =
                    isDrawn
                    ? "By `\(part.attribute)`, which is drawn by lot for each record."
                    : "By the hash of `\(part.attribute)`: the same value is always in the same one."
                let gathering =
                    entity.shards(of: pattern) == nil
                    ? "" : " A query that is given no shard reads all at once, merged in the order of the sort key."
                return Guarantee("`\(pattern.name)` is spread over \(count) partitions", by + gathering)
            }
        }
    }

    /// Keys that begin anew with each day, week or month.
    static let buckets = GuaranteeSource { entity, _ in
        entity.accessPatterns.flatMap { pattern in
            pattern.partitionParts.compactMap { part in
                guard case .date(let unit?) = part.encoding else { return nil }
                return Guarantee(
                    "`\(pattern.name)` has a partition for each \(unit.rawValue)",
                    "By `\(part.attribute)`, so that none grows for ever. A span of time is read partition by partition."
                )
            }
        }
    }

    /// Keys that begin with a tenant.
    static let tenancy = GuaranteeSource { entity, schema in
        guard let tenant = entity.tenant else { return [] }
        return [
            Guarantee(
                "Each `\(tenant.name)` for itself",
                """
                Every partition key begins with it, and no query or `get` does without it. `db.narrowed(to: \(schema.typeName).tenant(…))` refuses the \
                keys of others.
                """)
        ]
    }
}
