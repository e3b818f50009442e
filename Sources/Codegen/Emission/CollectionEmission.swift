/// Writes a collection: what it holds, and the query for it.
struct CollectionEmission {
    let model: CollectionModel
    let service: ServiceEmitter
    /// The first member's, whose partition is everybody's.
    let entity: EntityModel
    let pattern: AccessPatternModel
    let parameters: [QueryParameters.Parameter]

    init?(_ model: CollectionModel, of service: ServiceEmitter) {
        guard let member = model.members.first, let entity = service.schema.entity(member.entity),
            let pattern = entity.accessPatterns.first(where: { $0.name == member.accessPattern })
        else { return nil }
        self.model = model
        self.service = service
        self.entity = entity
        self.pattern = pattern
        parameters = QueryParameters(pattern, of: entity, choicesIn: entity.typeName).partition
    }

    var declarations: [DeclarationSyntax] { [.property(shape)] + functions.map { .function($0) } + [.type(type)] }

    private var modifiers: [String] { service.access.modifiers }

    var typeName: String {
        let name = SwiftName.upperFirst(model.name)
        return service.typeName(name, otherwise: name + "Collection")
    }

    var shapeName: String { model.name + "Shape" }

    private var shape: PropertySyntax {
        var named = pattern
        named.name = model.name
        return PropertySyntax(
            modifiers: ["private", "static"], isConstant: true, name: shapeName,
            content: .stored(
                QueryShapeEmission.shape(of: named, isShared: model.filtersByEntity)))
    }

    private var type: TypeSyntax {
        let schema = service.schema
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
                schema.keyFormat.isElectroDB ? "Entities.ElectroDBCollection" : "Entities.EntityCollection",
                "Swift.Hashable",
            ],
            members: properties + [
                .function(FunctionSyntax(modifiers: modifiers, kind: .initializer, body: [])),
                .property(
                    PropertySyntax(
                        modifiers: modifiers + ["static"], name: "entityAttribute", type: "Swift.String",
                        content: .computed([.expression(.string(schema.entityAttribute))]))),
                .property(
                    PropertySyntax(
                        modifiers: modifiers + ["static"], name: "table", type: "Entities.TableSchema",
                        content: .computed([.expression(.type("\(schema.typeName).table"))]))),
                .function(append),
            ])
    }

    private var append: FunctionSyntax {
        let decoded = ExpressionSyntax.try(.name("item").calling("decode"))
        let cases = model.members.map { member in
            SwitchCaseSyntax(
                pattern: .string(service.schema.entity(member.entity)?.name ?? member.entity),
                body: [
                    .expression(
                        .call(
                            ExpressionSyntax.current.member(member.propertyName).member("append"),
                            [ArgumentSyntax(nil, decoded)]))
                ])
        }
        return FunctionSyntax(
            modifiers: modifiers + ["mutating"], kind: .function("append"),
            parameters: [
                ParameterSyntax(label: "_", name: "item", type: "Entities.EncodedItem"),
                ParameterSyntax(name: "entity", type: "Swift.String"),
            ],
            effects: "throws(Entities.AttributeError)", result: "Swift.Bool",
            body: [
                .switch(
                    .name("entity"), cases + [SwitchCaseSyntax(pattern: nil, body: [.return(.literal("false"))])]),
                .return(.literal("true")),
            ])
    }
}
