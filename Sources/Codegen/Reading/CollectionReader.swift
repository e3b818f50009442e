/// Gathers the access patterns that name a collection.
enum CollectionReader {
    /// In the order in which the entities first name them.
    static func collections(of schema: ServiceSchema) -> [CollectionModel] {
        var collections: [CollectionModel] = []
        for entity in schema.entities {
            for pattern in entity.accessPatterns {
                for (depth, name) in pattern.collections.enumerated() {
                    let member = CollectionModel.Member(
                        entity: entity.typeName, accessPattern: pattern.name, propertyName: entity.pluralName)
                    if let index = collections.firstIndex(where: { $0.name == name }) {
                        collections[index].members.append(member)
                    } else {
                        collections.append(
                            CollectionModel(
                                name: name, functionName: functionName(of: name, schema), index: pattern.index,
                                members: [member],
                                sortPrefix: sortPrefix(of: pattern, depth: depth, entity, schema)))
                    }
                }
            }
        }
        return collections
    }

    /// The function's name; keys keep the collection's. `line-item` → `lineItem`, `table` → `tableItems`, of which every service has one
    /// already.
    private static func functionName(of name: String, _ schema: ServiceSchema) -> String {
        let identifier = SwiftName.isIdentifier(name) ? name : SwiftName.caseName(of: name) ?? "collection"
        let types = [schema.typeName] + (schema.entities.map(\.typeName) + schema.maps.map(\.typeName))
        let isTaken =
            GeneratedNames.serviceMembers.contains(SwiftName.lowerFirst(identifier)) || types.contains(identifier)
        return isTaken ? identifier + "Items" : identifier
    }

    /// Templates carry no collection's text, so that nothing but the filter tells its items there.
    private static func sortPrefix(
        of pattern: AccessPatternModel, depth: Int, _ entity: EntityModel, _ schema: ServiceSchema
    ) -> KeyTemplateModel {
        guard let template = pattern.sort.first?.template, template.isComposite else {
            return KeyTemplateModel(segments: [])
        }
        let keys = CompositeKeys(
            format: schema.keyFormat, serviceName: schema.name, entityName: entity.name, entityVersion: entity.version)
        let text = keys.sortPrefix(
            of: Array(pattern.collections.prefix(depth + 1)), in: .init(side: .sort, type: pattern.type))
        return KeyTemplateModel(segments: text.isEmpty ? [] : [.text(text)], casing: template.casing)
    }
}
