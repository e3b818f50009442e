import Entities

// GetItem, PutItem, UpdateItem, DeleteItem.
extension WireOperation {
    static let getItem = WireOperation(
        "GetItem",
        [
            .attributesToGet, .returnConsumedCapacity, .key, .tableName, .consistentRead, .expressionAttributeNames,
            .projectionExpression,
        ]
    ) { object throws(DynamoDBError) in .getItem(try object.getItem()) }

    static let putItem = WireOperation(
        "PutItem",
        [
            .returnConsumedCapacity, .tableName, Shape.Member("Item", .item, .notNull), .conditionalOperator, .expected,
            .returnValues, .returnItemCollectionMetrics, .returnValuesOnConditionCheckFailure, .conditionExpression,
            .expressionAttributeValues, .expressionAttributeNames,
        ]
    ) { object throws(DynamoDBError) in .putItem(try object.putItem()) }

    static let updateItem = WireOperation(
        "UpdateItem",
        [
            .returnConsumedCapacity, .key, .tableName, .conditionalOperator, .expected,
            Shape.Member(
                "AttributeUpdates",
                .map(
                    .structure(
                        "AttributeValueUpdate",
                        [
                            Shape.Member("Value", .attributeValue),
                            Shape.Member("Action", .string, .oneOf(["ADD", "DELETE", "PUT"])),
                        ]), valueType: "AttributeValueUpdate")),
            .returnValues, .returnItemCollectionMetrics, .returnValuesOnConditionCheckFailure,
            Shape.Member("UpdateExpression", .string), .conditionExpression, .expressionAttributeValues,
            .expressionAttributeNames,
        ]
    ) { object throws(DynamoDBError) in .updateItem(try object.updateItem()) }

    static let deleteItem = WireOperation(
        "DeleteItem",
        [
            .returnConsumedCapacity, .key, .tableName, .conditionalOperator, .expected, .returnValues,
            .returnItemCollectionMetrics, .returnValuesOnConditionCheckFailure, .conditionExpression,
            .expressionAttributeValues, .expressionAttributeNames,
        ]
    ) { object throws(DynamoDBError) in .deleteItem(try object.deleteItem()) }
}
