import Entities

// BatchGetItem, BatchWriteItem, TransactGetItems, TransactWriteItems.
extension WireOperation {
    private static let tableNameKeys = Constraint.keys([.maximumLength(255), .minimumLength(1), .namePattern])

    static let batchGetItem = WireOperation(
        "BatchGetItem", wording: .current,
        [
            Shape.Member(
                "RequestItems",
                .map(
                    .structure(
                        "KeysAndAttributes",
                        [
                            Shape.Member(
                                "Keys", .list(.item), .notNull, .reworded(.minimumLength(1)),
                                .reworded(.maximumLength(100))),
                            .attributesToGet, .consistentRead, .projectionExpression, .expressionAttributeNames,
                        ]), valueType: "KeysAndAttributes"), .notNull, .reworded(.minimumLength(1)),
                .maximumLength(100), .keys([.maximumLength(255), .minimumLength(3), .namePattern])),
            .returnConsumedCapacity,
        ]
    ) { object throws(DynamoDBError) in .batchGetItem(try object.batchGetItem()) }

    static let batchWriteItem = WireOperation(
        "BatchWriteItem",
        [
            Shape.Member("ReturnConsumedCapacity", .string, .decisive(.oneOf(["INDEXES", "TOTAL", "NONE"]))),
            Shape.Member(
                "RequestItems",
                .map(
                    .list(
                        .structure(
                            "WriteRequest",
                            [
                                Shape.Member(
                                    "PutRequest",
                                    .structure("PutRequest", [Shape.Member("Item", .item, .notNull)])),
                                Shape.Member("DeleteRequest", .structure("DeleteRequest", [.key])),
                            ])), valueType: "java.util.List<com.amazonaws.dynamodb.v20120810.WriteRequest>"), .notNull,
                .maximumLength(25), tableNameKeys,
                .values([.maximumLength(25), .minimumLength(1)])),
            Shape.Member("ReturnItemCollectionMetrics", .string, .decisive(.oneOf(["SIZE", "NONE"]))),
        ]
    ) { object throws(DynamoDBError) in .batchWriteItem(try object.batchWriteItem()) }

    static let transactGetItems = WireOperation(
        "TransactGetItems",
        [
            .returnConsumedCapacity,
            Shape.Member(
                "TransactItems",
                .list(
                    .structure(
                        "TransactGetItem",
                        [
                            Shape.Member(
                                "Get",
                                .structure(
                                    "Get", [.key, .tableName, .projectionExpression, .expressionAttributeNames]),
                                .notNull)
                        ])), .notNull, .minimumLength(1), .maximumLength(100)),
        ]
    ) { object throws(DynamoDBError) in .transactGetItems(try object.transactGetItems()) }

    static let transactWriteItems = WireOperation(
        "TransactWriteItems",
        [
            Shape.Member(
                "TransactItems",
                .list(
                    .structure(
                        "TransactWriteItem",
                        [
                            Shape.Member("ConditionCheck", action("ConditionCheck", [.key], isConditional: true)),
                            Shape.Member("Put", action("Put", [Shape.Member("Item", .item, .notNull)])),
                            Shape.Member("Delete", action("Delete", [.key])),
                            Shape.Member(
                                "Update",
                                action("Update", [.key, Shape.Member("UpdateExpression", .string, .notNull)])),
                        ])), .notNull, .minimumLength(1), .maximumLength(100)),
            Shape.Member("ClientRequestToken", .string, .minimumLength(1), .maximumLength(36)),
            .returnConsumedCapacity, .returnItemCollectionMetrics,
        ]
    ) { object throws(DynamoDBError) in .transactWriteItems(try object.transactWriteItems()) }

    private static func action(_ name: String, _ members: [Shape.Member], isConditional: Bool = false) -> Shape {
        let condition =
            isConditional ? Shape.Member("ConditionExpression", .string, .notNull) : .conditionExpression
        return .structure(
            name,
            members + [
                .tableName, condition, .expressionAttributeNames, .expressionAttributeValues,
                .returnValuesOnConditionCheckFailure,
            ])
    }
}
