import Entities

// Query and Scan.
extension WireOperation {
    static let query = WireOperation(
        "Query", wording: .current,
        [
            .tableName, Shape.Member("IndexName", .string, .namePattern, .minimumLength(3), .maximumLength(255)),
            select, .attributesToGet, Shape.Member("Limit", .integer, .queryLimit), .consistentRead,
            Shape.Member("KeyConditions", .conditions), Shape.Member("QueryFilter", .conditions), .conditionalOperator,
            Shape.Member("ScanIndexForward", .boolean), Shape.Member("ExclusiveStartKey", .item),
            .returnConsumedCapacity, .projectionExpression, Shape.Member("FilterExpression", .string),
            Shape.Member("KeyConditionExpression", .string), .expressionAttributeNames, .expressionAttributeValues,
        ]
    ) { object throws(DynamoDBError) in .query(try object.query()) }

    static let scan = WireOperation(
        "Scan",
        [
            .tableName, Shape.Member("IndexName", .string, .namePattern, .minimumLength(3), .maximumLength(255)),
            .attributesToGet, Shape.Member("Limit", .integer, .atLeast(1)), select,
            Shape.Member("ScanFilter", .conditions), .conditionalOperator, Shape.Member("ExclusiveStartKey", .item),
            .returnConsumedCapacity, Shape.Member("TotalSegments", .integer, .atLeast(1), .atMost(1_000_000)),
            Shape.Member("Segment", .integer, .atLeast(0), .atMost(999_999)), .projectionExpression,
            Shape.Member("FilterExpression", .string), .expressionAttributeNames, .expressionAttributeValues,
            .consistentRead,
        ]
    ) { object throws(DynamoDBError) in .scan(try object.scan()) }

    private static let select = Shape.Member(
        "Select", .string,
        .oneOf(["SPECIFIC_ATTRIBUTES", "COUNT", "ALL_ATTRIBUTES", "ALL_PROJECTED_ATTRIBUTES"]))
}
