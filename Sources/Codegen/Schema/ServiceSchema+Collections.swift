extension ServiceSchema {
    /// Who a collection's query takes its values from: the first member, with a string for each enum that does not have all the values of
    /// the others' in its place.
    package func leader(of collection: CollectionModel) -> (entity: EntityModel, pattern: AccessPatternModel)? {
        let members = collection.members.compactMap { member -> (EntityModel, AccessPatternModel)? in
            guard let entity = entity(member.entity) else { return nil }
            return entity.accessPatterns.first { $0.name == member.accessPattern }.map { (entity, $0) }
        }
        guard let (first, pattern) = members.first else { return nil }
        var leader = first
        for (other, otherPattern) in members.dropFirst() {
            let parts =
                Array(zip(pattern.partitionParts, otherPattern.partitionParts))
                + Array(zip(pattern.sortParts, otherPattern.sortParts))
            for (own, part) in parts {
                guard let position = leader.attributes.firstIndex(where: { $0.name == own.attribute }),
                    let theirs = other.attribute(part.attribute)?.type,
                    leader.attributes[position].type.isTextLike(theirs),
                    !leader.attributes[position].type.holdsTexts(of: theirs)
                else { continue }
                leader.attributes[position].type = .string
                // The record's own functions of the partition take the enum.
                if pattern.partitionParts.contains(where: { $0.attribute == own.attribute }) {
                    leader.keyAttributes = []
                }
            }
        }
        return (leader, pattern)
    }
}
