import Entities

// GetItem, PutItem, UpdateItem, DeleteItem, as requests of their own and as parts of a transaction.
extension WireObject {
    func getItem() throws(DynamoDBError) -> GetItemRequest {
        try refuseLegacy("AttributesToGet")
        let tableName = try tableName()
        let expressions = try WireExpressions(self, .projection)
        var request = GetItemRequest(tableName: tableName, key: try require("Key", try item("Key")))
        request.consistentRead = try bool("ConsistentRead") ?? false
        request.returnConsumedCapacity = try option("ReturnConsumedCapacity") ?? .none
        request.projection = try expressions.projection()
        try expressions.finish()
        return request
    }

    func putItem() throws(DynamoDBError) -> PutItemRequest {
        try refuseLegacy("Expected", "ConditionalOperator")
        let tableName = try tableName()
        let expressions = try WireExpressions(self, .condition)
        var request = PutItemRequest(tableName: tableName, item: try require("Item", try item("Item")))
        request.returnValues = try option("ReturnValues") ?? .none
        request.returnValuesOnConditionCheckFailure = try option("ReturnValuesOnConditionCheckFailure") ?? .none
        request.returnConsumedCapacity = try option("ReturnConsumedCapacity") ?? .none
        request.returnItemCollectionMetrics = try option("ReturnItemCollectionMetrics") ?? .none
        request.condition = try expressions.condition()
        try expressions.finish()
        return request
    }

    func updateItem() throws(DynamoDBError) -> UpdateItemRequest {
        try refuseLegacy("AttributeUpdates", "Expected", "ConditionalOperator")
        let tableName = try tableName()
        let expressions = try WireExpressions(self, .update, .condition)
        let key = try require("Key", try item("Key"))
        var request = UpdateItemRequest(
            tableName: tableName, key: key, update: try expressions.update() ?? UpdateExpression())
        request.returnValues = try option("ReturnValues") ?? .none
        request.returnValuesOnConditionCheckFailure = try option("ReturnValuesOnConditionCheckFailure") ?? .none
        request.returnConsumedCapacity = try option("ReturnConsumedCapacity") ?? .none
        request.returnItemCollectionMetrics = try option("ReturnItemCollectionMetrics") ?? .none
        request.condition = try expressions.condition()
        try expressions.finish()
        return request
    }

    func deleteItem() throws(DynamoDBError) -> DeleteItemRequest {
        try refuseLegacy("Expected", "ConditionalOperator")
        let tableName = try tableName()
        let expressions = try WireExpressions(self, .condition)
        var request = DeleteItemRequest(tableName: tableName, key: try require("Key", try item("Key")))
        request.returnValues = try option("ReturnValues") ?? .none
        request.returnValuesOnConditionCheckFailure = try option("ReturnValuesOnConditionCheckFailure") ?? .none
        request.returnConsumedCapacity = try option("ReturnConsumedCapacity") ?? .none
        request.returnItemCollectionMetrics = try option("ReturnItemCollectionMetrics") ?? .none
        request.condition = try expressions.condition()
        try expressions.finish()
        return request
    }

    func conditionCheck() throws(DynamoDBError) -> TransactWriteItemsRequest.ConditionCheck {
        let tableName = try tableName()
        let expressions = try WireExpressions(self, .condition)
        let condition = try expressions.condition()
        var check = TransactWriteItemsRequest.ConditionCheck(
            tableName: tableName, key: try require("Key", try item("Key")),
            condition: try require("ConditionExpression", condition))
        check.returnValuesOnConditionCheckFailure = try option("ReturnValuesOnConditionCheckFailure") ?? .none
        try expressions.finish()
        return check
    }
}
