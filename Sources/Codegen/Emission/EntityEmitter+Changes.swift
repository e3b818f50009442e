extension EntityEmitter {
    /// What conditions see.
    var fields: TypeSyntax {
        let emission = FieldEmission(access: access, owner: entity.typeName)
        return TypeSyntax(
            documentation: ["What `where` and `if` see of \(entity.typeName)."], modifiers: access.modifiers,
            keyword: .struct, name: "Fields", inherited: ["Entities.FieldSet"],
            members: [.function(FunctionSyntax(modifiers: access.modifiers, kind: .initializer, body: []))]
                + entity.attributes.map(emission.condition))
    }

    /// What updates see.
    var changes: DeclarationSyntax {
        guard entity.history == nil else {
            return .typeAlias(
                modifiers: access.modifiers, name: "Changes", type: "Entities.ChangesByReviseOnly")
        }
        let emission = FieldEmission(access: access, owner: entity.typeName)
        let grouped = Set(updateGroups.flatMap { $0.members.map(\.name) })
        let single = entity.attributes.filter { $0.isUpdatable && !$0.isDerived && !grouped.contains($0.name) }
        let initializer = FunctionSyntax(
            modifiers: access.modifiers, kind: .initializer, parameters: [ParameterSyntax(name: "key", type: "Key")],
            body: [.assignment(.current.member("key"), .name("key"))])
        return .type(
            TypeSyntax(
                documentation: ["What updates see of \(entity.typeName)."], modifiers: access.modifiers,
                keyword: .struct, name: "Changes", inherited: ["Entities.ChangeSet"],
                members: [
                    .property(PropertySyntax(isConstant: true, name: "key", type: "Key")), .function(initializer),
                ]
                    + single.map(emission.update) + updateGroups.flatMap { functions(of: $0).map { .function($0) } }
                    + unavailableMembers(emission)))
    }

    // MARK: What cannot be changed by itself

    private func unavailableMembers(_ emission: FieldEmission) -> [DeclarationSyntax] {
        entity.attributes.compactMap { attribute in
            if attribute.isReadOnly, !attribute.isPrimaryKeyPart {
                return emission.unavailable(
                    attribute, "\(attribute.name) is set when the item is created, and never changed")
            }
            guard attribute.isUpdatable else { return nil }
            guard let group = updateGroups.first(where: { $0.contains(attribute) }) else {
                return attribute.isDerived ? emission.unavailable(attribute, constancy(of: attribute)) : nil
            }
            let reason = (derivation(of: attribute) + reasons(for: attribute, in: group)).joined(separator: ", and ")
            return emission.unavailable(attribute, "\(attribute.name) \(reason): use \(group.signature)")
        }
    }

    /// Why an attribute is not changed by itself.
    private func reasons(for attribute: AttributeModel, in group: UpdateGroup) -> [String] {
        var reasons = attribute.isState ? ["is a state"] : []
        let patterns = entity.accessPatterns.filter { $0.aliasOf == nil && $0.index != nil }
        func add(_ what: String, _ isMeant: (AccessPatternModel) -> Bool) {
            let indexes = patterns.filter(isMeant).map { "index \($0.index ?? "") (\($0.name))" }
            if !indexes.isEmpty { reasons.append("\(what) \(indexes.joined(separator: " and of "))") }
        }
        func isPart(of keys: [KeyAttributePatternModel]) -> Bool {
            keys.contains { key in
                if case .native = key { return false }
                return key.parts.contains { $0.attribute == attribute.name }
            }
        }
        add("is part of the partition key of") { isPart(of: $0.partition) }
        add("is part of the sort key of") { isPart(of: $0.sort) }
        add("decides on the items of") { $0.condition?.attributes.contains(attribute.name) ?? false }
        for claim in group.claims {
            if claim.attribute.name == attribute.name {
                reasons.append("is unique")
            } else if claim.members.contains(attribute.name) {
                reasons.append("is what \(claim.attribute.name) is unique within")
            } else if attribute.role == .timeToLive {
                reasons.append("is how long \(claim.attribute.name) is claimed")
            }
        }
        return reasons
    }

    // MARK: What is changed together

    /// The function that sets all members, and where there are several the one that can leave some as they are.
    private func functions(of group: UpdateGroup) -> [FunctionSyntax] {
        guard group.settable.count > 1, group.claims.isEmpty, group.derived.isEmpty else {
            return [function(of: group)]
        }
        let composite = CompositeChangeEmission(group, of: self)
        return [composite.setter(documentation: documentation(of: group)), composite.function]
    }

    private func function(of group: UpdateGroup) -> FunctionSyntax {
        var names = LocalNames(avoiding: entity.attributes.map(\.name) + ["key"])
        var oldNames: [String: String] = [:]
        for attribute in group.replaced {
            oldNames[attribute.name] = names.claim("old" + SwiftName.upperFirst(attribute.name))
        }

        var body = derivation(in: group)
        var changes = (group.settable + group.derived).map {
            ChangeEmission.set($0, .name($0.name), rule: entity.typeName)
        }
        changes += group.fixed.map { ChangeEmission.holds($0, .name($0.name)) }
        for claim in group.claims {
            let old = self.claim(claim, names.claim("oldClaim"), into: &body) { name in
                oldNames[name].map { .name($0) } ?? current(name)
            }
            let new = self.claim(claim, names.claim("newClaim"), isLasting: true, into: &body) { current($0) }
            changes.append(ChangeEmission.unique(claim.attribute, replacing: old, with: new))
        }
        for key in group.keys {
            changes.append(
                keyChange(key, names.claim(SwiftName.identifier(for: key.name)), into: &body) { current($0) })
        }
        let change = ExpressionSyntax.implicitInit([ArgumentSyntax(nil, .array(changes))])
        body.append(body.isEmpty ? .expression(change) : .return(change))

        let parameters =
            group.members.map { ParameterSyntax(name: $0.name, type: $0.changedType) }
            + group.replaced.map { attribute in
                ParameterSyntax(
                    label: group.replacingLabel(of: attribute), name: oldNames[attribute.name] ?? attribute.name,
                    type: attribute.recordType())
            }
        return FunctionSyntax(
            documentation: documentation(of: group), modifiers: access.modifiers, kind: .function("set"),
            parameters: parameters, result: "Entities.Change", body: body)
    }

    /// Where a function of `Changes` finds a value: parts of the primary key in the key, a state in its move.
    func current(_ name: String) -> ExpressionSyntax {
        if isKeyPart(name) { return .member(.name("key"), name) }
        return entity.attribute(name)?.isState == true ? .member(.name(name), "to") : .name(name)
    }

    private func documentation(of group: UpdateGroup) -> [String] {
        // Where nothing is demanded but values, the signature says it all.
        let fixed = group.fixed
        if group.replaced.isEmpty && fixed.isEmpty { return [] }
        func list(_ names: [String]) -> String {
            names.count < 2 ? names.joined() : names.dropLast().joined(separator: ", ") + " and " + (names.last ?? "")
        }
        var text = "Sets \(list(group.settable.map(\.name)))"
        if !group.keys.isEmpty { text += ", and with that \(list(group.keys.map(\.name)))" }
        var lines = [text + "."]
        if !group.replaced.isEmpty {
            lines.append("What is replaced is the value that the item has now, or else nothing is changed.")
        }
        if !fixed.isEmpty {
            lines.append(
                "Give the \(list(fixed.map(\.name))) that the item has: it does not change, and with another nothing does."
            )
        }
        return lines
    }

    /// The claim of a unique value; a local constant, where there may be none.
    private func claim(
        _ claim: UniqueClaims.Claim, _ name: String, isLasting: Bool = false, into body: inout [StatementSyntax],
        value: (String) -> ExpressionSyntax
    ) -> ExpressionSyntax {
        let call = isLasting ? lasting(claim, value: value) : call(claim, value: value)
        guard claim.attribute.isOptional else { return call }
        let current = value(claim.attribute.name)
        guard case .name(let bound) = current else { return call }
        let choice = ExpressionSyntax.choice(
            [ChoiceBranchSyntax(conditions: [.binding(name: bound, value: nil)], value: call)], otherwise: .nil)
        body.append(
            .variable(VariableSyntax(isConstant: true, name: name, type: "Entities.UniqueClaim?", value: choice)))
        return .name(name)
    }

    /// The change of a key attribute; its text is a local constant, where there may be none.
    func keyChange(
        _ key: KeyAttributeModel, _ name: String, into body: inout [StatementSyntax], present: Set<String> = [],
        value: @escaping (String) -> ExpressionSyntax
    ) -> ExpressionSyntax {
        if !key.companions.isEmpty {
            let parts = key.companions.filter { !isKeyPart($0) && !present.contains($0) }
            return ChangeEmission.key(
                key, constant: constantText(of: key),
                with: parts.map {
                    .call(.member(.type("Entities.CompositePart"), "set"), [ArgumentSyntax(nil, value($0))])
                })
        }
        let branches = branches(of: key, in: .change, present: present, value: value)
        let type = key.number.flatMap(keyType) ?? "Entities.KeyText"
        if branches.count == 1, branches[0].conditions.isEmpty {
            return ChangeEmission.key(key.name, branches[0].value, isNumber: key.number != nil)
        }
        body.append(
            .variable(
                VariableSyntax(
                    isConstant: true, name: name, type: "\(type)?", value: Self.choice(of: branches))))
        return ChangeEmission.key(key.name, .name(name), isNumber: key.number != nil)
    }

    /// The text of a key that is the same for all items.
    func constantText(of key: KeyAttributeModel) -> ExpressionSyntax {
        key.sources.first.flatMap { keys.function(for: key.name, $0.template) }.map { text(of: $0) { .name($0) } }
            ?? .nil
    }

    /// The first value whose conditions hold, or none.
    static func choice(of branches: [ChoiceBranchSyntax]) -> ExpressionSyntax {
        guard let last = branches.last, last.conditions.isEmpty else { return .choice(branches, otherwise: .nil) }
        return branches.count == 1 ? last.value : .choice(Array(branches.dropLast()), otherwise: last.value)
    }
}
