// The lease of an entity whose records one worker at a time has.

extension EntityEmitter {
    /// The attribute that tells who has a record.
    var lease: AttributeModel? { entity.attributes.first { $0.role == .lease } }

    /// Where the run time finds the lease: in a record by this name, in an item by the stored one.
    var leaseMembers: [DeclarationSyntax] {
        guard let lease else { return [] }
        let name = PropertySyntax(
            modifiers: staticModifiers, name: "leaseAttribute", type: "Swift.String",
            content: .computed([.expression(.string(lease.storedName))]))
        guard lease.name != "lease" else { return [.property(name)] }
        let alias = PropertySyntax(
            modifiers: access.modifiers, name: "lease", type: "Entities.Lease?",
            content: .computed([.expression(.name(lease.propertyName))]))
        return [.property(name), .property(alias)]
    }

    /// `Job.lease(jobID:by:for:)`
    var leasing: [DeclarationSyntax] {
        guard lease != nil else { return [] }
        let owner = local("owner")
        let duration = local("duration")
        let byKey = ExpressionSyntax.call(
            .name("lease"),
            [ArgumentSyntax(nil, key), ArgumentSyntax("by", .name(owner)), ArgumentSyntax("for", .name(duration))])
        return [
            .function(
                FunctionSyntax(
                    documentation: ["Takes the lease of one item, which must exist, if nobody has it."],
                    modifiers: staticModifiers, kind: .function("lease"),
                    parameters: keyParameters + [
                        ParameterSyntax(label: "by", name: owner, type: "Swift.String"),
                        ParameterSyntax(label: "for", name: duration, type: "Swift.Duration"),
                    ],
                    result: request("LeaseByKey"), body: [.expression(byKey)]))
        ]
    }
}
