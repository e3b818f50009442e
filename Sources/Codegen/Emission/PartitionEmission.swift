import EntityMacrosLite

/// Writes key texts and equalities from the parameters of a query.
struct PartitionEmission {
    let pattern: AccessPatternModel
    let entity: EntityModel
    let keys: KeyFunctions
    /// What the key functions are called on; nil inside of the record.
    let owner: String?
    /// The parameters by other names, for a query of several entities.
    let names: [String: String]

    init(
        _ pattern: AccessPatternModel, of entity: EntityModel, keys: KeyFunctions, owner: String? = nil,
        names: [String: String] = [:]
    ) {
        self.pattern = pattern
        self.entity = entity
        self.keys = keys
        self.owner = owner
        self.names = names
    }

    /// Whether both keys are texts, each of one attribute.
    var isText: Bool {
        (pattern.partition + pattern.sort).allSatisfy { $0.template != nil }
    }

    /// The partition's part of a query's arguments.
    var arguments: [ArgumentSyntax] {
        if isText, let key = pattern.partition.first, let template = key.template {
            return [ArgumentSyntax(nil, text(key.keyAttribute, template))]
        }
        return [ArgumentSyntax("equalities", .array(equalities))]
    }

    /// One for each attribute of the partition key.
    var equalities: [ExpressionSyntax] {
        pattern.partition.map { key in
            switch key {
            case .text(let name, let template): equality(name, text(name, template), coding: [])
            case .native(let name, let part), .number(let name, let part): equality(name, part)
            }
        }
    }

    /// `.init("region", .init(converting: region))`
    func equality(_ keyAttribute: String, _ part: KeyPlaceholderModel) -> ExpressionSyntax {
        if part.encoding == .number {
            let number = KeyTextEmission(entity: entity).text(KeyTemplateModel(segments: [.part(part)])) {
                .attribute(.name(name(of: $0)))
            }
            return equality(keyAttribute, number, coding: [])
        }
        let coding = entity.attribute(part.attribute)?.codingArguments ?? []
        return equality(keyAttribute, .name(name(of: part)), coding: coding)
    }

    private func equality(
        _ keyAttribute: String, _ value: ExpressionSyntax, coding: [ArgumentSyntax]
    ) -> ExpressionSyntax {
        let operand = ExpressionSyntax.implicitInit(
            [ArgumentSyntax(coding.isEmpty ? "converting" : nil, value)] + coding)
        return .implicitInit([ArgumentSyntax(nil, .string(keyAttribute)), ArgumentSyntax(nil, operand)])
    }

    /// A whole key text: by the function that makes it for records, unless a query gives its parts in another form.
    func text(_ keyAttribute: String, _ template: KeyTemplateModel) -> ExpressionSyntax {
        var parameters: [String: String] = [:]
        var isDirect = true
        for part in template.parts {
            if case .shard = part.encoding { isDirect = false }
            if let other = parameters[part.attribute], other != part.parameter { isDirect = false }
            parameters[part.attribute] = part.parameter
        }
        guard isDirect, let function = keys.function(for: keyAttribute, template) else {
            return text(template.segments, template.casing)
        }
        let arguments = function.parameters.map { attribute in
            let parameter = parameters[attribute] ?? attribute
            return ArgumentSyntax(nil, .name(names[parameter] ?? parameter))
        }
        return .call(.member(.type(owner ?? entity.typeName), function.name), arguments)
    }

    /// The beginning of a key's text.
    func text(_ segments: some Sequence<KeySegment>, _ casing: KeyTextCasing?) -> ExpressionSyntax {
        let text = KeyTextEmission(entity: entity).expression(segments) { part in
            if case .shard = part.encoding { return .shard(.name(name(of: part))) }
            return .attribute(.name(name(of: part)))
        }
        return KeyTextEmission.cased(text, casing)
    }

    private func name(of part: KeyPlaceholderModel) -> String { names[part.parameter] ?? part.parameter }
}

/// Writes what the queries of an access pattern have in common.
enum QueryShapeEmission {
    static func shape(
        of pattern: AccessPatternModel, isShared: Bool, isElectroDB: Bool = false
    ) -> ExpressionSyntax {
        var arguments = [ArgumentSyntax(nil, .string(pattern.name))]
        if let index = pattern.index { arguments.append(ArgumentSyntax("index", .string(index))) }
        arguments.append(ArgumentSyntax("partitionKey", .string(pattern.partition.first?.keyAttribute ?? "")))
        if let sort = pattern.sort.first { arguments.append(ArgumentSyntax("sortKey", .string(sort.keyAttribute))) }
        if isShared { arguments.append(ArgumentSyntax("isShared", .literal("true"))) }
        if isElectroDB {
            if let prefix = prefix(of: pattern.partition) {
                arguments.append(ArgumentSyntax("partitionPrefix", prefix))
            }
            if let prefix = prefix(of: pattern.sort) { arguments.append(ArgumentSyntax("sortPrefix", prefix)) }
        }
        return .call(.type("Entities.QueryShape"), arguments)
    }

    /// What all of the entity's keys begin with: how a scan tells a service's items from another's with entities of the same name.
    private static func prefix(of key: [KeyAttributePatternModel]) -> ExpressionSyntax? {
        guard let template = key.first?.template, case .text(let text)? = template.segments.first else { return nil }
        return KeyTextEmission.cased(.string(text), template.casing)
    }
}
