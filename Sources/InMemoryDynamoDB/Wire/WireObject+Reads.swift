import Entities

// BatchGetItem, TransactGetItems.
extension WireObject {
    func batchGetItem() throws(DynamoDBError) -> BatchGetItemRequest {
        let items = try require("RequestItems", try object("RequestItems", at: "requestItems."))
        var request = BatchGetItemRequest(tables: [:])
        var tables: [WireObject] = []
        for name in items.names {
            guard let table = try items.object(name, at: "requestItems.\(name).member.") else { continue }
            tables.append(table)
            request.tables[name] = try table.keysAndAttributes()
        }
        // Each table may be consistent in itself: all of them have to be of one kind.
        if tables.contains(where: { $0.has("AttributesToGet") }),
            tables.contains(where: { $0.has("ProjectionExpression") })
        {
            throw .invalid(
                "Can not use both expression and non-expression parameters in the same request: "
                    + "Non-expression parameters: {AttributesToGet} Expression parameters: {ProjectionExpression}")
        }
        request.returnConsumedCapacity = try option("ReturnConsumedCapacity") ?? .none
        return request
    }

    private func keysAndAttributes() throws(DynamoDBError) -> BatchGetItemRequest.TableKeys {
        try checkParameters([.projection], legacy: ["AttributesToGet"])
        var keys = BatchGetItemRequest.TableKeys(keys: try require("Keys", try items("Keys")))
        keys.consistentRead = try bool("ConsistentRead") ?? false
        let attributesToGet = try attributesToGet()
        let expressions = try WireExpressions(self)
        keys.projection = try expressions.projection() ?? attributesToGet
        try expressions.finish()
        return keys
    }

    func transactGetItems() throws(DynamoDBError) -> TransactGetItemsRequest {
        var request = TransactGetItemsRequest(gets: [])
        let items = try require("TransactItems", try objects("TransactItems", at: "transactItems"))
        for item in items {
            let part = try item.require("Get", try item.object("Get", at: item.path + "get."))
            let tableName = try part.tableName()
            var get = TransactGetItemsRequest.Get(
                tableName: tableName, key: try part.require("Key", try part.item("Key")))
            let expressions = try WireExpressions(part, .projection)
            get.projection = try expressions.projection()
            try expressions.finish()
            request.gets.append(get)
        }
        request.returnConsumedCapacity = try option("ReturnConsumedCapacity") ?? .none
        return request
    }
}
