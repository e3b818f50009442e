/// Writes the properties of a record or a map, and what follows when one of them is set.
struct RecordPropertyEmission {
    let access: AccessLevel
    /// The record or map.
    let owner: String
    let attributes: [AttributeModel]

    /// The property of an attribute; two where the record shows another value than it keeps.
    ///
    /// - Parameter followers: The attributes that are computed from one, in the order in which they can be.
    func declarations(
        of attribute: AttributeModel, followers: (String) -> [AttributeModel]
    ) -> [DeclarationSyntax] {
        var property = PropertySyntax(
            documentation: attribute.documentation, modifiers: access.modifiers, name: attribute.propertyName,
            type: attribute.isHidden ? "Entities.Hidden<\(attribute.recordType())>" : attribute.recordType())
        if attribute.isHidden {
            property.modifiers = ["private"]
            return [.property(property)]
        }
        if attribute.isDerived {
            property.modifiers.append("private(set)")
            return [.property(property)] + presented(attribute)
        }
        if attribute.isPresented { property.documentation = ["The \(attribute.name) as it is stored."] }
        var changes: [StatementSyntax] = []
        if attribute.normalizedForm != nil {
            let name = ExpressionSyntax.name(attribute.propertyName)
            changes.append(.assignment(name, StoredForm(owner: owner).normalized(name, attribute)))
        }
        changes += followers(attribute.name).map { .assignment(.name($0.propertyName), computed($0)) }
        if !changes.isEmpty { property.content = .observed(changes) }
        return [.property(property)] + presented(attribute)
    }

    /// A part of the primary key, in the type of the key.
    func keyProperty(_ attribute: AttributeModel) -> PropertySyntax {
        var property = PropertySyntax(
            modifiers: access.modifiers, name: attribute.name, type: attribute.valueType())
        if attribute.normalizedForm != nil {
            let name = ExpressionSyntax.name(attribute.name)
            property.content = .observed([.assignment(name, StoredForm(owner: owner).normalizing(name, attribute))])
        }
        return property
    }

    /// What an attribute is that follows from properties of the record: `Article.computeSlug(title: title)`.
    func computed(_ attribute: AttributeModel) -> ExpressionSyntax {
        computed(attribute) { name in
            .name(attributes.first { $0.name == name }?.propertyName ?? name)
        }
    }

    /// What an attribute is that follows from values.
    ///
    /// - Parameter value: Where the value of a source is found.
    func computed(_ attribute: AttributeModel, from value: (String) -> ExpressionSyntax) -> ExpressionSyntax {
        let function = ExpressionSyntax.type(owner).member("compute" + SwiftName.upperFirst(attribute.name))
        let sources = attribute.computedFrom ?? []
        let result = ExpressionSyntax.call(function, sources.map { ArgumentSyntax($0, value($0)) })
        return StoredForm(owner: owner).kept(result, attribute)
    }

    private func presented(_ attribute: AttributeModel) -> [DeclarationSyntax] {
        guard attribute.isPresented else { return [] }
        let function = ExpressionSyntax.type(owner).member("present")
        func present(_ value: ExpressionSyntax) -> ExpressionSyntax {
            .call(function, [ArgumentSyntax(attribute.name, value)])
        }
        let stored = ExpressionSyntax.name(attribute.propertyName)
        let value =
            attribute.isOptional
            ? ExpressionSyntax.callWithClosure(stored.member("map"), [], closure: present(.name("$0")))
            : present(stored)
        return [
            .property(
                PropertySyntax(
                    documentation: attribute.documentation, modifiers: access.modifiers, name: attribute.name,
                    type: attribute.recordType(), content: .computed([.expression(value)])))
        ]
    }
}

extension AttributeModel {
    /// The property of the record that keeps the value as it is stored.
    var propertyName: String { isPresented ? "stored" + SwiftName.upperFirst(name) : name }
}
