import EntityMacrosLite

extension EntityEmitter {
    /// The enums of the attributes with listed values.
    var choices: [DeclarationSyntax] {
        entity.attributes.compactMap { attribute in
            attribute.type.choice.map { ChoiceEmission.declaration($0, of: attribute, access: access) }
        }
    }

    /// How the texts of attributes are stored that are keys with more to them than the value.
    var storedTexts: [DeclarationSyntax] {
        entity.attributes.compactMap { attribute in
            attribute.storedText.map { text in
                func constant(_ name: String, _ type: String, _ value: ExpressionSyntax) -> DeclarationSyntax {
                    .property(
                        PropertySyntax(
                            modifiers: staticModifiers, name: name, type: type,
                            content: .computed([.expression(value)])))
                }
                var members: [DeclarationSyntax] = []
                if !text.prefix.isEmpty { members.append(constant("prefix", "Swift.String", .string(text.prefix))) }
                if !text.suffix.isEmpty { members.append(constant("suffix", "Swift.String", .string(text.suffix))) }
                members.append(constant("casing", "Entities.KeyTextCasing", .member(nil, text.casing.rawValue)))
                return .type(
                    TypeSyntax(
                        documentation: ["How \(attribute.name) is stored, which is a key as well."],
                        modifiers: access.modifiers, keyword: .enum, name: attribute.storedTextName,
                        inherited: ["Entities.KeyTextCoding"], members: members))
            }
        }
    }

    /// One property for each attribute, or two where what is shown is not what is stored.
    var properties: [DeclarationSyntax] {
        entity.attributes.flatMap { attribute in
            record.declarations(of: attribute) { entity.followers(of: $0) }
        }
    }

    var record: RecordPropertyEmission {
        RecordPropertyEmission(access: access, owner: entity.typeName, attributes: entity.attributes)
    }

    /// The type of the primary key, and the record's own.
    var keyDeclarations: [DeclarationSyntax] {
        let parameters = keyAttributes.map { ParameterSyntax(name: $0.name, type: $0.valueType()) }
        let key = ExpressionSyntax.call(
            .type("Key"), keyAttributes.map { ArgumentSyntax($0.name, .name($0.name)) })
        let type = TypeSyntax(
            documentation: ["What identifies one item."], modifiers: access.modifiers, keyword: .struct, name: "Key",
            inherited: [keyReader == nil ? "Entities.EntityKey" : "Entities.ReadableKey"],
            members: keyAttributes.map { .property(record.keyProperty($0)) } + [
                .function(
                    FunctionSyntax(
                        modifiers: access.modifiers, kind: .initializer, parameters: parameters,
                        body: keyAttributes.map { attribute in
                            .assignment(
                                .current.member(attribute.name),
                                StoredForm(owner: entity.typeName).normalized(.name(attribute.name), attribute))
                        })),
                .function(writeKey),
            ] + (keyReader.map { [.function($0)] } ?? []))
        return [
            .property(
                PropertySyntax(
                    modifiers: access.modifiers, name: "key", type: "Key", content: .computed([.expression(key)]))),
            .type(type),
        ]
    }

    private var writeKey: FunctionSyntax {
        let item = local("item")
        let statements = primaryKeyWrites(to: item).sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
        return CodecEmission.writer(access: access, item: item, body: statements.flatMap(\.statements))
    }

    /// The writing of the table's key attributes.
    func primaryKeyWrites(to item: String) -> [CodecEmission.Write] {
        guard let primary = entity.primary else { return [] }
        return (primary.partition + primary.sort).compactMap { key in
            switch key {
            case .text(let name, let template):
                keys.function(for: name, template).map {
                    CodecEmission.write(name, text(of: $0) { .name($0) }, to: item)
                }
            case .native(_, let part): entity.attribute(part.attribute).map { CodecEmission.write($0, to: item) }
            case .number(let name, let part):
                keys.function(for: name, KeyTemplateModel(segments: [.part(part)])).map {
                    CodecEmission.write(name, text(of: $0) { .name($0) }, to: item)
                }
            }
        }
    }
}

/// The enum of an attribute with listed values.
enum ChoiceEmission {
    static func declaration(
        _ choice: ChoiceModel, of attribute: AttributeModel, access: AccessLevel
    ) -> DeclarationSyntax {
        .type(
            TypeSyntax(
                documentation: attribute.documentation.isEmpty
                    ? ["The values of \(attribute.name)."] : attribute.documentation,
                modifiers: access.modifiers, keyword: .enum, name: choice.typeName,
                inherited: ["Swift.String", attribute.isState ? "Entities.StateChoice" : "Entities.AttributeChoice"],
                members: choice.cases.map {
                    .enumCase(EnumCaseSyntax(name: $0.name, rawValue: $0.name == $0.rawValue ? nil : $0.rawValue))
                } + StateEmission.transitions(of: attribute, access)))
    }
}
