import Entities

/// What the service asks of keys.
enum KeyRules {
    private static let mismatch = DynamoDBError.invalid("The provided key element does not match the schema")

    /// Checks a key that a request names an item by.
    static func key(_ key: EncodedItem, of schema: TableLayout) throws(DynamoDBError) -> ItemKey {
        guard key.count == schema.keys.names.count else { throw Self.mismatch }
        try checkSizes(of: key, schema.layout) { component in
            guard let component else { return Self.mismatch }
            return emptyValue(component)
        }
        guard let key = schema.layout.key(of: key) else { throw Self.mismatch }
        return key
    }

    /// Checks the key attributes of an item that is to be stored.
    /// - Parameter isBatched: a batch does not say what is wrong.
    static func key(
        ofItem item: EncodedItem, in schema: TableLayout, isBatched: Bool = false
    ) throws(DynamoDBError) -> ItemKey {
        for component in schema.layout.partition + schema.layout.sort {
            let type = item.withPacked { $0[component.name]?.type }
            guard let type else {
                if isBatched { throw Self.mismatch }
                throw .invalidParameter("Missing the key \(component.name) in the item")
            }
            guard type.rawValue != component.type.rawValue else { continue }
            if isBatched { throw Self.mismatch }
            throw .invalidParameter(
                "Type mismatch for key \(component.name) expected: \(component.type.rawValue) actual: \(type.rawValue)")
        }
        try checkSizes(of: item, schema.layout) { component in component.map(emptyValue) ?? Self.mismatch }
        guard let key = schema.layout.key(of: item) else { throw Self.mismatch }
        return key
    }

    static func emptyValue(_ component: KeyLayout.Component) -> DynamoDBError {
        .invalid(
            "One or more parameter values are not valid. The AttributeValue for a key attribute cannot contain an "
                + "empty \(component.type == .binary ? "binary" : "string") value. Key: \(component.name)")
    }

    /// - Parameter error: makes the error for an empty attribute, or for one that is not there (`nil`).
    private static func checkSizes(
        of item: EncodedItem, _ layout: KeyLayout, _ error: (KeyLayout.Component?) -> DynamoDBError
    ) throws(DynamoDBError) {
        try item.withPacked { map throws(DynamoDBError) in
            for component in layout.partition {
                guard let content = component.content(in: map) else { throw error(nil) }
                if content.isEmpty { throw error(component) }
                try checkPartitionSize(content.count)
            }
            for component in layout.sort {
                guard let content = component.content(in: map) else { throw error(nil) }
                if content.isEmpty { throw error(component) }
                try checkSortSize(content.count)
            }
        }
    }

    static func checkPartitionSize(_ size: Int) throws(DynamoDBError) {
        guard size > Limits.partitionKeySize else { return }
        // The missing space is the service's.
        throw .invalidParameter("Size of hashkey has exceeded the maximum size limit of2048 bytes")
    }

    static func checkSortSize(_ size: Int) throws(DynamoDBError) {
        guard size > Limits.sortKeySize else { return }
        throw .invalidParameter("Aggregated size of all range keys has exceeded the size limit of 1024 bytes")
    }

    // MARK: Index keys

    /// Whether an item's key attributes can be the key of an index: none is empty or too long.
    static func isIndexKey(_ item: EncodedItem, of index: IndexLayout) -> Bool {
        item.withPacked { map in
            var sizes = (partition: 0, sort: 0)
            for name in index.keys.partition {
                guard let value = map[name], !value.content.isEmpty else { return false }
                sizes.partition += value.content.count
            }
            for name in index.keys.sort {
                guard let value = map[name], !value.content.isEmpty else { return false }
                sizes.sort += value.content.count
            }
            return sizes.partition <= Limits.partitionKeySize && sizes.sort <= Limits.sortKeySize
        }
    }

    /// Checks the key attributes of indexes in an item that is to be stored. An item may lack them, but those that it has must
    /// fit the index.
    /// - Parameter old: the item before an update; what the update leaves alone is not checked again.
    static func checkIndexKeys(
        of item: EncodedItem, updating old: EncodedItem? = nil, isUpdate: Bool = false, in schema: TableLayout
    ) throws(DynamoDBError) {
        for index in schema.indexesByName {
            try item.withPacked { map throws(DynamoDBError) in
                try check(index.keys.partition, of: index, in: map, old, isUpdate, schema) {
                    size throws(DynamoDBError) in
                    try checkPartitionSize(size)
                }
                try check(index.keys.sort, of: index, in: map, old, isUpdate, schema) { size throws(DynamoDBError) in
                    try checkSortSize(size)
                }
            }
        }
    }

    private static func check(
        _ names: [String], of index: IndexLayout, in item: PackedMap, _ old: EncodedItem?, _ isUpdate: Bool,
        _ schema: TableLayout, _ checkSize: (Int) throws(DynamoDBError) -> Void
    ) throws(DynamoDBError) {
        var size = 0
        for name in names {
            guard let value = item[name], let expected = schema.attributeTypes[name] else { continue }
            let isUnchanged = old?.withPacked { old in old[name].map { $0 == value } ?? false } ?? false
            if isUnchanged { continue }
            guard value.type.rawValue == expected.rawValue else {
                throw isUpdate
                    ? .invalid(
                        "The update expression attempted to update the secondary index key to unsupported type")
                    : typeMismatch(name, expected, value.type, index)
            }
            if value.content.isEmpty { throw emptyIndexKey(name, expected, index, isUpdate) }
            size += value.content.count
        }
        try checkSize(size)
    }

    /// Checks the types that an update gives the key attributes of indexes, as far as they are known without the item.
    static func checkIndexKeyTypes(in update: UpdateExpression, _ schema: TableLayout) throws(DynamoDBError) {
        guard !schema.indexes.isEmpty else { return }
        var types: [String: AttributeType] = [:]
        for action in update.set where action.path.isTopLevel {
            types[action.path.attributeName] = action.value.resultType
        }
        for action in update.add where action.path.isTopLevel {
            if case .value(let value) = action.value { types[action.path.attributeName] = value.type }
        }
        guard !types.isEmpty else { return }
        for index in schema.indexesByName {
            for name in index.keys.names {
                guard let type = types[name], let expected = schema.attributeTypes[name],
                    type.rawValue != expected.rawValue
                else { continue }
                throw typeMismatch(name, expected, type, index)
            }
        }
    }

    private static func typeMismatch(
        _ name: String, _ expected: ScalarType, _ actual: AttributeType, _ index: IndexLayout
    ) -> DynamoDBError {
        .invalidParameter(
            "Type mismatch for Index Key \(name) Expected: \(expected.rawValue) Actual: \(actual.rawValue) "
                + "IndexName: \(index.name)")
    }

    static func emptyIndexKey(
        _ name: String, _ type: ScalarType, _ index: IndexLayout, _ isUpdate: Bool
    ) -> DynamoDBError {
        let kind = type == .binary ? "binary" : "string"
        let rule = "The AttributeValue for a key attribute cannot contain an empty \(kind) value."
        return .invalid(
            isUpdate
                ? "One or more parameter values are not valid. The update expression attempted to update a secondary "
                    + "index key to a value that is not supported. \(rule)"
                : "One or more parameter values are not valid. A value specified for a secondary index key is not "
                    + "supported. \(rule) IndexName: \(index.name), IndexKey: \(name)")
    }
}

extension SetValue {
    /// The type of what is assigned, where it is known without the item.
    fileprivate var resultType: AttributeType? {
        switch self {
        case .operand(.value(let value)): value.type
        case .operand: nil
        case .ifNotExists(_, let fallback): fallback.resultType
        case .listAppend: .list
        case .plus, .minus: .number
        }
    }
}
