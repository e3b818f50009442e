/// Writes the typed members of `Fields` and `Changes`.
struct FieldEmission {
    let access: AccessLevel
    /// The record or map that the attributes belong to.
    let owner: String
    /// The path of the map that the attributes are members of; nil for an item's own.
    var path: String?

    /// What a condition sees: `public var title: Entities.Field<Swift.String> { .init("title") }`
    func condition(_ attribute: AttributeModel) -> DeclarationSyntax {
        .property(property(attribute, type: Self.type(of: attribute, prefix: ""), attribute.codingArguments))
    }

    /// What an update sees: `public var title: Entities.UpdatableField<Swift.String> { .init("title", Article.titleRule) }`
    func update(_ attribute: AttributeModel) -> DeclarationSyntax {
        let rule = attribute.hasRule ? [ArgumentSyntax(nil, .member(.type(owner), attribute.ruleName))] : []
        return .property(property(attribute, type: Self.type(of: attribute, prefix: "Updatable"), rule))
    }

    /// A member that says why the attribute cannot be changed by itself.
    func unavailable(_ attribute: AttributeModel, _ message: String) -> DeclarationSyntax {
        var property = property(attribute, type: Self.type(of: attribute, prefix: "Updatable"), [])
        property.attributes = [SwiftAttribute.unavailable(message)]
        return .property(property)
    }

    private func property(_ attribute: AttributeModel, type: String, _ more: [ArgumentSyntax]) -> PropertySyntax {
        let name = ExpressionSyntax.string(attribute.storedName)
        let place =
            path.map { ArgumentSyntax("path", .name($0).calling("appending", name)) } ?? ArgumentSyntax(nil, name)
        return PropertySyntax(
            modifiers: access.modifiers, name: attribute.name, type: type,
            content: .computed([.expression(.implicitInit([place] + more))]))
    }

    private static func type(of attribute: AttributeModel, prefix: String) -> String {
        let prefix = (attribute.isOptional ? "Optional" : "") + prefix
        if let map = attribute.type.nestedMap { return "Entities.\(prefix)MapField<\(map)>" }
        if let map = attribute.type.listedMap { return "Entities.\(prefix)MapListField<\(map)>" }
        if let coding = attribute.coding, prefix.hasSuffix("Updatable") {
            return "Entities.\(attribute.isOptional ? "Optional" : "")SettableField<\(coding)>"
        }
        return "Entities.\(prefix)Field<\(attribute.valueType())>"
    }
}

/// Attributes of declarations.
enum SwiftAttribute {
    /// `@available(*, unavailable, message: "…")`
    static func unavailable(_ message: String) -> String {
        "@available(*, unavailable, message: \(SwiftStringLiteral.quoted(message)))"
    }
}
