/// The unique values of an entity's items, and the functions that claim them.
struct UniqueClaims {
    /// How one unique attribute is claimed.
    struct Claim {
        var attribute: AttributeModel
        var functionName: String
        var template: KeyTemplateModel
        /// What the claim is made of: the scope, then the attribute.
        var members: [String]
        /// The parts of the scope that are not of the primary key, so that only the item tells what they are.
        var itemScope: [AttributeModel]
    }

    let all: [Claim]

    init(_ entity: EntityModel) {
        let primary = Set(entity.primaryKeyAttributes)
        all = entity.attributes.compactMap { attribute in
            guard let uniqueness = attribute.uniqueness else { return nil }
            let scope = uniqueness.scope.compactMap { entity.attribute($0) }
            return Claim(
                attribute: attribute, functionName: "unique" + SwiftName.upperFirst(attribute.name),
                template: uniqueness.template, members: uniqueness.scope + [attribute.name],
                itemScope: scope.filter { !primary.contains($0.name) })
        }
    }

    /// The values that an item must be known to have before a claim is given back: they make the claim's key.
    func heldAttributes(in claims: [Claim]) -> [String] {
        var names: [String] = []
        for claim in claims {
            for name in claim.itemScope.map(\.name) + [claim.attribute.name] where !names.contains(name) {
                names.append(name)
            }
        }
        return names
    }
}
