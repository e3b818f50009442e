/// Works out which key attributes an entity's items have, what each is made of, and what can only be updated together.
enum KeyAttributeDerivation {
    static func derive(for entity: inout EntityModel, table: TableModel) {
        entity.keyAttributes = keyAttributes(of: entity, table)
        entity.updateGroups = updateGroups(of: entity)
    }

    private static func keyAttributes(of entity: EntityModel, _ table: TableModel) -> [KeyAttributeModel] {
        table.keyElements.filter { !$0.isNative }.compactMap { element in
            var key = KeyAttributeModel(name: element.name, indexes: [], isPrimary: false, sources: [], attributes: [])
            var used: Set<String> = []
            for pattern in entity.accessPatterns {
                for case .text(element.name, let template) in pattern.partition + pattern.sort {
                    add(template, of: pattern, to: &key)
                    used.formUnion(template.parts.map(\.attribute))
                    used.formUnion(pattern.condition?.attributes ?? [])
                }
            }
            key.attributes = entity.attributes.map(\.name).filter(used.contains)
            return key.sources.isEmpty ? nil : key
        }
    }

    private static func add(
        _ template: KeyTemplateModel, of pattern: AccessPatternModel, to key: inout KeyAttributeModel
    ) {
        if let index = pattern.index {
            if !key.indexes.contains(index) { key.indexes.append(index) }
        } else {
            key.isPrimary = true
        }
        // A local index has the table's partition key whatever its condition says.
        let condition = key.isPrimary ? nil : pattern.condition
        let isKnown = key.sources.contains {
            $0.template.withoutLocations == template.withoutLocations && $0.condition == condition
        }
        if !isKnown {
            key.sources.append(.init(accessPattern: pattern.name, template: template, condition: condition))
        }
    }

    /// The connected components of the attributes that share a key attribute, or a claim of a unique value.
    private static func updateGroups(of entity: EntityModel) -> [UpdateGroupModel] {
        struct Bond {
            var attributes: Set<String>
            var keyAttributes: [String] = []
            var uniqueAttributes: [String] = []
        }
        var bonds: [Bond] = []
        for key in entity.keyAttributes where !key.isPrimary {
            bonds.append(Bond(attributes: Set(key.attributes), keyAttributes: [key.name]))
        }
        for attribute in entity.attributes {
            guard let uniqueness = attribute.uniqueness else { continue }
            bonds.append(
                Bond(attributes: Set(uniqueness.scope + [attribute.name]), uniqueAttributes: [attribute.name]))
        }
        var groups: [Bond] = []
        let primary = Set(entity.primaryKeyAttributes)
        for var bond in bonds {
            bond.attributes.subtract(primary)
            let touching = groups.filter { !$0.attributes.isDisjoint(with: bond.attributes) }
            groups.removeAll { !$0.attributes.isDisjoint(with: bond.attributes) }
            bond.attributes = touching.reduce(into: bond.attributes) { $0.formUnion($1.attributes) }
            bond.keyAttributes = touching.flatMap(\.keyAttributes) + bond.keyAttributes
            bond.uniqueAttributes = touching.flatMap(\.uniqueAttributes) + bond.uniqueAttributes
            groups.append(bond)
        }
        let order = entity.attributes.map(\.name)
        return groups.compactMap { group in
            let names = order.filter(group.attributes.contains)
            let changes = names.contains { name in
                entity.attribute(name).map { $0.isUpdatable || $0.role == .updatedAt } ?? false
            }
            guard changes else { return nil }
            return UpdateGroupModel(
                attributes: names,
                keyAttributes: entity.keyAttributes.map(\.name).filter(group.keyAttributes.contains),
                uniqueAttributes: order.filter(group.uniqueAttributes.contains))
        }.sorted { a, b in
            (order.firstIndex(of: a.attributes[0]) ?? 0) < (order.firstIndex(of: b.attributes[0]) ?? 0)
        }
    }
}
