/// Writes the file of one nested map.
struct MapEmitter {
    let map: MapModel
    let schema: ServiceSchema
    let access: AccessLevel
    /// Names for parameters, local variables and properties.
    let local: LocalNames

    init(_ map: MapModel, of schema: ServiceSchema, access: AccessLevel) {
        self.map = map
        self.schema = schema
        self.access = access
        local = LocalNames(avoiding: map.attributes.map(\.name))
    }

    func file() -> GeneratedFile {
        var imports = ImportCollector(schema, access: access)
        imports.add(map.attributes)
        return GeneratedFile(
            map.typeName, of: schema, imports: imports.imports, declarations: hooks + [.type(record)])
    }

    private var hooks: [DeclarationSyntax] {
        HookEmission(access: access, owner: map.typeName).declarations(map.attributes)
    }

    private var record: TypeSyntax {
        let rules = RuleEmission(access: access, owner: map.typeName, schema: schema).declarations(map.attributes)
        var members = choices + forms + properties + [.function(initializer), .mark("Stored form")] + codec
        if !rules.isEmpty { members += [.mark("Rules")] + rules }
        members += [.mark("Fields"), .type(fields("Fields", "conditions")), .type(fields("Changes", "updates"))]
        return TypeSyntax(
            documentation: map.documentation.isEmpty ? ["A map inside of items."] : map.documentation,
            modifiers: access.modifiers, keyword: .struct, name: map.typeName,
            inherited: ["Entities.MapRecord"] + (hooks.isEmpty ? [] : [map.typeName + "Hooks"]), members: members)
    }

    private var choices: [DeclarationSyntax] {
        map.attributes.compactMap { attribute in
            attribute.type.choice.map { ChoiceEmission.declaration($0, of: attribute, access: access) }
        }
    }

    private var properties: [DeclarationSyntax] {
        let emission = RecordPropertyEmission(access: access, owner: map.typeName, attributes: map.attributes)
        return map.attributes.flatMap { emission.declarations(of: $0) { _ in [] } }
    }

    private var forms: [DeclarationSyntax] { StoredForm(owner: map.typeName).declarations(map.attributes, access) }

    /// Dates are rounded as they are in a record: what is written is what is read back.
    private var initializer: FunctionSyntax {
        FunctionSyntax(
            modifiers: access.modifiers, kind: .initializer,
            parameters: map.attributes.map { attribute in
                ParameterSyntax(
                    name: attribute.name, type: attribute.recordType(), defaultValue: defaultValue(attribute))
            },
            body: map.attributes.map { attribute in
                .assignment(
                    ExpressionSyntax.current.member(attribute.propertyName),
                    StoredForm(owner: map.typeName).kept(.name(attribute.name), attribute))
            })
    }

    private func defaultValue(_ attribute: AttributeModel) -> ExpressionSyntax? {
        if let value = attribute.defaultValue {
            return value.expression(as: attribute.type, choicesIn: attribute.isOptional ? map.typeName : nil)
        }
        if attribute.isOptional { return .nil }
        if attribute.role == .generated { return InitialValueEmission.generated(attribute.type) }
        switch attribute.type {
        case .dictionary: return .dictionary([])
        case .list, .set: return .array([])
        default: return nil
        }
    }

    private var codec: [DeclarationSyntax] {
        let item = local("item")
        let writes = map.attributes.map { CodecEmission.write($0, to: item) }
            .sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
        return [
            .function(CodecEmission.reader(map.attributes, access: access, item: item)),
            .function(CodecEmission.writer(access: access, item: item, body: writes.flatMap(\.statements))),
        ]
    }

    private func fields(_ name: String, _ viewer: String) -> TypeSyntax {
        let path = local("path")
        let emission = FieldEmission(access: access, owner: map.typeName, path: path)
        let target: ExpressionSyntax = ExpressionSyntax.current.member(path)
        return TypeSyntax(
            documentation: ["What \(viewer) see of the map."], modifiers: access.modifiers, keyword: .struct,
            name: name,
            inherited: ["Entities.MapFieldSet"],
            members: [
                .property(PropertySyntax(isConstant: true, name: path, type: "Entities.AttributePath")),
                .function(
                    FunctionSyntax(
                        modifiers: access.modifiers, kind: .initializer,
                        parameters: [ParameterSyntax(name: "path", type: "Entities.AttributePath")],
                        body: [.assignment(target, .name("path"))])),
            ] + map.attributes.map(name == "Fields" ? emission.condition : emission.update))
    }
}
