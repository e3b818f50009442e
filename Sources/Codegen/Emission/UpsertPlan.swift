/// What an upsert of an entity has to be given, and what it leaves alone in an item that is there.
///
/// The item that is there keeps some of its attributes. An index key that is made of such an attribute and of one that
/// changes cannot be written without knowing the item, so there is no upsert then.
struct UpsertPlan {
    enum Support {
        /// A draft is enough.
        case plain
        /// These have to be given beside the draft, since keys of indexes are made of them.
        case demanding([AttributeModel])
        case unavailable(String)
    }

    let support: Support
    /// The stored names of what is set only in a new item.
    let setOnce: [String]
    /// The stored names of what is removed where the record has none.
    let definite: [String]

    init(_ entity: EntityModel, _ format: KeyFormatName) {
        let primary = Set(entity.primaryKeyAttributes)
        // ElectroDB sets what keys of indexes are made of, read-only or not: https://electrodb.dev/en/mutations/upsert/
        let overwritten =
            format.isElectroDB ? Set(entity.keyAttributes.flatMap { entity.roots(of: $0.attributes) }) : []
        func isKept(_ attribute: AttributeModel) -> Bool {
            attribute.isReadOnly && !overwritten.contains(attribute.name) || attribute.role == .createdAt
                || attribute.role == .counter || attribute.isState
        }
        var demanded: Set<String> = []
        var setOnce = entity.attributes.filter { isKept($0) && !primary.contains($0.name) }.map(\.storedName)
        var definite: Set<String> = []
        var problem: String?

        // What follows from other attributes is as much bound to them as a key is.
        let derived = entity.derivedAttributes.filter { !primary.contains($0.name) }.map {
            Bound(name: $0.storedName, what: $0.name, attributes: [$0.name], isOptional: $0.isOptional)
        }
        let keys = entity.keyAttributes.filter { !$0.isPrimary }.map { key in
            Bound(
                name: key.name, what: key.name, attributes: key.attributes,
                isOptional: key.sources.contains { $0.condition != nil }
                    || key.attributes.contains {
                        !primary.contains($0) && entity.attribute($0)?.isOptional == true
                    })
        }
        for key in keys + derived {
            let parts = entity.roots(of: key.attributes).filter { !primary.contains($0) }.compactMap {
                entity.attribute($0)
            }
            let kept = parts.filter(isKept)
            if let first = kept.first {
                guard kept.count == parts.count, !parts.contains(where: \.isOptional), !key.isOptional else {
                    problem = problem ?? Self.message(first, parts.first { !isKept($0) }, key)
                    continue
                }
                setOnce.append(key.name)
                continue
            }
            for part in parts where part.isOptionalInDraft && part.role != .updatedAt {
                demanded.insert(part.name)
                if part.isOptional { definite.insert(part.storedName) }
            }
            if key.isOptional { definite.insert(key.name) }
        }

        self.setOnce = setOnce.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        self.definite = definite.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        if let problem {
            support = .unavailable(problem)
        } else if demanded.isEmpty {
            support = .plain
        } else {
            support = .demanding(entity.attributes.filter { demanded.contains($0.name) })
        }
    }

    /// A stored attribute that cannot be written without the attributes that it is made of.
    private struct Bound {
        var name: String
        /// What people call it.
        var what: String
        var attributes: [String]
        /// Whether an item can be without it.
        var isOptional: Bool
    }

    private static func message(_ kept: AttributeModel, _ other: AttributeModel?, _ key: Bound) -> String {
        let bond = other.map { "and \(key.what) is made of that and of \($0.name)" }
        return """
            an upsert keeps the \(kept.name) of an item that is there, \(bond ?? "which decides whether it has a \(key.what)"): \
            use create or update
            """
    }
}

extension EntityModel {
    /// What an upsert has to be given beside the draft; nil where there is no upsert.
    package func upsertDemands(in format: KeyFormatName) -> [AttributeModel]? {
        guard history == nil, !attributes.contains(where: { $0.uniqueness != nil }) else { return nil }
        switch UpsertPlan(self, format).support {
        case .plain: return []
        case .demanding(let attributes): return attributes
        case .unavailable: return nil
        }
    }
}

extension EntityEmitter {
    var hasUpsert: Bool {
        if case .unavailable = upsertSupport { false } else { true }
    }

    /// Whether and how records can be upserted.
    var upsertSupport: UpsertPlan.Support {
        if entity.history != nil { return .unavailable("") }
        if let attribute = entity.attributes.first(where: { $0.uniqueness != nil }) {
            return .unavailable(
                """
                \(attribute.name) is unique, and an item that is there would keep the claim of its old value: use create or update
                """)
        }
        return UpsertPlan(entity, schema.keyFormat).support
    }
}
