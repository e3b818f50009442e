import EntityMacrosLite

/// Finds the access patterns whose queries could see items that are not theirs.
struct KeyOverlaps {
    /// One entity's keys under one pattern.
    struct Keys {
        var entity: EntityModel
        /// Nil for an entity that is in an index by its attributes alone, without an access pattern for it.
        var pattern: AccessPatternModel?
        var location: SourceLocation
        var partition: [KeyLanguage]
        var sort: [KeyLanguage]
        /// What a query that gives no sort key value asks of each sort key attribute; nil where it asks nothing.
        var sortQuery: [KeyLanguage?]
        /// What the items are where there is no pattern for them.
        var kind = "unique values"
        /// Whether they are those of the entity's revisions.
        var isHistory = false
    }

    struct Overlap {
        var reader: Keys
        var other: Keys
        /// Whether whole keys can be equal, not just be seen by a query.
        var isCollision: Bool
        /// Key texts that both can have, where keys are texts.
        var example: [String]
    }

    let schema: ServiceSchema

    /// All overlaps of the table and its indexes: each reader with each other pattern that it would see.
    func find() -> [Overlap] {
        let places: [IndexModel?] = [nil] + schema.table.indexes.map { $0 }
        return places.flatMap(overlaps(in:))
    }

    /// Whether items of entities that are no members, or claims of unique values, can be in a collection's partitions.
    func hasOthers(in collection: CollectionModel) -> Bool {
        let all = keys(in: collection.index.flatMap { schema.table.index($0) })
        let names = Set(collection.members.map(\.entity))
        func isMember(_ keys: Keys) -> Bool {
            names.contains(keys.entity.typeName) && keys.pattern != nil && !keys.isHistory
        }
        return all.contains { other in
            !isMember(other)
                && all.contains { reader in
                    isMember(reader) && reader.pattern?.collections.contains(collection.name) ?? false
                        && zip(reader.partition, other.partition).allSatisfy { $0.example(in: $1) != nil }
                }
        }
    }

    private func overlaps(in index: IndexModel?) -> [Overlap] {
        let all = keys(in: index)
        var overlaps: [Overlap] = []
        for (i, reader) in all.enumerated() where reader.pattern != nil {
            for (j, other) in all.enumerated() where i != j && !isSame(reader, other) {
                if let example = Self.example(reader.partition, reader.sort, other) {
                    overlaps.append(Overlap(reader: reader, other: other, isCollision: true, example: example))
                } else if let example = Self.example(reader.partition, reader.sortQuery, other) {
                    overlaps.append(Overlap(reader: reader, other: other, isCollision: false, example: example))
                }
            }
        }
        return overlaps
    }

    /// Whether both are the same entity's, under two names for one key.
    private func isSame(_ a: Keys, _ b: Keys) -> Bool {
        guard a.entity.typeName == b.entity.typeName, a.isHistory == b.isHistory, let first = a.pattern,
            let second = b.pattern
        else { return false }
        return first.hasSameKeys(as: second) && first.condition == second.condition
    }

    private static func example(
        _ partition: [KeyLanguage], _ sort: [KeyLanguage?], _ other: Keys
    ) -> [String]? {
        var example: [String] = []
        for (own, theirs) in zip(partition + sort, other.partition + other.sort) {
            guard let own else {
                example.append("")
                continue
            }
            guard let text = own.example(in: theirs) else { return nil }
            example.append(String(decoding: text, as: UTF8.self))
        }
        return example
    }

    private func keys(in index: IndexModel?) -> [Keys] {
        var keys: [Keys] = []
        for entity in schema.entities {
            let patterns = entity.accessPatterns.filter { $0.index == index?.name }
            keys += patterns.map { self.keys(of: entity, $0) }
            if patterns.isEmpty, let index, let implied = impliedKeys(of: entity, in: index) { keys.append(implied) }
        }
        if index == nil { keys += schema.entities.flatMap { claims(of: $0) + counters(of: $0) + history(of: $0) } }
        return keys
    }

    private func keys(of entity: EntityModel, _ pattern: AccessPatternModel) -> Keys {
        let limited = pattern.condition.map { ConditionLogic([$0], of: entity).literals(where: $0) } ?? [:]
        func language(_ key: KeyAttributePatternModel) -> KeyLanguage {
            switch key {
            case .text(_, let template): KeyLanguage(template, of: entity, limited: limited)
            case .native(_, let part), .number(_, let part): KeyLanguage(native: entity.attribute(part.attribute))
            }
        }
        let queries = pattern.sort.map { key -> KeyLanguage? in
            switch key {
            case .text(_, let template):
                if template.parts.isEmpty { return language(key) }
                return KeyLanguage(template, of: entity, literalPrefix: true).prefixes
            case .native, .number: return nil
            }
        }
        return Keys(
            entity: entity, pattern: pattern, location: pattern.location, partition: pattern.partition.map(language),
            sort: pattern.sort.map(language), sortQuery: queries)
    }

    /// The keys of an entity that has all of an index's attributes of its own, and no pattern on it: DynamoDB indexes it.
    private func impliedKeys(of entity: EntityModel, in index: IndexModel) -> Keys? {
        func languages(_ elements: [KeyElementModel]) -> [KeyLanguage]? {
            let languages = elements.compactMap { element -> KeyLanguage? in
                guard element.isNative else { return nil }
                return entity.attributes.first { $0.storedName == element.name }.map { KeyLanguage(native: $0) }
            }
            return languages.count == elements.count ? languages : nil
        }
        // A local index has the table's partition, which the entity has anyhow.
        let primary = index.isLocal ? entity.primary.map { keys(of: entity, $0).partition } : nil
        guard let sort = languages(index.sort), let partition = primary ?? languages(index.partition) else {
            return nil
        }
        return Keys(
            entity: entity, pattern: nil, location: entity.location, partition: partition, sort: sort, sortQuery: [])
    }

    /// The keys of the copies for revisions.
    private func history(of entity: EntityModel) -> [Keys] {
        guard let history = entity.history else { return [] }
        var keys = keys(of: entity, history)
        keys.isHistory = true
        return [keys]
    }

    /// The keys of the items that hold sharded counters.
    private func counters(of entity: EntityModel) -> [Keys] {
        guard !(schema.table.partition + schema.table.sort).contains(where: \.isNative) else { return [] }
        return entity.counters.map { counter in
            var partition = KeyLanguage(counter.template, of: entity)
            partition.append("#".utf8)
            partition.append(.digits, count: max(2, counter.shards).shardDigits)
            var keys = ownItems(of: entity, partition, sort: "COUNTER", counter.attribute.location)
            keys.kind = "sharded counters"
            return keys
        }
    }

    private func ownItems(
        of entity: EntityModel, _ partition: KeyLanguage, sort: String, _ location: SourceLocation
    ) -> Keys {
        var marker = KeyLanguage()
        marker.append(sort.utf8)
        return Keys(
            entity: entity, pattern: nil, location: location, partition: [partition],
            sort: schema.table.sort.isEmpty ? [] : [marker], sortQuery: [])
    }

    /// The keys of the items that claim unique values.
    private func claims(of entity: EntityModel) -> [Keys] {
        guard !(schema.table.partition + schema.table.sort).contains(where: \.isNative) else { return [] }
        return entity.attributes.compactMap { attribute in
            guard let uniqueness = attribute.uniqueness else { return nil }
            return ownItems(
                of: entity, KeyLanguage(uniqueness.template, of: entity), sort: "UNIQUE", attribute.location)
        }
    }
}
