import EntityMacrosLite

/// Writes the type of what an index holds of a record: the primary key, the projected attributes, and what the index's keys tell.
struct IndexEntryEmission {
    let pattern: AccessPatternModel
    let emitter: EntityEmitter
    private let index: IndexModel
    /// Whether the primary key can be read from the entry.
    private let hasKey: Bool
    /// The attributes that are stored in the entry.
    private let stored: [AttributeModel]
    /// The texts of the index's keys that tell attributes which are not known otherwise.
    private let texts: [(name: String, template: KeyTemplateModel)]
    /// All of them, but for those of the primary key.
    private let attributes: [AttributeModel]

    /// Nil for an index that holds whole items, and where an entry tells nothing, or not whose it is.
    init?(_ pattern: AccessPatternModel, of emitter: EntityEmitter) {
        let schema = emitter.schema
        guard let index = pattern.index.flatMap({ schema.table.index($0) }), index.projection != .all else {
            return nil
        }
        self.pattern = pattern
        self.emitter = emitter
        self.index = index
        let entity = emitter.entity
        hasKey = emitter.keyReader != nil

        var held = Set((schema.table.partition + schema.table.sort + index.partition + index.sort).map(\.name))
        if case .include(let names) = index.projection { held.formUnion(names) }
        guard hasKey || !pattern.filtersByEntity || held.contains(schema.entityAttribute) else { return nil }
        // An entry is there exactly when all parts of its keys are; in ElectroDB's formats the sort key's may be absent.
        let demanded = schema.keyFormat == .native ? pattern.parts : pattern.partitionParts
        let parts = Set(demanded.map(\.attribute))
        func present(_ attribute: AttributeModel) -> AttributeModel {
            var copy = attribute
            if parts.contains(attribute.name) { copy.isOptional = false }
            return copy
        }
        stored = entity.attributes.filter { held.contains($0.storedName) }.map(present)

        var known = Set(stored.map(\.name)).union(hasKey ? entity.primaryKeyAttributes : [])
        var texts: [(name: String, template: KeyTemplateModel)] = []
        let patterns = KeyPatternEmission(entity: entity)
        for case .text(let name, let template) in pattern.partition + pattern.sort where schema.keyFormat == .native {
            guard let attributes = patterns.attributes(of: template), !known.isSuperset(of: attributes.map(\.name))
            else { continue }
            known.formUnion(attributes.map(\.name))
            texts.append((name, template))
        }
        self.texts = texts
        if hasKey { known.subtract(entity.primaryKeyAttributes) }
        attributes = entity.attributes.filter { known.contains($0.name) }.map(present)
        if !hasKey && attributes.isEmpty { return nil }
    }

    /// `BySlugEntry`
    var name: String { SwiftName.entryTypeName(of: pattern.name) }

    var declaration: TypeSyntax {
        let access = emitter.access
        var members: [DeclarationSyntax] = [
            .typeAlias(modifiers: access.modifiers, name: "LookupRecord", type: emitter.entity.typeName)
        ]
        if hasKey { members.append(.property(PropertySyntax(modifiers: access.modifiers, name: "key", type: "Key"))) }
        members += attributes.map { attribute in
            .property(PropertySyntax(modifiers: access.modifiers, name: attribute.name, type: attribute.recordType()))
        }
        members.append(.function(reader))
        if let fields { members.append(.type(fields)) }
        return TypeSyntax(
            documentation: ["What the index \(index.name) holds: what `\(pattern.name)(…).entries()` reads."],
            modifiers: access.modifiers, keyword: .struct, name: name, inherited: ["Entities.IndexEntry"],
            members: members)
    }

    private var reader: FunctionSyntax {
        let item = emitter.local("item")
        let patterns = KeyPatternEmission(entity: emitter.entity)
        var body: [StatementSyntax] = []
        if hasKey {
            let key = ExpressionSyntax.call(.type("Key"), [ArgumentSyntax("from", .prefix("&", .name(item)))])
            body.append(.assignment(.name("key"), .try(key)))
        }
        body += texts.map { text in
            patterns.read(text.name, text.template, from: item) { name in
                hasKey && emitter.isKeyPart(name) ? .member(.name("key"), name) : .name(name)
            }
        }
        let names = Set(attributes.map(\.name))
        body += stored.filter { names.contains($0.name) }.map { CodecEmission.read($0, from: item) }
        return CodecEmission.reader(access: emitter.access, item: item, body: body)
    }

    /// What can be filtered by: DynamoDB does not by the keys of the index.
    private var fields: TypeSyntax? {
        let keys = Set((index.partition + index.sort).map(\.name))
        let attributes = stored.filter { !keys.contains($0.storedName) }
        guard !attributes.isEmpty else { return nil }
        let access = emitter.access
        let emission = FieldEmission(access: access, owner: emitter.entity.typeName)
        return TypeSyntax(
            modifiers: access.modifiers, keyword: .struct, name: "Fields", inherited: ["Entities.FieldSet"],
            members: [.function(FunctionSyntax(modifiers: access.modifiers, kind: .initializer, body: []))]
                + attributes.map(emission.condition))
    }
}

extension EntityEmitter {
    /// The types of index entries, one for each access pattern that reads some.
    var indexEntries: [IndexEntryEmission] {
        entity.accessPatterns.filter { $0.aliasOf == nil }.compactMap { IndexEntryEmission($0, of: self) }
    }

    /// The entry type of an access pattern, which another name for it shares.
    func indexEntry(of pattern: AccessPatternModel) -> IndexEntryEmission? {
        let original = entity.accessPatterns.first { $0.name == pattern.aliasOf } ?? pattern
        return IndexEntryEmission(original, of: self)
    }
}
