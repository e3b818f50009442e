import Entities

extension Engine {
    func getItem(_ request: GetItemRequest) throws(DynamoDBError) -> GetItemOutput<EncodedItem> {
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

        var meter = RequestCapacity(tableName: table.name)
        meter.addTable(CapacityUnits.read(size, consistent: request.consistentRead))
        return GetItemOutput(
            item: item.map { $0.projected(request.projection) },
            consumedCapacity: meter.report(request.returnConsumedCapacity))
    }
}

extension EncodedItem {
    /// What a projection leaves of the item; all of it without one.
    func projected(_ projection: [AttributePath]?) -> EncodedItem {
        projection.map { PreparedProjection($0).cut(self) } ?? self
    }
}
