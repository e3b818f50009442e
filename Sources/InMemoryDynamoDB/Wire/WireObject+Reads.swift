import Entities

// BatchGetItem, TransactGetItems.
extension WireObject {
    func batchGetItem() throws(DynamoDBError) -> BatchGetItemRequest {
        let items = try require("RequestItems", try object("RequestItems", at: "requestItems."))
        var request = BatchGetItemRequest(tables: [:])
        for name in items.names {
            guard let table = try items.object(name, at: "requestItems.\(name).member.") else { continue }
            try table.refuseLegacy("AttributesToGet")
            let expressions = try WireExpressions(table, .projection)
            var keys = BatchGetItemRequest.TableKeys(keys: try table.require("Keys", try table.items("Keys")))
            keys.consistentRead = try table.bool("ConsistentRead") ?? false
            keys.projection = try expressions.projection()
            try expressions.finish()
            request.tables[name] = keys
        }
        request.returnConsumedCapacity = try option("ReturnConsumedCapacity") ?? .none
        return request
    }

    func transactGetItems() throws(DynamoDBError) -> TransactGetItemsRequest {
        var request = TransactGetItemsRequest(gets: [])
        let items = try require("TransactItems", try objects("TransactItems", at: "transactItems"))
        for item in items {
            let part = try item.require("Get", try item.object("Get", at: item.path + "get."))
            let tableName = try part.tableName()
            let expressions = try WireExpressions(part, .projection)
            var get = TransactGetItemsRequest.Get(
                tableName: tableName, key: try part.require("Key", try part.item("Key")))
            get.projection = try expressions.projection()
            try expressions.finish()
            request.gets.append(get)
        }
        request.returnConsumedCapacity = try option("ReturnConsumedCapacity") ?? .none
        return request
    }
}
