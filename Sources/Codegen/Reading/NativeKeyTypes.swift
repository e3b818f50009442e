/// Gives key attributes that are the entities' own the type that the entities store them with, and numeric keys theirs.
enum NativeKeyTypes {
    static func resolve(in schema: inout ServiceSchema) {
        let types = types(in: schema)
        let numbers = numericKeys(in: schema)
        resolve(&schema.table.partition, types, numbers)
        resolve(&schema.table.sort, types, numbers)
        for index in schema.table.indexes.indices {
            resolve(&schema.table.indexes[index].partition, types, numbers)
            resolve(&schema.table.indexes[index].sort, types, numbers)
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

    /// The key attributes that access patterns make numbers.
    private static func numericKeys(in schema: ServiceSchema) -> Set<String> {
        let keys = schema.entities.flatMap(\.accessPatterns).flatMap { $0.partition + $0.sort }
        return Set(keys.compactMap { if case .number(let name, _) = $0 { name } else { nil } })
    }

    private static func resolve(
        _ elements: inout [KeyElementModel], _ types: [String: KeyAttributeType], _ numbers: Set<String>
    ) {
        for index in elements.indices where elements[index].isNative {
            if let type = types[elements[index].name] { elements[index].type = type }
        }
        for index in elements.indices where numbers.contains(elements[index].name) { elements[index].type = .number }
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
