/// Writes the protocol with what only the user's own code can say: how values are computed, and which are valid.
struct HookEmission {
    let access: AccessLevel
    /// The record or map that the attributes belong to.
    let owner: String

    var name: String { owner + "Hooks" }

    func declarations(_ attributes: [AttributeModel]) -> [DeclarationSyntax] {
        let functions = attributes.flatMap { attribute in
            [compute(attribute), validate(attribute)].compactMap { $0 }
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
}
