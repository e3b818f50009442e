/// How a model is defined in Swift: as an entity, and the maps that its attributes hold.
struct EntityImport {
    let entity: ImportedEntity
    let table: ImportedTable
    /// How Swift calls the indexes.
    let indexNames: [String: String]
    private(set) var notes: [ImportNote] = []

    private var model: ElectroDBModel { entity.model }

    init(_ entity: ImportedEntity, table: ImportedTable, indexNames: [String: String]) {
        self.entity = entity
        self.table = table
        self.indexNames = indexNames
    }

    mutating func types(_ names: inout ImportedNames) -> [TypeSyntax] {
        var members: [DeclarationSyntax] = []
        var maps: [TypeSyntax] = []
        for attribute in model.attributes {
            var definition = AttributeImport(
                attribute, name: entity.attributeName(attribute.name), owner: entity.typeName,
                subject: "\(model.entity).\(attribute.name)", context: context(of: attribute))
            members.append(.property(definition.property(&names)))
            notes += definition.notes
            maps += definition.maps
        }
        if entity.typeName != model.entity { members.append(text("entityName", model.entity)) }
        if model.version != "1" { members.append(text("entityVersion", model.version)) }
        members.append(.property(accessPatterns))
        let type = TypeSyntax(
            documentation: ["The model \(model.entity), version \(model.version), of \(model.service)."],
            keyword: .struct,
            name: entity.typeName, inherited: ["EntityDefinition"], members: members)
        return [type] + maps
    }

    private func text(_ name: String, _ value: String) -> DeclarationSyntax {
        .property(PropertySyntax(name: name, type: "String", content: .computed([.expression(.string(value))])))
    }

    // MARK: Attributes

    private func context(of attribute: ElectroDBAttribute) -> AttributeImport.EntityContext {
        let keys = model.indexes.flatMap { [$0.partition] + ($0.sort.map { [$0] } ?? []) }
            .filter { $0.attributes.contains(attribute.name) }
        let texts = keys.filter { key in
            key.field != nil && key.ownAttribute(of: model) == nil && key.numericAttribute(of: model) == nil
        }
        let primary = model.indexes.first.map { $0.partition.attributes + ($0.sort?.attributes ?? []) } ?? []
        return AttributeImport.EntityContext(
            entity: entity, isPrimary: primary.contains(attribute.name),
            isLabelled: texts.contains { $0.template == nil }, isInText: !texts.isEmpty,
            isCasedKey: keys.contains { $0.ownAttribute(of: model) != nil && $0.casing != ElectroDBKey.Casing.none })
    }

    // MARK: Access patterns

    private var accessPatterns: PropertySyntax {
        mutating get {
            var statements: [StatementSyntax] = []
            for pattern in model.indexes {
                if let expression = accessPattern(pattern) { statements.append(.expression(expression)) }
            }
            return PropertySyntax(name: "accessPatterns", type: "AccessPatterns", content: .computed(statements))
        }
    }

    private mutating func accessPattern(_ pattern: ElectroDBIndex) -> ExpressionSyntax? {
        let subject = "\(model.entity).\(pattern.name)"
        var arguments = [ArgumentSyntax(nil, .string(entity.patternNames[pattern.name] ?? pattern.name))]
        var isLocal = false
        if let index = pattern.index {
            arguments.append(ArgumentSyntax("on", .member(nil, indexNames[index] ?? index)))
            isLocal = table.indexes.contains { $0.name == index && $0.isLocal }
        }
        if pattern.kind == .clustered { arguments.append(ArgumentSyntax(nil, .member(nil, "clustered"))) }
        if !isLocal { arguments.append(ArgumentSyntax("partition", key(pattern.partition, subject))) }
        if let sort = pattern.sort { arguments.append(ArgumentSyntax("sort", key(sort, subject))) }
        if let scope = pattern.scope, !isLocal { arguments.append(ArgumentSyntax("scope", .string(scope))) }
        if pattern.collections.count == 1 {
            arguments.append(ArgumentSyntax("collection", .string(pattern.collections[0])))
        } else if !pattern.collections.isEmpty {
            arguments.append(ArgumentSyntax("collection", .array(pattern.collections.map { .string($0) })))
        }
        if pattern.hasCondition {
            notes.append(
                ImportNote(subject, "'condition' is a function: say in 'when:' which items the index holds."))
        }
        return .call(.type(pattern.index == nil ? "Primary" : "Index"), arguments)
    }

    private mutating func key(_ key: ElectroDBKey, _ subject: String) -> ExpressionSyntax {
        if key.field == nil { return list(key.attributes) }
        if let name = key.numericAttribute(of: model), key.ownAttribute(of: model) == nil {
            return .call(.member(nil, "number"), [ArgumentSyntax(nil, attribute(name))])
        }
        if key.cast != nil {
            notes.append(
                ImportNote(
                    subject,
                    "'cast' is left out: the key is a text here. See whether the table has it as one."))
        }
        let template: ExpressionSyntax =
            if let segments = key.template { text(segments) } else { list(key.attributes) }
        let own = key.ownAttribute(of: model)
        let isText = own.map { isString($0) } ?? true
        let casing: String? =
            switch key.casing {
            case .upper: "uppercased"
            case .some(.none): "asWritten"
            // A key that is an attribute is cased where the definition says so, since that is what is stored then.
            case .lower, nil: own == nil ? nil : "lowercased"
            }
        guard let casing, isText else { return template }
        return .call(
            .member(nil, "casing"), [ArgumentSyntax(nil, .member(nil, casing)), ArgumentSyntax(nil, template)])
    }

    private func isString(_ name: String) -> Bool {
        if case .string = model.attribute(name)?.type { true } else { false }
    }

    private func attribute(_ name: String) -> ExpressionSyntax { .name(entity.attributeName(name)) }

    private func list(_ names: [String]) -> ExpressionSyntax { .array(names.map(attribute)) }

    private func text(_ segments: [ElectroDBKey.Segment]) -> ExpressionSyntax {
        .interpolation(
            segments.map { segment in
                switch segment {
                case .text(let text): .text(text)
                case .attribute(let name): .placeholder([ArgumentSyntax(nil, attribute(name))])
                }
            })
    }
}
