extension EntityEmitter {
    private var version: AttributeModel? { entity.attributes.first { $0.role == .version } }

    /// Whether records can be changed as a whole: there is a version, and nothing that a record which was read lacks.
    var isReplaceable: Bool { version != nil && !holdsHidden }

    /// What becomes of a record that comes after another one.
    var replacing: [DeclarationSyntax] {
        guard isReplaceable, let version else { return [] }
        let (former, check) = (ExpressionSyntax.name(local("former")), local("check"))
        var body: [StatementSyntax] = [
            // What a server says is never too much to count on.
            .assignment(.name(version.name), .infix(former.member(version.name), "&+", .literal("1")))
        ]
        if let updatedAt = entity.attributes.first(where: { $0.role == .updatedAt }) {
            let clock = ExpressionSyntax.type("Entities.Generators.current").calling("now")
            body.append(.assignment(.name(updatedAt.name), clock))
        }
        for attribute in entity.attributes where attribute.isState {
            let arguments = [
                ArgumentSyntax(nil, .string(attribute.storedName)),
                ArgumentSyntax("from", former.member(attribute.propertyName)),
                ArgumentSyntax("to", .name(attribute.propertyName)),
            ]
            body.append(
                .expression(.call(.member(.name(check), "state"), arguments + ChangeEmission.absence(of: attribute))))
        }
        if let lease = entity.attributes.first(where: { $0.role == .lease }) {
            let arguments = [
                ArgumentSyntax(nil, .string(lease.storedName)),
                ArgumentSyntax("from", former.member(lease.propertyName)),
                ArgumentSyntax("to", .prefix("&", .name(lease.propertyName))),
            ]
            body.append(.expression(.call(.member(.name(check), "lease"), arguments)))
        }
        for attribute in entity.attributes where isConstant(attribute) {
            let value = former.member(attribute.propertyName)
            body.append(
                .expression(
                    .call(
                        .member(.name(check), "unchanged"),
                        [
                            ArgumentSyntax(nil, .string(attribute.name)),
                            ArgumentSyntax(nil, .infix(.name(attribute.propertyName), "==", value)),
                            ArgumentSyntax(nil, ChangeEmission.holds(attribute, value)),
                        ])))
        }
        return [
            .function(
                FunctionSyntax(
                    modifiers: access.modifiers + ["mutating"], kind: .function("follow"),
                    parameters: [
                        ParameterSyntax(label: "_", name: local("former"), type: entity.typeName),
                        ParameterSyntax(label: "_", name: check, type: "inout Entities.ReplacementCheck"),
                    ], body: body))
        ]
    }

    /// Whether an attribute is set once. Parts of the primary key are compared as the key.
    private func isConstant(_ attribute: AttributeModel) -> Bool {
        (attribute.isReadOnly || attribute.role == .createdAt) && !attribute.isPrimaryKeyPart
    }
}
