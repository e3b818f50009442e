/// Writes changes of single attributes.
enum ChangeEmission {
    /// `.set("title", title, Article.titleRule)`
    static func set(_ attribute: AttributeModel, _ value: ExpressionSyntax, rule owner: String?) -> ExpressionSyntax {
        if attribute.isState {
            return .call(.member(nil, "move"), arguments(attribute, value) + absence(of: attribute))
        }
        let rule = owner.map { [ArgumentSyntax(nil, .member(.type($0), attribute.ruleName))] } ?? []
        return .call(
            .member(nil, "set"),
            arguments(attribute, value) + (attribute.hasRule ? rule : []))
    }

    /// `.holds("createdAt", createdAt)`
    static func holds(_ attribute: AttributeModel, _ value: ExpressionSyntax) -> ExpressionSyntax {
        .call(.member(nil, "holds"), arguments(attribute, value))
    }

    /// `.key("gsi1pk", …)`, and `.key("gsi6n", number: …)`
    static func key(_ name: String, _ text: ExpressionSyntax, isNumber: Bool = false) -> ExpressionSyntax {
        .call(
            .member(nil, "key"), [ArgumentSyntax(nil, .string(name)), ArgumentSyntax(isNumber ? "number" : nil, text)])
    }

    /// `.key("gsi2sk", constant: Listing.gsi2sk(), with: supplier)`
    static func key(
        _ key: KeyAttributeModel, constant: ExpressionSyntax, with parts: [ExpressionSyntax]
    ) -> ExpressionSyntax {
        let parts = parts.enumerated().map { ArgumentSyntax($0.offset == 0 ? "with" : nil, $0.element) }
        return .call(
            .member(nil, "key"),
            [ArgumentSyntax(nil, .string(key.name)), ArgumentSyntax("constant", constant)] + parts)
    }

    /// `.part("category", category, Listing.categoryRule)`
    static func part(_ attribute: AttributeModel, rule owner: String) -> ExpressionSyntax {
        if attribute.isState {
            return .call(
                .member(nil, "part"), arguments(attribute, .name(attribute.name)) + absence(of: attribute))
        }
        let rule = attribute.hasRule ? [ArgumentSyntax(nil, .member(.type(owner), attribute.ruleName))] : []
        return .call(.member(nil, "part"), arguments(attribute, part(attribute)) + rule)
    }

    /// `category`, and `placedAt.part` of what never changes, or moves
    static func part(_ attribute: AttributeModel) -> ExpressionSyntax {
        attribute.isUpdatable && !attribute.isState ? .name(attribute.name) : .member(.name(attribute.name), "part")
    }

    /// `absentAs: .placed` of a state that items may lack.
    static func absence(of attribute: AttributeModel) -> [ArgumentSyntax] {
        guard attribute.isBackfilled, let initial = attribute.defaultValue else { return [] }
        return [ArgumentSyntax("absentAs", initial.expression(as: attribute.type))]
    }

    /// `.unique("slug", replacing: …, with: …)`
    static func unique(
        _ attribute: AttributeModel, replacing old: ExpressionSyntax, with new: ExpressionSyntax
    ) -> ExpressionSyntax {
        .call(
            .member(nil, "unique"),
            [
                ArgumentSyntax(nil, .string(attribute.storedName)), ArgumentSyntax("replacing", old),
                ArgumentSyntax("with", new),
            ])
    }

    private static func arguments(_ attribute: AttributeModel, _ value: ExpressionSyntax) -> [ArgumentSyntax] {
        [ArgumentSyntax(nil, .string(attribute.storedName)), ArgumentSyntax(nil, value)] + attribute.codingArguments
    }
}
