extension ServiceSchema {
    /// Whether records of an entity that were read lack something that their items have.
    func holdsHidden(_ entity: EntityModel) -> Bool { holdsHidden(entity.attributes, []) }

    private func holdsHidden(_ attributes: [AttributeModel], _ seen: Set<String>) -> Bool {
        attributes.contains { attribute in
            if attribute.isHidden { return true }
            guard let name = attribute.type.heldMap, !seen.contains(name), let map = map(name) else { return false }
            return holdsHidden(map.attributes, seen.union([name]))
        }
    }
}
