extension EntityEmitter {
    // MARK: Key texts, unique values

    /// One function for each text that a key attribute can have.
    var keyTexts: [DeclarationSyntax] {
        keys.all.map { function in
            .function(
                FunctionSyntax(
                    modifiers: ["static"], kind: .function(function.name),
                    parameters: parameters(function.parameters),
                    result: keyType(function.template) ?? "Entities.KeyText",
                    body: [.expression(text(function.template))]))
        }
    }

    private func text(_ template: KeyTemplateModel) -> ExpressionSyntax {
        KeyTextEmission(entity: entity).text(template) { .attribute(.name($0.attribute)) }
    }

    /// The type of the number that a numeric key is; nil for a text.
    func keyType(_ template: KeyTemplateModel) -> String? {
        guard let part = template.number, let attribute = entity.attribute(part.attribute) else { return nil }
        return attribute.type == .bool ? "Swift.Int" : attribute.valueType()
    }

    private func parameters(_ names: [String]) -> [ParameterSyntax] {
        names.compactMap { name in
            entity.attribute(name).map { ParameterSyntax(label: "_", name: name, type: $0.valueType()) }
        }
    }

    /// One function for each unique attribute, and the claims that a record has.
    var uniqueness: [DeclarationSyntax] {
        let claims = UniqueClaims(entity)
        guard !claims.all.isEmpty else { return [] }
        return claims.all.map { .function(declaration(of: $0)) } + [.property(uniqueClaims(claims))]
    }

    private func declaration(of claim: UniqueClaims.Claim) -> FunctionSyntax {
        let attribute = claim.attribute
        var value: ExpressionSyntax = .call(
            .type("Entities.UniqueClaim"),
            [
                ArgumentSyntax(nil, .string(attribute.name)),
                ArgumentSyntax("storedAs", .string(attribute.storedName)),
                ArgumentSyntax(nil, .name(attribute.name)),
            ] + attribute.codingArguments + [ArgumentSyntax("key", text(claim.template))])
        for scope in claim.itemScope {
            let arguments = [ArgumentSyntax(nil, .string(scope.storedName)), ArgumentSyntax(nil, .name(scope.name))]
            value = .call(value.member("within"), arguments + scope.codingArguments)
        }
        return FunctionSyntax(
            modifiers: ["static"], kind: .function(claim.functionName), parameters: parameters(claim.members),
            result: "Entities.UniqueClaim", body: [.expression(value)])
    }

    private func uniqueClaims(_ claims: UniqueClaims) -> PropertySyntax {
        let body: [StatementSyntax]
        if claims.all.allSatisfy({ !$0.attribute.isOptional }) {
            body = [.expression(.array(claims.all.map { lasting($0) { .name($0) } }))]
        } else {
            let name = local("claims")
            let variable = VariableSyntax(
                isConstant: false, name: name, type: "[Entities.UniqueClaim]", value: .array([]))
            let appends = claims.all.map { claim in
                let append = StatementSyntax.expression(
                    .name(name).calling("append", lasting(claim) { .name($0) }))
                guard claim.attribute.isOptional else { return append }
                let condition = ConditionSyntax.binding(name: claim.attribute.name, value: nil)
                return .conditional(
                    [ConditionalBranchSyntax(conditions: [condition], body: [append])], otherwise: [])
            }
            body = [.variable(variable)] + appends + [.return(.name(name))]
        }
        return PropertySyntax(
            modifiers: access.modifiers, name: "uniqueClaims", type: "[Entities.UniqueClaim]", content: .computed(body))
    }

    /// The claim of a unique value.
    ///
    /// - Parameter value: Where an attribute's value is found.
    func call(_ claim: UniqueClaims.Claim, value: (String) -> ExpressionSyntax) -> ExpressionSyntax {
        .call(.member(ownType, claim.functionName), claim.members.map { ArgumentSyntax(nil, value($0)) })
    }

    /// The claim of a unique value for as long as its record is there.
    func lasting(_ claim: UniqueClaims.Claim, value: (String) -> ExpressionSyntax) -> ExpressionSyntax {
        let call = call(claim, value: value)
        return entity.expiry.map { call.calling("until", value($0.name)) } ?? call
    }

    // MARK: Rules and hooks

    var rules: [DeclarationSyntax] {
        RuleEmission(access: access, owner: entity.typeName, schema: schema).declarations(entity.attributes)
    }

    var hooks: [DeclarationSyntax] {
        HookEmission(access: access, owner: entity.typeName).declarations(entity.attributes)
    }

    var hooksName: String { HookEmission(access: access, owner: entity.typeName).name }

    // MARK: What the run time asks for

    var schemaMembers: [DeclarationSyntax] {
        var members: [DeclarationSyntax] = [.property(entitySchema)]
        if entity.history == nil, let keyChanges { members.append(.function(keyChanges)) }
        if entity.history == nil, let automaticChanges { members.append(.function(automaticChanges)) }
        if let version = entity.attributes.first(where: { $0.role == .version }), version.name != "version" {
            members.append(
                .property(
                    PropertySyntax(
                        modifiers: access.modifiers, name: "version", type: "Swift.Int",
                        content: .computed([.expression(.name(version.name))]))))
        }
        if let expirySeconds { members.append(.function(expirySeconds)) }
        return members + leaseMembers
    }

    /// When a record expires.
    private var expirySeconds: FunctionSyntax? {
        guard let expiry = entity.expiry else { return nil }
        let record = local("record")
        let seconds = ExpressionSyntax.call(
            .type("Entities.EpochTime.seconds"), [ArgumentSyntax("of", .member(.name(record), expiry.name))])
        return FunctionSyntax(
            modifiers: staticModifiers, kind: .function("expirySeconds"),
            parameters: [ParameterSyntax(label: "of", name: record, type: entity.typeName)], result: "Swift.Int64?",
            body: [.expression(seconds)])
    }

    private var entitySchema: PropertySyntax {
        var arguments = [
            ArgumentSyntax(nil, .string(entity.name)),
            ArgumentSyntax("table", .type("\(schema.typeName).table")),
            ArgumentSyntax("entityAttribute", .string(schema.entityAttribute)),
        ]
        if let attribute = schema.versionAttribute {
            let identifier = [ArgumentSyntax(nil, .string(attribute)), ArgumentSyntax(nil, .string(entity.version))]
            arguments.append(ArgumentSyntax("versionIdentifier", .implicitInit(identifier)))
        }
        if schema.keyFormat.isElectroDB { arguments.append(ArgumentSyntax("identityInUpdates", .literal("true"))) }
        if let version = entity.attributes.first(where: { $0.role == .version }) {
            arguments.append(ArgumentSyntax("versionAttribute", .string(version.storedName)))
        }
        if let expiry = entity.expiry {
            arguments.append(ArgumentSyntax("expiryAttribute", .string(expiry.storedName)))
            if let holder = entity.holder {
                arguments.append(ArgumentSyntax("holderAttribute", .string(holder.storedName)))
            }
        }
        if hasUpsert {
            let plan = UpsertPlan(entity, schema.keyFormat)
            if !plan.setOnce.isEmpty {
                arguments.append(ArgumentSyntax("setOnce", .array(plan.setOnce.map { .string($0) })))
            }
            if !plan.definite.isEmpty {
                arguments.append(ArgumentSyntax("definite", .array(plan.definite.map { .string($0) })))
            }
        }
        let optionalUnique = entity.attributes.filter { $0.uniqueness != nil && $0.isOptional }.map(\.storedName)
        if !optionalUnique.isEmpty {
            arguments.append(ArgumentSyntax("optionalUnique", .array(optionalUnique.map { .string($0) })))
        }
        arguments += historyArgument
        return PropertySyntax(
            modifiers: staticModifiers, isConstant: true, name: "schema",
            content: .stored(.call(.type("Entities.EntitySchema"), arguments)))
    }

    /// The attributes that the primary key is made of, and the index keys that follow from it alone, as changes: what an update writes
    /// that may create the item. ElectroDB's updates leave such index keys out.
    private var keyChanges: FunctionSyntax? {
        let native = Set((schema.table.partition + schema.table.sort).filter(\.isNative).map(\.name))
        var changes = keyAttributes.filter { !native.contains($0.storedName) }.map { attribute in
            ChangeEmission.set(attribute, .member(.name("key"), attribute.name), rule: nil)
        }
        var body: [StatementSyntax] = []
        if !schema.keyFormat.isElectroDB {
            let primary = Set(entity.primaryKeyAttributes)
            for key in entity.keyAttributes where !key.isPrimary && primary.isSuperset(of: key.attributes) {
                let text = LocalNames(avoiding: ["key"])(SwiftName.identifier(for: key.name))
                changes.append(keyChange(key, text, into: &body) { .member(.name("key"), $0) })
            }
        }
        guard !changes.isEmpty else { return nil }
        body.append(body.isEmpty ? .expression(.array(changes)) : .return(.array(changes)))
        return FunctionSyntax(
            modifiers: staticModifiers, kind: .function("keyChanges"),
            parameters: [ParameterSyntax(label: "for", name: "key", type: "Key")], result: "[Entities.Change]",
            body: body)
    }

    /// What every update changes: the version, the time, and the index keys that the time is in.
    private var automaticChanges: FunctionSyntax? {
        let version = entity.attributes.first { $0.role == .version }
        let updatedAt = entity.attributes.first { $0.role == .updatedAt }
        guard version != nil || updatedAt != nil else { return nil }
        var changes: [ExpressionSyntax] = []
        if let version {
            changes.append(
                .call(
                    .member(nil, "add"),
                    [ArgumentSyntax(nil, .string(version.storedName)), ArgumentSyntax(nil, .literal("1"))]))
        }
        var body: [StatementSyntax] = []
        if let updatedAt {
            let clock = ExpressionSyntax.type("Entities.Generators.current").calling("now")
            let keys = entity.keyAttributes.filter { !$0.isPrimary && $0.attributes.contains(updatedAt.name) }
            if !keys.isEmpty {
                body.append(.variable(VariableSyntax(isConstant: true, name: "now", value: clock)))
            }
            changes.append(ChangeEmission.set(updatedAt, keys.isEmpty ? clock : .name("now"), rule: nil))
            for key in keys {
                let text = LocalNames(avoiding: ["now", "key"])(SwiftName.identifier(for: key.name))
                changes.append(
                    keyChange(key, text, into: &body, present: [updatedAt.name]) { name in
                        name == updatedAt.name ? .name("now") : .member(.name("key"), name)
                    })
            }
        }
        body.append(body.isEmpty ? .expression(.array(changes)) : .return(.array(changes)))
        return FunctionSyntax(
            modifiers: staticModifiers, kind: .function("automaticChanges"),
            parameters: [ParameterSyntax(label: "for", name: "key", type: "Key")], result: "[Entities.Change]",
            body: body)
    }
}
