/// Writes changes of single attributes.
enum ChangeEmission {
    /// `.set("title", title, Article.titleRule)`
    static func set(_ attribute: AttributeModel, _ value: ExpressionSyntax, rule owner: String?) -> ExpressionSyntax {
        let rule = owner.map { [ArgumentSyntax(nil, .member(.type($0), attribute.ruleName))] } ?? []
        return .call(
            .member(nil, "set"),
            arguments(attribute, value) + (attribute.hasRule ? rule : []))
    }

    /// `.holds("createdAt", createdAt)`
    static func holds(_ attribute: AttributeModel, _ value: ExpressionSyntax) -> ExpressionSyntax {
        .call(.member(nil, "holds"), arguments(attribute, value))
    }

    /// `.key("gsi1pk", …)`
    static func key(_ name: String, _ text: ExpressionSyntax) -> ExpressionSyntax {
        .call(.member(nil, "key"), [ArgumentSyntax(nil, .string(name)), ArgumentSyntax(nil, text)])
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
