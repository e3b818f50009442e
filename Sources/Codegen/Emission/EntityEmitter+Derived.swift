// Attributes that follow from others, in updates.

extension EntityEmitter {
    /// Local constants for what follows from the members of a group, and for those members in the form in which they are stored.
    func derivation(in group: UpdateGroup) -> [StatementSyntax] {
        let form = StoredForm(owner: entity.typeName)
        let sources = Set(group.derived.flatMap { $0.computedFrom ?? [] })
        let stored = group.members.filter {
            $0.normalizedForm != nil || (sources.contains($0.name) && form.changes($0))
        }
        return stored.map { constant($0, form.kept(.name($0.name), $0)) }
            + group.derived.map { attribute in
                constant(attribute, record.computed(attribute) { source($0) })
            }
    }

    /// Where a function of `Changes` finds what an attribute follows from, in the form in which records have it.
    private func source(_ name: String) -> ExpressionSyntax {
        guard isKeyPart(name), let attribute = entity.attribute(name) else { return current(name) }
        let value = ExpressionSyntax.member(.name("key"), name)
        return attribute.normalizedForm == nil ? StoredForm(owner: entity.typeName).kept(value, attribute) : value
    }

    private func constant(_ attribute: AttributeModel, _ value: ExpressionSyntax) -> StatementSyntax {
        .variable(VariableSyntax(isConstant: true, name: attribute.name, value: value))
    }

    /// Why an attribute is not changed by itself: what it follows from, or what follows from it.
    func derivation(of attribute: AttributeModel) -> [String] {
        if let sources = attribute.computedFrom { return ["is computed from \(sources.joined(separator: " and "))"] }
        let followers = entity.derivedAttributes.filter { $0.computedFrom?.contains(attribute.name) ?? false }
        return followers.isEmpty ? [] : ["is what \(followers.map(\.name).joined(separator: " and ")) is computed from"]
    }

    /// Why an attribute never changes that follows from others.
    func constancy(of attribute: AttributeModel) -> String {
        let sources = entity.roots(of: [attribute.name])
        return "\(attribute.name) is computed from \(sources.joined(separator: " and ")), which never changes"
    }
}
