import Entities

// Query, Scan, BatchGetItem, TransactGetItems.
extension WireObject {
    func query() throws(DynamoDBError) -> QueryRequest {
        try refuseLegacy("KeyConditions", "QueryFilter", "AttributesToGet", "ConditionalOperator")
        let tableName = try tableName()
        let expressions = try WireExpressions(self, .filter, .keyCondition, .projection)
        let filter = try expressions.condition(.filter)
        guard let keyCondition = try expressions.keyCondition() else {
            throw .invalid(
                "Either the KeyConditions or KeyConditionExpression parameter must be specified in the request.")
        }
        var request = QueryRequest(
            tableName: tableName, indexName: try string("IndexName"), keyCondition: keyCondition)
        request.filter = filter
        request.projection = try expressions.projection()
        request.select = try option("Select")
        request.consistentRead = try bool("ConsistentRead") ?? false
        request.scanIndexForward = try bool("ScanIndexForward") ?? true
        request.limit = try int("Limit")
        request.exclusiveStartKey = try item("ExclusiveStartKey")
        request.returnConsumedCapacity = try option("ReturnConsumedCapacity") ?? .none
        try expressions.finish()
        return request
    }

    func scan() throws(DynamoDBError) -> ScanRequest {
        try refuseLegacy("ScanFilter", "AttributesToGet", "ConditionalOperator")
        let tableName = try tableName()
        let expressions = try WireExpressions(self, .filter, .projection)
        var request = ScanRequest(tableName: tableName, indexName: try string("IndexName"))
        request.filter = try expressions.condition(.filter)
        request.projection = try expressions.projection()
        request.select = try option("Select")
        request.consistentRead = try bool("ConsistentRead") ?? false
        request.limit = try int("Limit")
        request.exclusiveStartKey = try item("ExclusiveStartKey")
        request.segment = try int("Segment")
        request.totalSegments = try int("TotalSegments")
        request.returnConsumedCapacity = try option("ReturnConsumedCapacity") ?? .none
        try expressions.finish()
        return request
    }

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
