import Entities

// Transactions need to know of empty keys apart from everything else that can be wrong with a key: an empty one refuses the whole call,
// the rest cancels the transaction.
extension KeyRules {
    /// Refuses empty values in a primary key, whatever else may be wrong with it.
    static func checkNotEmpty(_ key: EncodedItem, in schema: TableLayout) throws(DynamoDBError) {
        try key.withPacked { map throws(DynamoDBError) in
            for component in schema.layout.partition + schema.layout.sort {
                guard let content = component.content(in: map), content.isEmpty else { continue }
                throw emptyValue(component)
            }
        }
    }

    /// Refuses empty values in the index keys of an item that is to be stored.
    static func checkIndexKeysNotEmpty(of item: EncodedItem, in schema: TableLayout) throws(DynamoDBError) {
        try item.withPacked { map throws(DynamoDBError) in
            for (index, name, type) in schema.indexKeysByName {
                guard let value = map[name], value.type.rawValue == type.rawValue, value.content.isEmpty else {
                    continue
                }
                throw emptyIndexKey(name, type, index, false)
            }
        }
    }

    /// Refuses empty values that an update gives to index keys, as far as the update says what it gives.
    static func checkIndexKeysNotEmpty(in update: UpdateExpression, of schema: TableLayout) throws(DynamoDBError) {
        for action in update.set where action.path.isTopLevel {
            guard case .operand(.value(let value)) = action.value, value.isEmptyScalar else { continue }
            let hit = schema.indexKeysByName.first {
                $0.name == action.path.attributeName && $0.type.rawValue == value.type.rawValue
            }
            if let hit { throw emptyIndexKey(hit.name, hit.type, hit.index, true) }
        }
    }
}

extension TableLayout {
    /// The key attributes of all indexes, the indexes in the order of their names.
    fileprivate var indexKeysByName: [(index: IndexLayout, name: String, type: ScalarType)] {
        indexesByName.flatMap { index in
            index.keys.names.compactMap { name in attributeTypes[name].map { (index, name, $0) } }
        }
    }
}

extension AttributeValue {
    fileprivate var isEmptyScalar: Bool {
        switch self {
        case .string(let text): text.isEmpty
        case .binary(let bytes): bytes.isEmpty
        default: false
        }
    }
}
