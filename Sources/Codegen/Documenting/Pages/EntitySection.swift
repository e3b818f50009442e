import Entities

/// What a page says of an entity.
struct EntitySection {
    let entity: EntityModel
    let schema: ServiceSchema
    /// A record with all its attributes.
    let sample: SampleItem
    /// What the requests for a record of each access pattern take: those with conditions have records of their own.
    let patterns: [String: EntityCapacity]

    init(_ entity: EntityModel, of schema: ServiceSchema, _ samples: SampleValues) {
        self.entity = entity
        self.schema = schema
        sample = SampleItem(samples.record(of: entity), in: schema, samples)
        var patterns: [String: EntityCapacity] = [:]
        for pattern in entity.accessPatterns {
            let item = SampleItem(samples.record(of: entity, in: pattern), in: schema, samples)
            patterns[pattern.name] = EntityCapacity(item, in: schema)
        }
        self.patterns = patterns
    }

    /// The read units of a page; nil where there is no sample that is in the index.
    func page(of pattern: AccessPatternModel) -> Double? {
        patterns[pattern.name]?.page(of: pattern, count: findsOne(pattern) ? 1 : CapacityEstimate.pageSize)
    }

    /// Whether the partition holds one record at most: it is made of the primary key, or of a unique value with its scope.
    func findsOne(_ pattern: AccessPatternModel) -> Bool {
        let given = Set(pattern.partitionParts.filter(\.encoding.tellsValues).map(\.attribute))
        if given.isSuperset(of: entity.primaryKeyAttributes) { return true }
        return entity.attributes.contains { attribute in
            attribute.uniqueness.map { given.isSuperset(of: $0.scope + [attribute.name]) } ?? false
        }
    }

    var lines: [String] {
        let name = entity.name == entity.typeName ? "" : "Stored as \(Markdown.code(entity.name))."
        return ["### \(entity.typeName)", ""] + entity.documentation + (entity.documentation.isEmpty ? [] : [""])
            + (name.isEmpty ? [] : [name, ""]) + calls + guarantees + attributes + capacity
    }

    // MARK: Calls

    private var calls: [String] {
        let emitter = EntityEmitter(entity, of: schema, access: .public)
        let functions = emitter.accessPatterns.compactMap { declaration -> FunctionSyntax? in
            if case .function(let function) = declaration { function } else { nil }
        }
        var rows: [[String]] = []
        for pattern in entity.accessPatterns {
            let conditions = KeyConditionNotation(pattern, of: entity)
            let filter = pattern.filtersByEntity ? ", filtered by \(Markdown.code(schema.entityAttribute))" : ""
            for function in functions where function.kind.name == pattern.name {
                let condition =
                    (conditions.several(of: function) ?? conditions.text(of: function).map(Markdown.code)
                        ?? "one query for each partition") + filter
                let call = Markdown.code(SwiftNotation.call(function, on: entity.typeName))
                rows.append([call, pattern.index.map(Markdown.code) ?? "the table", condition])
            }
        }
        return Markdown.table(["call", "on", "key condition"], rows)
    }

    // MARK: Guarantees

    private var guarantees: [String] {
        let found = GuaranteeSource.guarantees(of: entity, in: schema)
        if found.isEmpty { return [] }
        return ["Declared, and kept by the library:", ""]
            + found.flatMap(\.lines) + [""]
    }

    // MARK: Attributes

    private var attributes: [String] {
        let rows = entity.attributes.map { attribute in
            let value = attribute.isHidden ? nil : sample.attributes[attribute.storedName]
            return [
                "`\(attribute.name)`", Markdown.code(SwiftNotation.type(attribute.swiftType)), stored(attribute),
                attribute.rules.joined(separator: ", "),
                value.map { Markdown.code(SampleNotation.text($0)) } ?? (attribute.isHidden ? "hidden" : "–"),
            ]
        }
        return Markdown.table(["attribute", "type", "stored as", "", "sample"], rows)
    }

    private func stored(_ attribute: AttributeModel) -> String {
        let type = attribute.type.dynamoDBType?.rawValue ?? "as its type says"
        return attribute.storedName == attribute.name ? type : "\(Markdown.code(attribute.storedName)), \(type)"
    }
}

extension FunctionSyntax.Kind {
    /// The function's name; nil for an initializer.
    var name: String? { if case .function(let name) = self { name } else { nil } }
}

extension KeyPlaceholderEncoding {
    /// Whether different values make different keys.
    fileprivate var tellsValues: Bool {
        switch self {
        case .text(lowercased: true), .date(unit: .some), .shard: false
        case .text(lowercased: false), .date(unit: nil), .integer, .decimal, .bool, .uuid, .ulid, .custom, .native,
            .raw,
            .number:
            true
        }
    }
}
