extension EntityEmitter {
    /// The requests that name an item by its primary key, and those whose shape depends on the entity.
    var requests: [DeclarationSyntax] {
        let updates = entity.history == nil ? [update("update", "Update"), update("patch", "Patch")] : []
        let writes = [get] + updates + [delete("delete", "Delete"), delete("remove", "Remove"), check]
        return scan + writes.map { .function($0) } + leasing + upsert.map { .function($0) }
    }

    /// In ElectroDB's formats a scan knows what the table's keys begin with.
    private var scan: [DeclarationSyntax] {
        guard schema.keyFormat.isElectroDB, let primary = entity.primary else { return [] }
        return [
            .function(
                FunctionSyntax(
                    documentation: ["Reads the whole table for the records of this entity."],
                    modifiers: staticModifiers,
                    kind: .function("scan"), result: request("Scan"),
                    body: [.expression(.implicitInit([ArgumentSyntax(nil, .name(primary.name + "Shape"))]))]))
        ]
    }

    var keyParameters: [ParameterSyntax] {
        keyAttributes.map { ParameterSyntax(name: $0.name, type: $0.valueType()) }
    }

    var key: ExpressionSyntax {
        .call(.type("Key"), keyAttributes.map { ArgumentSyntax($0.name, .name($0.name)) })
    }

    func request(_ type: String) -> String { "Entities.\(type)<\(entity.typeName)>" }

    private var get: FunctionSyntax {
        FunctionSyntax(
            documentation: ["Reads one item."], modifiers: staticModifiers, kind: .function("get"),
            parameters: keyParameters, result: request("Get"),
            body: [.expression(.implicitInit([ArgumentSyntax(nil, key)]))])
    }

    func update(_ name: String, _ type: String) -> FunctionSyntax {
        let changes = local("changes")
        let byKey = ExpressionSyntax.call(
            .name(name), [ArgumentSyntax(nil, key), ArgumentSyntax(nil, .name(changes))])
        return FunctionSyntax(
            documentation: [
                name == "update"
                    ? "Changes one item; nothing happens where there is none." : "Changes one item, which must exist."
            ],
            modifiers: staticModifiers, kind: .function(name),
            parameters: keyParameters + [
                ParameterSyntax(
                    label: "_", attributes: ["@Entities.ChangeBuilder"], name: changes,
                    type: "(Changes) -> [Entities.Change]")
            ],
            result: request(type), body: [.expression(byKey)])
    }

    private func delete(_ name: String, _ type: String) -> FunctionSyntax {
        let unique = UniqueClaims(entity)
        let held = unique.heldAttributes(in: unique.all).compactMap { entity.attribute($0) }.filter {
            !isKeyPart($0.name)
        }
        var names = LocalNames(avoiding: entity.attributes.map(\.name))
        var body: [StatementSyntax] = []
        var arguments = [ArgumentSyntax(nil, key)]
        let releases = unique.all.map { claim in
            let value = heldClaim(claim, &names, into: &body)
            return ChangeEmission.unique(claim.attribute, replacing: value, with: .nil)
        }
        if !releases.isEmpty { arguments.append(ArgumentSyntax("holding", .array(releases))) }
        let result = ExpressionSyntax.implicitInit(arguments)
        body.append(body.isEmpty ? .expression(result) : .return(result))
        var documentation = [
            name == "delete"
                ? "Deletes one item; nothing happens where there is none." : "Deletes one item, which must exist."
        ]
        if !held.isEmpty {
            documentation.append(
                "Give the \(held.map(\.name).joined(separator: ", ")) that it has, so that others can have it: with another, nothing happens."
            )
        }
        return FunctionSyntax(
            documentation: documentation, modifiers: staticModifiers, kind: .function(name),
            parameters: keyParameters + held.map { ParameterSyntax(name: $0.name, type: $0.recordType()) },
            result: request(type), body: body)
    }

    private func heldClaim(
        _ claim: UniqueClaims.Claim, _ names: inout LocalNames, into body: inout [StatementSyntax]
    ) -> ExpressionSyntax {
        let value = call(claim) { .name($0) }
        guard claim.attribute.isOptional else { return value }
        let name = names.claim(claim.attribute.name + "Claim")
        let condition = ConditionSyntax.binding(name: claim.attribute.name, value: nil)
        body.append(
            .variable(
                VariableSyntax(
                    isConstant: true, name: name, type: "Entities.UniqueClaim?",
                    value: .choice([ChoiceBranchSyntax(conditions: [condition], value: value)], otherwise: .nil))))
        return .name(name)
    }

    private var check: FunctionSyntax {
        let condition = local("condition")
        let byKey = ExpressionSyntax.call(
            .name("check"), [ArgumentSyntax(nil, key), ArgumentSyntax(nil, .name(condition))])
        return FunctionSyntax(
            documentation: ["Demands something of an item that a transaction does not change."],
            modifiers: staticModifiers, kind: .function("check"),
            parameters: keyParameters + [
                ParameterSyntax(label: "_", name: condition, type: "(Fields) -> Entities.Condition")
            ],
            result: request("Check"), body: [.expression(byKey)])
    }

    // MARK: Put and upsert

    private var upsert: [FunctionSyntax] {
        guard entity.history == nil else { return requestsWithoutCopy }
        var functions = hiddenPut
        if let putObjection {
            functions.append(
                unavailable(
                    "put", "Put", taking: .call(ownType, [ArgumentSyntax(nil, .name("draft"))]), putObjection))
        }
        switch upsertSupport {
        case .plain: break
        case .demanding(let attributes): functions.append(upsert(demanding: attributes))
        case .unavailable(let reason):
            functions.append(unavailable("upsert", "Upsert", taking: .name("draft"), reason))
        }
        return functions
    }

    /// Why an item cannot be replaced by a draft; nil where it can.
    var putObjection: String? {
        if let unique = entity.attributes.first(where: { $0.uniqueness != nil }) {
            return
                "\(unique.name) is unique, and a put would leave the claim of the item that it replaces: use create or update"
        }
        if let state = entity.attributes.first(where: \.isState) {
            return
                "\(state.name) is a state, and a put would set it back to where it begins: use create or update"
        }
        if let lease {
            return "\(lease.name) tells who has the record, and a put would take it from them: use create or update"
        }
        return nil
    }

    func unavailable(
        _ name: String, _ type: String, taking value: ExpressionSyntax, _ message: String
    ) -> FunctionSyntax {
        FunctionSyntax(
            attributes: [SwiftAttribute.unavailable(message)], modifiers: staticModifiers, kind: .function(name),
            parameters: [ParameterSyntax(label: "_", name: "draft", type: "Draft")], result: request(type),
            body: [.expression(.implicitInit([ArgumentSyntax(nil, value)]))])
    }

    private func upsert(demanding attributes: [AttributeModel]) -> FunctionSyntax {
        let draft = local("draft")
        let names = attributes.map(\.name).joined(separator: ", ")
        var body: [StatementSyntax] = [
            .variable(VariableSyntax(isConstant: false, name: draft, value: .name(draft)))
        ]
        body += attributes.map { .assignment(.member(.name(draft), $0.name), .name($0.name)) }
        body.append(.return(.implicitInit([ArgumentSyntax(nil, .name(draft))])))
        return FunctionSyntax(
            documentation: [
                "Creates a record, or changes the one that is there to what the draft says.",
                "Keys of indexes are made of \(names), which are therefore taken from here, and not from the draft.",
            ],
            modifiers: staticModifiers, kind: .function("upsert"),
            parameters: [ParameterSyntax(label: "_", name: draft, type: "Draft")]
                + attributes.map { ParameterSyntax(name: $0.name, type: $0.recordType()) },
            result: request("Upsert"), body: body)
    }
}
