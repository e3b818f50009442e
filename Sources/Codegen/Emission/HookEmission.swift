/// Writes the protocol with what only the user's own code can say: how values are computed, and which are valid.
struct HookEmission {
    let access: AccessLevel
    /// The record or map that the attributes belong to.
    let owner: String

    var name: String { owner + "Hooks" }

    func declarations(_ attributes: [AttributeModel]) -> [DeclarationSyntax] {
        let functions = attributes.flatMap { attribute in
            [
                compute(attribute), derive(attribute, attributes), normalize(attribute), present(attribute),
                validate(attribute), validateElement(attribute),
            ].compactMap { $0 }
        }
        guard !functions.isEmpty else { return [] }
        return [
            .type(
                TypeSyntax(
                    documentation: [
                        "What the definition of \(owner) leaves to code of yours: write these in an extension of ``\(owner)``."
                    ],
                    modifiers: access.modifiers, keyword: .protocol, name: name,
                    members: functions.map { .function($0) }))
        ]
    }

    private func compute(_ attribute: AttributeModel) -> FunctionSyntax? {
        guard attribute.isComputed else { return nil }
        return FunctionSyntax(
            documentation: ["The \(attribute.name) of a record whose draft gives none."], modifiers: ["static"],
            kind: .function("compute" + SwiftName.upperFirst(attribute.name)),
            parameters: [ParameterSyntax(label: "for", name: "draft", type: "\(owner).Draft")],
            result: attribute.recordType(choicesIn: owner))
    }

    private func validate(_ attribute: AttributeModel) -> FunctionSyntax? {
        guard attribute.isValidated else { return nil }
        return FunctionSyntax(
            documentation: [
                "Throws what is wrong with a \(attribute.name), if something is. Its description goes into the error of the request."
            ],
            modifiers: ["static"], kind: .function("validate"),
            parameters: [ParameterSyntax(name: attribute.name, type: attribute.valueType(choicesIn: owner))],
            effects: "throws")
    }

    private func derive(_ attribute: AttributeModel, _ attributes: [AttributeModel]) -> FunctionSyntax? {
        guard let sources = attribute.computedFrom else { return nil }
        let parameters = sources.compactMap { name in attributes.first { $0.name == name } }
        return FunctionSyntax(
            documentation: [
                "The \(attribute.name) that follows from \(sources.joined(separator: ", ")): the same from the same."
            ],
            modifiers: ["static"], kind: .function("compute" + SwiftName.upperFirst(attribute.name)),
            parameters: parameters.map { ParameterSyntax(name: $0.name, type: $0.recordType(choicesIn: owner)) },
            result: attribute.recordType(choicesIn: owner))
    }

    private func normalize(_ attribute: AttributeModel) -> FunctionSyntax? {
        guard attribute.normalizedForm != nil else { return nil }
        return FunctionSyntax(
            documentation: [
                "The form in which \(attribute.name) is stored and looked for. It must not change what is in that form already."
            ],
            modifiers: ["static"], kind: .function("normalize"),
            parameters: [ParameterSyntax(name: attribute.name, type: attribute.valueType(choicesIn: owner))],
            result: attribute.valueType(choicesIn: owner))
    }

    private func present(_ attribute: AttributeModel) -> FunctionSyntax? {
        guard attribute.isPresented else { return nil }
        return FunctionSyntax(
            documentation: ["What a record shows of a stored \(attribute.name)."], modifiers: ["static"],
            kind: .function("present"),
            parameters: [ParameterSyntax(name: attribute.name, type: attribute.valueType(choicesIn: owner))],
            result: attribute.valueType(choicesIn: owner))
    }

    private func validateElement(_ attribute: AttributeModel) -> FunctionSyntax? {
        guard attribute.elementRules?.isValidated == true, let element = attribute.type.element else { return nil }
        return FunctionSyntax(
            documentation: ["Throws what is wrong with one of the \(attribute.name), if something is."],
            modifiers: ["static"], kind: .function("validateElement"),
            parameters: [ParameterSyntax(name: attribute.name, type: element.spelled(choicesIn: owner))],
            effects: "throws")
    }
}
