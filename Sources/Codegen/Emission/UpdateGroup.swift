/// Attributes that an update sets together, as the function `set(status:publishedAt:)` that does it.
struct UpdateGroup {
    /// What the function takes, in the order of the definition.
    let members: [AttributeModel]
    /// Those members that it sets. The others never change, and are checked.
    let settable: [AttributeModel]
    /// Those members that never change, and are checked.
    var fixed: [AttributeModel] { members.filter { !$0.isUpdatable } }
    let keys: [KeyAttributeModel]
    let claims: [UniqueClaims.Claim]
    /// The members whose old values have to be given too: the claims that are given back are made of them.
    let replaced: [AttributeModel]
    /// What follows from the members, in the order in which it can be computed.
    let derived: [AttributeModel]

    /// Nil where there is nothing to set.
    init?(_ group: UpdateGroupModel, of entity: EntityModel) {
        members = group.attributes.compactMap { entity.attribute($0) }.filter { !$0.isDerived }
        derived = entity.derivedAttributes.filter { group.attributes.contains($0.name) }
        settable = members.filter(\.isUpdatable)
        guard !settable.isEmpty else { return nil }
        keys = entity.keyAttributes.filter { group.keyAttributes.contains($0.name) && !$0.isPrimary }
        let unique = UniqueClaims(entity)
        claims = unique.all.filter { group.uniqueAttributes.contains($0.attribute.name) }
        let held = unique.heldAttributes(in: claims)
        replaced = (settable + derived).filter { held.contains($0.name) }
    }

    /// Whether setting an attribute is a matter of this group.
    func contains(_ attribute: AttributeModel) -> Bool {
        (members + derived).contains { $0.name == attribute.name }
    }

    /// How people write the function: `set(slug:replacing:)`.
    var signature: String {
        "set(\((members.map(\.name) + replaced.map(replacingLabel)).map { $0 + ":" }.joined()))"
    }

    /// The label of an old value.
    func replacingLabel(of attribute: AttributeModel) -> String {
        replaced.count == 1 ? "replacing" : "replacing" + SwiftName.upperFirst(attribute.name)
    }
}
