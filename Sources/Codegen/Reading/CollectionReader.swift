/// Gathers the access patterns that name a collection.
enum CollectionReader {
    /// In the order in which the entities first name them.
    static func collections(of entities: [EntityModel]) -> [CollectionModel] {
        var collections: [CollectionModel] = []
        for entity in entities {
            for pattern in entity.accessPatterns {
                guard let name = pattern.collection else { continue }
                let member = CollectionModel.Member(
                    entity: entity.typeName, accessPattern: pattern.name, propertyName: entity.pluralName)
                if let index = collections.firstIndex(where: { $0.name == name }) {
                    collections[index].members.append(member)
                } else {
                    collections.append(CollectionModel(name: name, index: pattern.index, members: [member]))
                }
            }
        }
        return collections
    }
}
