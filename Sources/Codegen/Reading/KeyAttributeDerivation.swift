/// Works out which key attributes an entity's items have, what each is made of, and what can only be updated together.
enum KeyAttributeDerivation {
    static func derive(for entity: inout EntityModel, in schema: ServiceSchema) {
        entity.keyAttributes = keyAttributes(of: entity, schema.table)
        if schema.keyFormat.isElectroDB { findCompanions(in: &entity) }
        entity.updateGroups = updateGroups(of: entity)
    }

    private static func keyAttributes(of entity: EntityModel, _ table: TableModel) -> [KeyAttributeModel] {
        table.keyElements.filter { !$0.isNative }.compactMap { element in
            var key = KeyAttributeModel(name: element.name, indexes: [], isPrimary: false, sources: [], attributes: [])
            var used: Set<String> = []
            for pattern in entity.accessPatterns {
                for made in pattern.partition + pattern.sort where made.keyAttribute == element.name {
                    guard let template = made.text else { continue }
                    add(template, of: pattern, to: &key)
                    used.formUnion(template.parts.map(\.attribute))
                    used.formUnion(pattern.condition?.attributes ?? [])
                }
            }
            key.attributes = entity.attributes.map(\.name).filter(used.contains)
            return key.sources.isEmpty ? nil : key
        }
    }

    private static func findCompanions(in entity: inout EntityModel) {
        for index in entity.keyAttributes.indices where entity.keyAttributes[index].attributes.isEmpty {
            let name = entity.keyAttributes[index].name
            let others = Set(
                entity.accessPatterns.flatMap { $0.companions(of: name) }.flatMap(\.parts).map(\.attribute))
            entity.keyAttributes[index].companions = entity.attributes.map(\.name).filter(others.contains)
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

    /// Attributes that are bound to each other by a key attribute, or by a claim of a unique value.
    private struct Bond {
        /// Those that updates change: they bind.
        var changing: Set<String>
        /// Those that never change, without which the key cannot be written.
        var fixed: Set<String>
        var keyAttributes: [String] = []
        var uniqueAttributes: [String] = []

        mutating func join(_ other: Bond) {
            changing.formUnion(other.changing)
            fixed.formUnion(other.fixed)
            keyAttributes += other.keyAttributes
            uniqueAttributes += other.uniqueAttributes
        }
    }

    private static func bonds(of entity: EntityModel) -> [Bond] {
        let primary = Set(entity.primaryKeyAttributes)
        func bond(_ names: [String]) -> Bond {
            let attributes = names.filter { !primary.contains($0) }.compactMap { entity.attribute($0) }
            let changing = attributes.filter { $0.isUpdatable || $0.role == .updatedAt }.map(\.name)
            return Bond(changing: Set(changing), fixed: Set(attributes.map(\.name)).subtracting(changing))
        }
        var bonds: [Bond] = []
        for key in entity.keyAttributes where !key.isPrimary {
            var bond = bond(key.attributes + key.companions)
            bond.keyAttributes = [key.name]
            bonds.append(bond)
        }
        for attribute in entity.attributes {
            guard let uniqueness = attribute.uniqueness else { continue }
            // A claim lasts as long as its record.
            var bond = bond(uniqueness.scope + [attribute.name] + [entity.expiry?.name].compactMap { $0 })
            bond.uniqueAttributes = [attribute.name]
            bonds.append(bond)
        }
        for attribute in entity.attributes where attribute.isUpdatable {
            guard let sources = attribute.computedFrom else { continue }
            bonds.append(bond(sources + [attribute.name]))
        }
        // A state has a function of its own, even where nothing else depends on it.
        for attribute in entity.attributes where attribute.isState && attribute.isUpdatable {
            bonds.append(bond([attribute.name]))
        }
        return bonds
    }

    /// The connected components of the changing attributes, with the fixed ones that their keys are made of as well.
    private static func updateGroups(of entity: EntityModel) -> [UpdateGroupModel] {
        var groups: [Bond] = []
        for var bond in bonds(of: entity) where !bond.changing.isEmpty {
            for group in groups where !group.changing.isDisjoint(with: bond.changing) { bond.join(group) }
            groups.removeAll { !$0.changing.isDisjoint(with: bond.changing) }
            groups.append(bond)
        }
        let order = entity.attributes.map(\.name)
        return groups.map { group in
            UpdateGroupModel(
                attributes: order.filter(group.changing.union(group.fixed).contains),
                keyAttributes: entity.keyAttributes.map(\.name).filter(group.keyAttributes.contains),
                uniqueAttributes: order.filter(group.uniqueAttributes.contains))
        }.sorted { a, b in
            (order.firstIndex(of: a.attributes[0]) ?? 0) < (order.firstIndex(of: b.attributes[0]) ?? 0)
        }
    }
}

extension AccessPatternModel {
    /// The keys of the other side, where the key attribute is one of this pattern's.
    func companions(of keyAttribute: String) -> [KeyAttributePatternModel] {
        if sort.contains(where: { $0.keyAttribute == keyAttribute }) { return partition }
        return partition.contains { $0.keyAttribute == keyAttribute } ? sort : []
    }
}

extension KeyAttributePatternModel {
    /// What the library writes to the key attribute; nil for one that is the entity's own.
    fileprivate var text: KeyTemplateModel? {
        switch self {
        case .text(_, let template): template
        case .number(_, let part): KeyTemplateModel(segments: [.part(part)])
        case .native: nil
        }
    }
}
