// Parameters that many operations have.
extension Shape.Member {
    static let tableName = Shape.Member("TableName", .string, .tableName, .notNull)
    static let key = Shape.Member("Key", .item, .notNull)
    static let conditionExpression = Shape.Member("ConditionExpression", .string)
    static let projectionExpression = Shape.Member("ProjectionExpression", .string)
    static let expressionAttributeNames = Shape.Member("ExpressionAttributeNames", .names)
    static let expressionAttributeValues = Shape.Member("ExpressionAttributeValues", .item)
    static let consistentRead = Shape.Member("ConsistentRead", .boolean)
    static let attributesToGet = Shape.Member("AttributesToGet", .list(.string), .minimumLength(1))
    static let conditionalOperator = Shape.Member("ConditionalOperator", .string, .oneOf(["OR", "AND"]))
    static let returnConsumedCapacity = Shape.Member(
        "ReturnConsumedCapacity", .string, .oneOf(["INDEXES", "TOTAL", "NONE"]))
    static let returnItemCollectionMetrics = Shape.Member(
        "ReturnItemCollectionMetrics", .string, .oneOf(["SIZE", "NONE"]))
    static let returnValues = Shape.Member(
        "ReturnValues", .string, .oneOf(["ALL_NEW", "UPDATED_OLD", "ALL_OLD", "NONE", "UPDATED_NEW"]))
    static let returnValuesOnConditionCheckFailure = Shape.Member(
        "ReturnValuesOnConditionCheckFailure", .string, .oneOf(["ALL_OLD", "NONE"]))

    /// The comparison of the time before expressions.
    static let comparisonOperator = Shape.Member(
        "ComparisonOperator", .string,
        .oneOf([
            "IN", "NULL", "BETWEEN", "LT", "NOT_CONTAINS", "EQ", "GT", "NOT_NULL", "NE", "LE", "BEGINS_WITH", "GE",
            "CONTAINS",
        ]))
    static let expected = Shape.Member(
        "Expected",
        .map(
            .structure(
                "ExpectedAttributeValue",
                [
                    Shape.Member("Value", .attributeValue), Shape.Member("Exists", .boolean), comparisonOperator,
                    Shape.Member("AttributeValueList", .list(.attributeValue)),
                ]), valueType: "ExpectedAttributeValue"))
}

extension Shape {
    /// A comparison with its operands, as `KeyConditions`, `QueryFilter` and `ScanFilter` have them by attribute name.
    static let conditions = Shape.map(
        .structure(
            "Condition",
            [
                Member("AttributeValueList", .list(.attributeValue)),
                Member("ComparisonOperator", Member.comparisonOperator.shape, .notNull, operators),
            ]), valueType: "Condition")

    private static var operators: Constraint { Member.comparisonOperator.constraints.first ?? .notNull }
}
