extension EntityEmitter {
    /// What makes a hold last: the time of its end goes, with all that is made of it.
    var reservation: [DeclarationSyntax] {
        guard entity.holder != nil, let expiry = entity.expiry else { return [] }
        let record = ExpressionSyntax.name(local("record"))
        let changes = ExpressionSyntax.call(
            .type("Changes"), [ArgumentSyntax("key", .member(record, "key"))])
        let confirmation: [ExpressionSyntax]
        if let group = updateGroups.first(where: { $0.contains(expiry) }) {
            func value(_ attribute: AttributeModel) -> ExpressionSyntax {
                attribute.name == expiry.name ? .nil : .member(record, attribute.propertyName)
            }
            // What somebody else has set meanwhile is not set back. Of what is replaced the group's function makes sure.
            let checked = Set(group.replaced.map(\.name) + [expiry.name])
            let others = group.settable.filter { !checked.contains($0.name) }
            let arguments =
                group.members.map { ArgumentSyntax($0.name, value($0)) }
                + group.replaced.map { ArgumentSyntax(group.replacingLabel(of: $0), value($0)) }
            confirmation =
                others.map { ChangeEmission.holds($0, value($0)) }
                + [.call(.member(changes, "set"), arguments)]
        } else {
            confirmation = [.call(.member(.member(changes, expiry.name), "remove"), [])]
        }
        return [
            .function(
                FunctionSyntax(
                    modifiers: staticModifiers, kind: .function("confirmation"),
                    parameters: [ParameterSyntax(label: "of", name: local("record"), type: entity.typeName)],
                    result: "[Entities.Change]", body: [.expression(.array(confirmation))]))
        ]
    }
}
