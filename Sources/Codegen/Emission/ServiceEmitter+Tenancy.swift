import EntityMacrosLite

extension ServiceEmitter {
    /// `public static func tenant(_ tenantID: Swift.String) -> Entities.TenantSlice`
    var tenant: [DeclarationSyntax] {
        guard let tenancy = schema.tenancy else { return [] }
        let name = tenancy.attribute.name
        let key = KeyTextEmission(entity: tenancy.entity).expression(tenancy.prefix) { _ in .attribute(.name(name)) }
        var arguments = [ArgumentSyntax(nil, .name(name)), ArgumentSyntax("key", key)]
        if !tenancy.valueAttributes.isEmpty {
            arguments.append(
                ArgumentSyntax("valueAttributes", .array(tenancy.valueAttributes.map { .string($0) })))
        }
        return [
            .function(
                FunctionSyntax(
                    documentation: ["One tenant, which a database can be narrowed to."],
                    modifiers: access.modifiers + ["static"], kind: .function("tenant"),
                    parameters: [
                        ParameterSyntax(label: "_", name: name, type: tenancy.attribute.valueType())
                    ],
                    result: "Entities.TenantSlice", body: [.expression(.implicitInit(arguments))]))
        ]
    }
}
