/// Writes a collection: what it holds, and the query for it.
struct CollectionEmission {
    let model: CollectionModel
    let service: ServiceEmitter
    /// The first member's, whose partition is everybody's.
    let entity: EntityModel
    let pattern: AccessPatternModel
    let parameters: [QueryParameters.Parameter]

    init?(_ model: CollectionModel, of service: ServiceEmitter) {
        guard let (entity, pattern) = service.schema.leader(of: model) else { return nil }
        self.model = model
        self.service = service
        self.entity = entity
        self.pattern = pattern
        parameters = QueryParameters(pattern, of: entity, choicesIn: entity.typeName).partition
    }

    var declarations: [DeclarationSyntax] { [.property(shape)] + functions.map { .function($0) } + [.type(type)] }

    private var modifiers: [String] { service.access.modifiers }

    var typeName: String {
        let name = SwiftName.upperFirst(model.functionName)
        // A function and a type of one name would be one too many.
        if name == model.functionName { return name + "Collection" }
        return service.typeName(name, otherwise: name + "Collection")
    }

    var shapeName: String { model.functionName + "Shape" }

    private var shape: PropertySyntax {
        var named = pattern
        named.name = model.name
        return PropertySyntax(
            modifiers: ["private", "static"], isConstant: true, name: shapeName,
            content: .stored(QueryShapeEmission.shape(of: named, isShared: model.filtersByEntity)))
    }

    private var type: TypeSyntax {
        let properties = model.members.map { member in
            DeclarationSyntax.property(
                PropertySyntax(
                    modifiers: modifiers, name: member.propertyName, type: "[\(member.entity)]",
                    content: .stored(.array([]))))
        }
        return TypeSyntax(
            documentation: ["What the collection \(model.name) holds."], modifiers: modifiers, keyword: .struct,
            name: typeName,
            inherited: [
                service.schema.keyFormat.isElectroDB ? "Entities.ElectroDBCollection" : "Entities.EntityCollection",
                "Swift.Hashable",
            ],
            members: properties + [.function(initializer), .function(append), .type(fields)])
    }

    private var initializer: FunctionSyntax { FunctionSyntax(modifiers: modifiers, kind: .initializer, body: []) }

    private var append: FunctionSyntax {
        let record = ExpressionSyntax.name("record")
        var cases = model.members.map { member in
            SwitchCaseSyntax(
                pattern: .call(
                    .member(nil, SwiftName.memberName(of: member.entity)), [ArgumentSyntax(nil, .literal("let record"))]
                ),
                body: [
                    .expression(
                        ExpressionSyntax.current.member(member.propertyName).calling("append", record))
                ])
        }
        if model.members.count < service.schema.entities.count {
            cases.append(SwitchCaseSyntax(pattern: nil, body: [.expression(.literal("break"))]))
        }
        return FunctionSyntax(
            modifiers: modifiers + ["mutating"], kind: .function("append"),
            parameters: [
                ParameterSyntax(
                    label: "_", name: "record", type: "\(service.schema.typeName).\(service.recordName)")
            ],
            body: [.switch(record, cases)])
    }

    /// What conditions see: the fields of each member.
    private var fields: TypeSyntax {
        TypeSyntax(
            documentation: ["What `where` sees of the collection \(model.name)."], modifiers: modifiers,
            keyword: .struct, name: "Fields", inherited: ["Entities.FieldSet"],
            members: [.function(initializer)]
                + model.members.map { member in
                    .property(
                        PropertySyntax(
                            modifiers: modifiers, name: member.propertyName,
                            type: "Entities.CollectionMember<\(member.entity)>",
                            content: .computed([.expression(.implicitInit([]))])))
                })
    }
}
