import Entities

// GetItem, PutItem, UpdateItem, DeleteItem.
extension WireOperation {
    static let getItem = WireOperation(
        "GetItem", wording: .current,
        [
            .attributesToGet, .returnConsumedCapacity, .key, .tableName, .consistentRead, .expressionAttributeNames,
            .projectionExpression,
        ]
    ) { object throws(DynamoDBError) in .getItem(try object.getItem()) }

    static let putItem = WireOperation(
        "PutItem", wording: .enveloped,
        [
            .returnConsumedCapacity, .tableName, Shape.Member("Item", .item, .notNull), .conditionalOperator, .expected,
            .returnValues, .returnItemCollectionMetrics, .returnValuesOnConditionCheckFailure, .conditionExpression,
            .expressionAttributeValues, .expressionAttributeNames,
        ]
    ) { object throws(DynamoDBError) in .putItem(try object.putItem()) }

    static let updateItem = WireOperation(
        "UpdateItem", wording: .enveloped,
        [
            .returnConsumedCapacity, .tableName, .conditionalOperator, .expected,
            Shape.Member(
                "AttributeUpdates",
                .map(
                    .structure(
                        "AttributeValueUpdate",
                        [
                            Shape.Member("Value", .attributeValue),
                            Shape.Member("Action", .string, .oneOf(["ADD", "DELETE", "PUT"])),
                        ]), valueType: "AttributeValueUpdate")),
            Shape.Member(
                "ReturnValues", .string,
                .decisive(.oneOf(["ALL_NEW", "UPDATED_OLD", "ALL_OLD", "NONE", "UPDATED_NEW"]))), .key,
            .returnItemCollectionMetrics, .returnValuesOnConditionCheckFailure,
            Shape.Member("UpdateExpression", .string), .conditionExpression, .expressionAttributeValues,
            .expressionAttributeNames,
        ]
    ) { object throws(DynamoDBError) in .updateItem(try object.updateItem()) }

    static let deleteItem = WireOperation(
        "DeleteItem", wording: .enveloped,
        [
            .returnConsumedCapacity, .key, .tableName, .conditionalOperator, .expected, .returnValues,
            .returnItemCollectionMetrics, .returnValuesOnConditionCheckFailure, .conditionExpression,
            .expressionAttributeValues, .expressionAttributeNames,
        ]
    ) { object throws(DynamoDBError) in .deleteItem(try object.deleteItem()) }
}
