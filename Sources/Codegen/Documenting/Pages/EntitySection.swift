import Entities

/// What a page says of an entity.
struct EntitySection {
    let entity: EntityModel
    let schema: ServiceSchema
    let samples: SampleValues
    let emitter: EntityEmitter
    /// A record with all its attributes.
    let sample: SampleItem
    /// What the requests for a record of each access pattern take: those with conditions have records of their own.
    let patterns: [String: EntityCapacity]

    init(_ entity: EntityModel, of schema: ServiceSchema, _ samples: SampleValues) {
        self.entity = entity
        self.schema = schema
        self.samples = samples
        emitter = EntityEmitter(entity, of: schema, access: .public)
        sample = SampleItem(samples.record(of: entity), in: schema, samples)
        var patterns: [String: EntityCapacity] = [:]
        for pattern in entity.accessPatterns {
            let item = SampleItem(samples.record(of: entity, in: pattern), in: schema, samples)
            patterns[pattern.name] = EntityCapacity(item, in: schema)
        }
        self.patterns = patterns
    }

    /// What changes a record by its name: all of it where a history is kept.
    var change: String { entity.history == nil ? "update" : "revise" }

    var lines: [String] {
        let name = entity.name == entity.typeName ? "" : "Stored as \(Markdown.code(entity.name))."
        return ["### \(entity.typeName)", ""] + entity.documentation + (entity.documentation.isEmpty ? [] : [""])
            + (name.isEmpty ? [] : [name, ""]) + calls + guarantees + attributes + capacity
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
        let sample = sample.attributes[attribute.storedName]?.type.rawValue
        let type = attribute.type.dynamoDBType?.rawValue ?? sample ?? "as its type says"
        return attribute.storedName == attribute.name ? type : "\(Markdown.code(attribute.storedName)), \(type)"
    }
}
