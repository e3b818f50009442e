import EntityMacrosLite

/// Writes the rules that values have to satisfy.
struct RuleEmission {
    let access: AccessLevel
    /// The record or map that the attributes belong to.
    let owner: String
    let schema: ServiceSchema

    /// A rule for each attribute that has one, and the function that checks a whole record.
    func declarations(_ attributes: [AttributeModel]) -> [DeclarationSyntax] {
        let checked = attributes.filter { $0.hasRule || holdsRules($0.type) }
        guard !checked.isEmpty else { return [] }
        let rules = LocalNames(avoiding: attributes.map(\.name))("rules")
        let function = FunctionSyntax(
            modifiers: access.modifiers, kind: .function("validate"),
            parameters: [ParameterSyntax(label: "_", name: rules, type: "inout Entities.RuleCheck")],
            body: checked.flatMap { checks($0, rules) })
        return attributes.filter(\.hasRule).map { .property(declaration($0)) } + [.function(function)]
    }

    private func checks(_ attribute: AttributeModel, _ rules: String) -> [StatementSyntax] {
        let value = [ArgumentSyntax(nil, .string(attribute.name)), ArgumentSyntax(nil, .name(attribute.propertyName))]
        let check = ExpressionSyntax.member(.name(rules), "check")
        var statements: [StatementSyntax] = []
        if attribute.hasRule {
            let rule = ArgumentSyntax(nil, .member(.type(owner), attribute.ruleName))
            statements.append(.expression(.call(check, value + [rule])))
        }
        if holdsRules(attribute.type) { statements.append(.expression(.call(check, value))) }
        return statements
    }

    /// Whether a map in a value of the type has rules of its own.
    private func holdsRules(_ type: AttributeTypeModel, _ seen: Set<String> = []) -> Bool {
        guard let name = type.heldMap, !seen.contains(name), let map = schema.map(name) else { return false }
        return map.attributes.contains { $0.hasRule || holdsRules($0.type, seen.union([name])) }
    }

    private func declaration(_ attribute: AttributeModel) -> PropertySyntax {
        PropertySyntax(
            modifiers: ["static"], isConstant: true, name: attribute.ruleName,
            type: "Entities.Rule<\(attribute.valueType())>", content: .stored(rule(of: attribute)))
    }

    private func rule(of attribute: AttributeModel) -> ExpressionSyntax {
        var rules = bounds(attribute.length, attribute.range, attribute.pattern, of: attribute.type)
        if let elements = attribute.elementRules, let element = attribute.type.element {
            var each = bounds(elements.length, elements.range, elements.pattern, of: element)
            if elements.isValidated { each.append(validation("validateElement", of: attribute)) }
            if let rule = joined(each) { rules.append(.call(.member(nil, "each"), [ArgumentSyntax(nil, rule)])) }
        }
        if attribute.isValidated { rules.append(validation("validate", of: attribute)) }
        guard var rule = joined(rules) else { return .nil }
        if attribute.normalizedForm != nil {
            let form = StoredForm(owner: owner).normalizing(.name("$0"), attribute)
            rule = .callWithClosure(.member(rule, "after"), [], closure: form)
        }
        return attribute.isHidden ? rule.member("concealed") : rule
    }

    /// The rules that a definition states by themselves.
    private func bounds(
        _ length: LengthModel?, _ range: NumberRangeModel?, _ pattern: String?, of type: AttributeTypeModel
    ) -> [ExpressionSyntax] {
        var rules: [ExpressionSyntax] = []
        func add(_ name: String, _ argument: ExpressionSyntax) {
            rules.append(.call(.member(nil, name), [ArgumentSyntax(nil, argument)]))
        }
        if let length {
            add("length", bounds(length.minimum.map { .literal("\($0)") }, length.maximum.map { .literal("\($0)") }))
        }
        if let range {
            add(
                "range",
                bounds(range.minimum?.expression(as: type), range.maximum?.expression(as: type)))
        }
        if let pattern { add("matching", .string(pattern)) }
        return rules
    }

    private func validation(_ function: String, of attribute: AttributeModel) -> ExpressionSyntax {
        let validate = ExpressionSyntax.call(
            .member(.type(owner), function), [ArgumentSyntax(attribute.name, .name("$0"))])
        return .callWithClosure(.member(nil, "validated"), [], closure: .try(validate))
    }

    private func joined(_ rules: [ExpressionSyntax]) -> ExpressionSyntax? {
        guard let first = rules.first else { return nil }
        return rules.dropFirst().reduce(first) { .call(.member($0, "and"), [ArgumentSyntax(nil, $1)]) }
    }

    private func bounds(_ minimum: ExpressionSyntax?, _ maximum: ExpressionSyntax?) -> ExpressionSyntax {
        switch (minimum.map(operand), maximum.map(operand)) {
        case (let minimum?, let maximum?): .literal("\(minimum)...\(maximum)")
        case (let minimum?, nil): .literal("\(minimum)...")
        case (nil, let maximum?): .literal("...\(maximum)")
        case (nil, nil): .literal("0...")
        }
    }

    /// A bound as it stands beside the operator: `-5...5` is not a range from minus five.
    private func operand(_ bound: ExpressionSyntax) -> String {
        let text = SwiftRenderer.inline(bound)
        if case .literal = bound, !text.hasPrefix("-") { return text }
        if case .call = bound { return text }
        return "(\(text))"
    }
}
