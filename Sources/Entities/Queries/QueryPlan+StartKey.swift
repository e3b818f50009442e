extension QueryPlan {
    /// Refuses a start key that is not one of this table and index, before it is sent.
    /// - Throws: `invalidCursor`.
    func check(startKey: EncodedItem) throws(DynamoDBError) {
        guard let names = startKeyNames, names.count == startKey.count else { throw Self.foreignKey }
        for name in names {
            guard let type = startKey[name]?.type, table.attributeTypes[name]?.rawValue == type.rawValue else {
                throw Self.foreignKey
            }
        }
    }

    /// The attributes of a start key: those of the table's key, and of the index's; `nil` for an index that the table does not have.
    var startKeyNames: Set<String>? {
        var names = Set(table.keys.names)
        if indexName != nil {
            guard let index = table.index(indexName) else { return nil }
            names.formUnion(index.keys.names)
        }
        return names
    }

    private static let foreignKey = DynamoDBError(
        .invalidCursor, "the cursor does not hold a key of the table and index that are read")
}
