extension EntityEmitter {
    /// The attributes that a draft has: not those that the library sets by itself, nor states, which begin as their default.
    var draftAttributes: [AttributeModel] {
        entity.attributes.filter { attribute in
            if attribute.isDerived || attribute.isState { return false }
            return switch attribute.role {
            case .plain, .generated, .timeToLive, .tenant: true
            case .counter, .version, .createdAt, .updatedAt, .lease: false
            }
        }
    }

    /// The type of drafts, and how a record is made of one.
    var draft: [DeclarationSyntax] {
        var members = draftAttributes.map { attribute in
            DeclarationSyntax.property(
                PropertySyntax(
                    attributes: attribute.isHidden ? ["@Entities.Concealed"] : [], modifiers: access.modifiers,
                    name: attribute.name, type: draftType(of: attribute)))
        }
        members.append(
            .function(
                FunctionSyntax(
                    modifiers: access.modifiers, kind: .initializer,
                    parameters: draftAttributes.map { attribute in
                        ParameterSyntax(
                            name: attribute.name, type: draftType(of: attribute),
                            defaultValue: defaultInDraft(of: attribute))
                    },
                    body: draftAttributes.map { .assignment(.current.member($0.name), .name($0.name)) })))
        if let omitted { members.append(.property(omitted)) }
        let type = TypeSyntax(
            documentation: draftDocumentation, modifiers: access.modifiers, keyword: .struct, name: "Draft",
            inherited: ["Entities.EntityDraft"], members: members)
        return [.type(type), .function(recordFromDraft)]
    }

    private var draftDocumentation: [String] {
        var takers = isPuttable ? "`create` and `put` take" : "`create` takes"
        if hasUpsert { takers = isPuttable ? "`create`, `put` and `upsert` take" : "`create` and `upsert` take" }
        return ["What \(takers): what is left out gets its default."]
    }

    /// Whether a draft tells by `nil` that a value is left out.
    private func isMarkedAbsent(_ attribute: AttributeModel) -> Bool {
        attribute.isOptional || attribute.role == .generated || attribute.defaultValue != nil || attribute.isComputed
    }

    private func draftType(of attribute: AttributeModel) -> String {
        attribute.valueType() + (isMarkedAbsent(attribute) ? "?" : "")
    }

    private func defaultInDraft(of attribute: AttributeModel) -> ExpressionSyntax? {
        if isMarkedAbsent(attribute) { return .nil }
        switch attribute.type {
        case .dictionary: return .dictionary([])
        case .list, .set: return .array([])
        default: return nil
        }
    }

    /// The stored names of what an upsert leaves as it is. Without an upsert nobody asks.
    private var omitted: PropertySyntax? {
        guard hasUpsert else { return nil }
        let omissions = draftAttributes.compactMap {
            attribute -> (condition: ExpressionSyntax, name: ExpressionSyntax)? in
            guard !isKeyPart(attribute.name), let condition = isOmitted(attribute) else { return nil }
            return (condition, .string(attribute.storedName))
        }
        guard let first = omissions.first else { return nil }
        let property = PropertySyntax(
            documentation: ["The stored names of what is left to its default, which an upsert does not change."],
            modifiers: access.modifiers, name: "omitted", type: "[Swift.String]")
        return omissions.count == 1
            ? property.computed([
                .expression(
                    .choice(
                        [ChoiceBranchSyntax(conditions: [.expression(first.condition)], value: .array([first.name]))],
                        otherwise: .array([])))
            ])
            : property.computed(appending(omissions))
    }

    private func appending(_ omissions: [(condition: ExpressionSyntax, name: ExpressionSyntax)]) -> [StatementSyntax] {
        let names = LocalNames(avoiding: draftAttributes.map(\.name))("names")
        let statements: [StatementSyntax] = omissions.map { omission in
            let append = ExpressionSyntax.name(names).calling("append", omission.name)
            return .conditional(
                [ConditionalBranchSyntax(conditions: [.expression(omission.condition)], body: [.expression(append)])],
                otherwise: [])
        }
        let variable = VariableSyntax(isConstant: false, name: names, type: "[Swift.String]", value: .array([]))
        return [.variable(variable)] + statements + [.return(.name(names))]
    }

    /// When a draft leaves out something that the record will have all the same.
    private func isOmitted(_ attribute: AttributeModel) -> ExpressionSyntax? {
        if attribute.role == .generated || attribute.defaultValue != nil || attribute.isComputed {
            return .infix(.name(attribute.name), "==", .nil)
        }
        guard !attribute.isOptional else { return nil }
        switch attribute.type {
        case .list, .dictionary: return .name(attribute.name).member("isEmpty")
        default: return nil
        }
    }

    /// The initializer that makes a record of a draft.
    private var recordFromDraft: FunctionSyntax {
        let draft = local("draft")
        let now = local("now")
        let initial = InitialValueEmission(typeName: entity.typeName, draft: draft, now: now)
        var body: [StatementSyntax] = []
        if entity.attributes.contains(where: { $0.role == .createdAt || $0.role == .updatedAt }) {
            let clock = ExpressionSyntax.type("Entities.Generators.current").calling("now")
            body.append(.variable(VariableSyntax(isConstant: true, name: now, value: clock)))
        }
        body += entity.attributes.filter { !$0.isDerived }.map {
            .assignment(.name($0.propertyName), initial.value(of: $0))
        }
        body += entity.derivedAttributes.map { .assignment(.name($0.propertyName), record.computed($0)) }
        return FunctionSyntax(
            documentation: ["The record that a draft describes, with defaults, identifiers and times filled in."],
            modifiers: access.modifiers, kind: .initializer,
            parameters: [ParameterSyntax(label: "_", name: draft, type: "Draft")], body: body)
    }
}
