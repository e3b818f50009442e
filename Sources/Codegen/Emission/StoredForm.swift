/// Writes how a value gets the form in which it is stored.
struct StoredForm {
    /// The record or map that the attribute belongs to.
    let owner: String

    /// What a record keeps of a value that it is given.
    func kept(_ value: ExpressionSyntax, _ attribute: AttributeModel) -> ExpressionSyntax {
        let stored =
            attribute.normalizedForm == nil
            ? InitialValueEmission.stored(value, attribute.type, isOptional: attribute.isOptional)
            : normalized(value, attribute)
        return attribute.isHidden ? .implicitInit([ArgumentSyntax(nil, stored)]) : stored
    }

    /// The value, normalized where the definition says so; where the attribute is optional, so is the value.
    func normalized(_ value: ExpressionSyntax, _ attribute: AttributeModel) -> ExpressionSyntax {
        guard attribute.normalizedForm != nil else { return value }
        guard attribute.isOptional else { return normalizing(value, attribute) }
        return .callWithClosure(value.member("map"), [], closure: normalizing(.name("$0"), attribute))
    }

    /// `Author.normalize(email: email)`
    func normalizing(_ value: ExpressionSyntax, _ attribute: AttributeModel) -> ExpressionSyntax {
        .call(.member(.type(owner), "normalize"), [ArgumentSyntax(attribute.name, value)])
    }

    /// Whether a member of the value is asked for, so that an operator before it needs parentheses.
    func changesInChain(_ attribute: AttributeModel) -> Bool {
        attribute.normalizedForm == nil ? InitialValueEmission.changes(attribute.type) : attribute.isOptional
    }

    /// Whether a value that is given can differ from the one that is stored.
    func changes(_ attribute: AttributeModel) -> Bool {
        attribute.normalizedForm != nil || InitialValueEmission.changes(attribute.type)
    }

    /// The types that normalize what is written, one for each attribute that is normalized.
    func declarations(_ attributes: [AttributeModel], _ access: AccessLevel) -> [DeclarationSyntax] {
        attributes.filter { $0.normalizedForm != nil }.map { attribute in
            let function = FunctionSyntax(
                modifiers: access.modifiers + ["static"], kind: .function("normalize"),
                parameters: [ParameterSyntax(label: "_", name: attribute.name, type: attribute.valueType())],
                result: attribute.valueType(), body: [.expression(normalizing(.name(attribute.name), attribute))])
            return .type(
                TypeSyntax(
                    documentation: ["The form in which \(attribute.name) is stored and looked for."],
                    modifiers: access.modifiers, keyword: .enum, name: attribute.formName,
                    inherited: ["Entities.NormalizedForm"], members: [.function(function)]))
        }
    }
}

extension AttributeModel {
    /// The type of its stored form inside of the record.
    var formName: String { SwiftName.upperFirst(name) + "Form" }
}

extension EntityEmitter {
    var forms: [DeclarationSyntax] { StoredForm(owner: entity.typeName).declarations(entity.attributes, access) }
}
