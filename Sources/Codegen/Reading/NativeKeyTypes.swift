/// Gives key attributes that are the entities' own the type that the entities store them with.
enum NativeKeyTypes {
    static func resolve(in schema: inout ServiceSchema) {
        let types = types(in: schema)
        resolve(&schema.table.partition, types)
        resolve(&schema.table.sort, types)
        for index in schema.table.indexes.indices {
            resolve(&schema.table.indexes[index].partition, types)
            resolve(&schema.table.indexes[index].sort, types)
        }
    }

    /// The first type under which each name is stored.
    private static func types(in schema: ServiceSchema) -> [String: KeyAttributeType] {
        var types: [String: KeyAttributeType] = [:]
        for attribute in schema.entities.flatMap(\.attributes) where types[attribute.storedName] == nil {
            types[attribute.storedName] = attribute.type.keyAttributeType
        }
        return types
    }

    private static func resolve(_ elements: inout [KeyElementModel], _ types: [String: KeyAttributeType]) {
        for index in elements.indices where elements[index].isNative {
            if let type = types[elements[index].name] { elements[index].type = type }
        }
    }
}

extension AttributeTypeModel {
    /// The type that it is a key attribute with; nil where DynamoDB allows none.
    var keyAttributeType: KeyAttributeType? {
        switch dynamoDBType {
        case .string: .string
        case .number: .number
        case .binary: .binary
        default: nil
        }
    }
}
