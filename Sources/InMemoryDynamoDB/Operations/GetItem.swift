import Entities

extension Engine {
    func getItem(_ request: GetItemRequest) throws(DynamoDBError) -> GetItemOutput<EncodedItem> {
        if takesShortcuts, request.projection == nil, let entry = openTable(request.tableName),
            let read = entry.table.read(request.key)
        {
            return output(read.item, size: read.size, of: entry.table, request)
        }
        var constraints = Constraints()
        constraints.requireTableName(request.tableName)
        try constraints.check()
        try ExpressionRules.check(projection: request.projection)
        let table = try table(request.tableName)
        let key = try KeyRules.key(request.key, of: table.schema)
        try ExpressionChecks.checkKeyAccess(request.projection ?? [], table.schema)

        let (item, size) = table.locked { contents in
            let stored = contents.seen(consistently: request.consistentRead).items.find(key)
            return (stored?.item, stored?.size ?? 0)
        }

        return output(item.map { $0.projected(request.projection) }, size: size, of: table, request)
    }

    private func output(
        _ item: EncodedItem?, size: Int, of table: Table, _ request: GetItemRequest
    ) -> GetItemOutput<EncodedItem> {
        guard request.returnConsumedCapacity != .none else { return GetItemOutput(item: item) }
        var meter = RequestCapacity(tableName: table.name)
        meter.addTable(CapacityUnits.read(size, consistent: request.consistentRead))
        return GetItemOutput(item: item, consumedCapacity: meter.report(request.returnConsumedCapacity))
    }
}

extension Table {
    /// Reads an item of the present by its key.
    /// - Returns: the item, if there is one, and its size; `nil` where the key is none of this table, or more is to be done before.
    fileprivate func read(_ key: EncodedItem) -> (item: EncodedItem?, size: Int)? {
        guard let primaryKey = schema.primaryKey else { return nil }
        return key.bytes.withUnsafeBufferPointer { bytes in
            guard let view = primaryKey.find(ofKey: bytes)?.view else { return nil }
            return store.reading(primaryKey.hash(view)) { _, stripe in
                guard let stored = stripe.find(view) else { return (nil, 0) }
                return (stored.item, stored.size)
            }
        }
    }
}

extension EncodedItem {
    /// What a projection leaves of the item; all of it without one.
    func projected(_ projection: [AttributePath]?) -> EncodedItem {
        projection.map { PreparedProjection($0).cut(self) } ?? self
    }
}
