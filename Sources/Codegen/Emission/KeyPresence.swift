import EntityMacrosLite

/// Writes down when an item has a key attribute: all parts are there, and the condition of the index holds.
struct KeyPresence {
    let entity: EntityModel
    /// Where an attribute's value is found.
    let value: (String) -> ExpressionSyntax
    /// Optional attributes that are known to be there.
    var present: Set<String> = []

    /// The conditions of an `if`, none where the key is always there. Optional parts are bound to their own names.
    func conditions(of source: KeyAttributeModel.Source) -> [ConditionSyntax] {
        let optional = optionalParts(of: source.template)
        var conditions: [ConditionSyntax] = []
        if let condition = source.condition {
            for term in condition.terms where !term.isPresence(ofAnyOf: optional) {
                conditions.append(.expression(expression(term, in: .any)))
            }
        }
        return conditions + optional.map(binding)
    }

    /// `let mood`, or `let mood = $1` where the value is called otherwise.
    func binding(_ name: String) -> ConditionSyntax {
        .binding(name: name, value: value(name) == .name(name) ? nil : value(name))
    }

    /// What an attribute's value is called behind the conditions.
    func bound(_ name: String, by source: KeyAttributeModel.Source) -> ExpressionSyntax {
        optionalParts(of: source.template).contains(name) ? .name(name) : value(name)
    }

    func optionalParts(of template: KeyTemplateModel) -> [String] {
        var names: [String] = []
        for part in template.parts where !names.contains(part.attribute) {
            if !present.contains(part.attribute), entity.attribute(part.attribute)?.isOptional ?? false {
                names.append(part.attribute)
            }
        }
        return names
    }

    /// What surrounds a condition, and decides whether it needs parentheses.
    private enum Surroundings {
        case all, any
    }

    private func expression(_ condition: IndexConditionModel, in surroundings: Surroundings) -> ExpressionSyntax {
        switch condition {
        case .equals(let name, let value): comparison(name, "==", value)
        case .isPresent(let name): presence(name, isPresent: true)
        case .not(.equals(let name, let value)): comparison(name, "!=", value)
        case .not(.isPresent(let name)): presence(name, isPresent: false)
        case .not(.not(let inner)): expression(inner, in: surroundings)
        case .not(let inner): .prefix("!", .parenthesized(expression(inner, in: .any)))
        case .all(let inner): joined(inner, "&&", .all)
        case .any(let inner):
            surroundings == .all ? .parenthesized(joined(inner, "||", .any)) : joined(inner, "||", .any)
        }
    }

    private func joined(
        _ conditions: [IndexConditionModel], _ operation: String, _ surroundings: Surroundings
    ) -> ExpressionSyntax {
        let terms = conditions.map { expression($0, in: surroundings) }
        guard let first = terms.first else { return .literal(operation == "&&" ? "true" : "false") }
        return terms.dropFirst().reduce(first) { .infix($0, operation, $1) }
    }

    private func comparison(_ name: String, _ operation: String, _ literal: LiteralValue) -> ExpressionSyntax {
        guard let attribute = entity.attribute(name) else { return .literal("false") }
        if case .bool(let expected) = literal, !attribute.isOptional {
            return expected == (operation == "==") ? value(name) : .prefix("!", value(name))
        }
        // `optional == .draft` would be looked for among the cases of Optional first.
        let owner = attribute.isOptional ? entity.typeName : nil
        return .infix(value(name), operation, literal.expression(as: attribute.type, choicesIn: owner))
    }

    func presence(_ name: String, isPresent: Bool) -> ExpressionSyntax {
        guard let attribute = entity.attribute(name) else { return .literal("false") }
        // An empty set is stored as absence.
        if case .set = attribute.type {
            guard attribute.isOptional else {
                return isPresent ? .prefix("!", value(name).member("isEmpty")) : value(name).member("isEmpty")
            }
            let isEmpty = ExpressionSyntax.optionalChain(value(name)).member("isEmpty")
            return .infix(isEmpty, isPresent ? "==" : "!=", .literal("false"))
        }
        if attribute.isOptional { return .infix(value(name), isPresent ? "!=" : "==", .nil) }
        return .literal(isPresent ? "true" : "false")
    }
}

extension IndexConditionModel {
    /// What must hold, one by one.
    fileprivate var terms: [IndexConditionModel] {
        if case .all(let conditions) = self { conditions.flatMap(\.terms) } else { [self] }
    }

    fileprivate func isPresence(ofAnyOf names: [String]) -> Bool {
        if case .isPresent(let name) = self { names.contains(name) } else { false }
    }
}
