import EntityMacrosLite

/// Reads one entity: its attributes, its access patterns, and what follows from them.
struct EntityReader {
    let element: EntityList.Element
    let service: ServiceSchema
    let sources: DocumentationReader
    var types: TypeReader
    var collector: DiagnosticCollector
    /// How attributes are stored that are keys with a text of their own.
    private var storedTexts: [String: StoredTextModel] = [:]
    /// Where the revisions are kept.
    private var history: AccessPatternModel?

    init(
        _ element: EntityList.Element, service: ServiceSchema, sources: DocumentationReader, types: TypeReader,
        collector: DiagnosticCollector
    ) {
        self.element = element
        self.service = service
        self.sources = sources
        self.types = types
        self.collector = collector
    }

    mutating func read() -> EntityModel {
        let definition = element.definition
        let typeName = String(describing: type(of: definition))
        var reader = DefinitionReader(
            owner: typeName, sources: sources, isMap: false, types: types, collector: collector)
        let all = reader.read(definition)
        let attributes = all.filter { $0.counterShards == nil }
        (types, collector) = (reader.types, reader.collector)

        var entity = EntityModel(
            typeName: typeName, name: definition.entityName, version: definition.entityVersion,
            pluralName: definition.pluralName,
            attributes: attributes.map(\.model))
        entity.location = element.location
        entity.isFindable = definition is any Findable
        if let location = attributes.first?.model.location {
            entity.documentation = sources.declaration(of: typeName, inFileOf: location)
        }
        entity.accessPatterns = patterns(of: definition, entity, attributes)
        entity.history = history
        let primary = Set(entity.primaryKeyAttributes)
        for index in entity.attributes.indices {
            let name = entity.attributes[index].name
            entity.attributes[index].isPrimaryKeyPart = primary.contains(name)
            entity.attributes[index].storedText = storedTexts[name]
        }
        readUniqueness(of: definition, attributes, into: &entity)
        readCounters(all, into: &entity)
        readSources(of: definition, attributes, into: &entity)
        KeyAttributeDerivation.derive(for: &entity, in: service)
        return entity
    }

    private mutating func patterns(
        of definition: any EntityDefinition, _ entity: EntityModel, _ attributes: [ReadAttribute]
    ) -> [AccessPatternModel] {
        let written = definition.accessPatterns.patterns.filter { !$0.isHistory }
        let primaries = written.filter { $0.index == nil }
        if primaries.isEmpty {
            collector.error(
                "primary-missing",
                "\(entity.typeName) has no primary key: begin its access patterns with 'Primary(…, partition: …)'.",
                at: entity.location)
        }
        for extra in primaries.dropFirst() {
            collector.error(
                "primary-repeated",
                """
                '\(extra.name)' is a second primary key of \(entity.typeName): an item has one; make it an 'Index(…, on: …)'.
                """, at: extra.location)
        }
        var reader = AccessPatternReader(
            keys: KeyReader(entity: entity, attributes: attributes, service: service), table: service.table)
        // The primary pattern first: local indexes have its partition.
        var models: [AccessPatternModel] = []
        for pattern in primaries.prefix(1) + written.filter({ $0.index != nil }) {
            guard var model = reader.read(pattern, primary: models.first { $0.index == nil }) else { continue }
            model.aliasOf = models.first { $0.hasSameKeys(as: model) && $0.condition == model.condition }?.name
            models.append(model)
        }
        readHistory(of: definition, entity, primary: models.first { $0.index == nil }, &reader)
        collector.add(reader.keys.problems)
        storedTexts = reader.storedTexts
        return models
    }

    private mutating func readHistory(
        of definition: any EntityDefinition, _ entity: EntityModel, primary: AccessPatternModel?,
        _ reader: inout AccessPatternReader
    ) {
        let written = definition.accessPatterns.patterns.filter(\.isHistory)
        guard let first = written.first, let primary else { return }
        history = reader.read(first, primary: primary)
        for extra in written.dropFirst() {
            collector.error(
                "history-repeated", "\(entity.typeName) has a second history, '\(extra.name)': take it away.",
                at: extra.location)
        }
    }

    private mutating func readSources(
        of definition: any EntityDefinition, _ attributes: [ReadAttribute], into entity: inout EntityModel
    ) {
        var reader = SourceReader(typeName: entity.typeName, attributes)
        for attribute in attributes {
            guard let names = reader.sources(of: attribute, in: definition),
                let index = entity.attributes.firstIndex(where: { $0.name == attribute.model.name })
            else { continue }
            entity.attributes[index].computedFrom = names
        }
        collector.add(reader.problems)
    }

    private mutating func readCounters(_ attributes: [ReadAttribute], into entity: inout EntityModel) {
        var keys = KeyReader(entity: entity, attributes: attributes, service: service)
        let members = entity.primaryKeyAttributes
        for attribute in attributes {
            guard let shards = attribute.counterShards, !members.isEmpty,
                let template = keys.counter(attribute.model.name, of: members, at: attribute.model.location)
            else { continue }
            entity.counters.append(
                ShardedCounterModel(
                    attribute: attribute.model, shards: shards, isStock: attribute.model.range != nil,
                    template: template))
        }
        collector.add(keys.problems)
    }

    private mutating func readUniqueness(
        of definition: any EntityDefinition, _ attributes: [ReadAttribute], into entity: inout EntityModel
    ) {
        var keys = KeyReader(entity: entity, attributes: attributes, service: service)
        for attribute in attributes {
            guard let scope = attribute.scope else { continue }
            var names: [String] = []
            for path in scope {
                guard let name = keys.name(of: definition[keyPath: path] as? any AnyAttribute) else {
                    keys.problem(
                        "unique-scope-unknown",
                        """
                        '\(attribute.model.name)' of \(entity.typeName) is unique within something that is none of its stored \
                        attributes: name one, as in '.unique(within: \\\(entity.typeName).tenantID)'.
                        """, at: attribute.model.location)
                    continue
                }
                names.append(name)
            }
            guard names.count == scope.count else { continue }
            let members = names + [attribute.model.name]
            guard let template = keys.claim(of: members, at: attribute.model.location) else { continue }
            if let index = entity.attributes.firstIndex(where: { $0.name == attribute.model.name }) {
                entity.attributes[index].uniqueness = UniquenessModel(scope: names, template: template)
            }
        }
        collector.add(keys.problems)
    }
}

extension AccessPatternModel {
    /// Whether both make the same keys on the same index.
    func hasSameKeys(as other: AccessPatternModel) -> Bool {
        index == other.index && keysWithoutLocations == other.keysWithoutLocations
    }

    private var keysWithoutLocations: [[KeyAttributePatternModel]] {
        [partition, sort].map { $0.map(\.withoutLocations) }
    }
}

extension KeyAttributePatternModel {
    var withoutLocations: KeyAttributePatternModel {
        switch self {
        case .text(let name, let template): return .text(keyAttribute: name, template: template.withoutLocations)
        case .native(let name, var part):
            part.location = .unknown
            return .native(keyAttribute: name, part: part)
        case .number(let name, var part):
            part.location = .unknown
            return .number(keyAttribute: name, part: part)
        }
    }
}
