// What requests about tables are made of.
extension Shape.Member {
    /// The name of a table that is to be made.
    static let newTableName = Shape.Member(
        "TableName", .string, .requiredName, .namePattern, .minimumLength(3), .maximumLength(255))
    /// The name of a table in operations that are not about items.
    static let managedTableName = Shape.Member("TableName", .string, .requiredName, .managedName)
    static let indexName = Shape.Member(
        "IndexName", .string, .notNull, .namePattern, .minimumLength(3), .maximumLength(255))

    static func keySchema(maximum: Int) -> Shape.Member {
        Shape.Member(
            "KeySchema",
            .list(
                .structure(
                    "KeySchemaElement",
                    [
                        attributeName, Shape.Member("KeyType", .string, .notNull, .oneOf(["HASH", "RANGE"])),
                    ])), .notNull, .minimumLength(1), .maximumLength(maximum))
    }

    static let attributeName = Shape.Member(
        "AttributeName", .string, .notNull, .minimumLength(1), .maximumLength(255))

    static let billingMode = Shape.Member("BillingMode", .string, .oneOf(["PROVISIONED", "PAY_PER_REQUEST"]))

    static func provisionedThroughput() -> Shape.Member {
        Shape.Member(
            "ProvisionedThroughput",
            .structure(
                "ProvisionedThroughput",
                [
                    Shape.Member("WriteCapacityUnits", .long, .notNull, .atLeast(1)),
                    Shape.Member("ReadCapacityUnits", .long, .notNull, .atLeast(1)),
                ]))
    }

    static let onDemandThroughput = Shape.Member(
        "OnDemandThroughput",
        .structure(
            "OnDemandThroughput",
            [Shape.Member("MaxReadRequestUnits", .long), Shape.Member("MaxWriteRequestUnits", .long)]))

    static let warmThroughput = Shape.Member(
        "WarmThroughput",
        .structure(
            "WarmThroughput",
            [
                Shape.Member("ReadUnitsPerSecond", .long, .atLeast(1)),
                Shape.Member("WriteUnitsPerSecond", .long, .atLeast(1)),
            ]))

    static let streamSpecification = Shape.Member(
        "StreamSpecification",
        .structure(
            "StreamSpecification",
            [
                Shape.Member("StreamEnabled", .boolean, .notNull),
                Shape.Member(
                    "StreamViewType", .string,
                    .oneOf(["NEW_IMAGE", "OLD_IMAGE", "NEW_AND_OLD_IMAGES", "KEYS_ONLY"])),
            ]))

    static let encryption = Shape.Member(
        "SSESpecification",
        .structure(
            "SSESpecification",
            [
                Shape.Member("Enabled", .boolean), Shape.Member("SSEType", .string, .oneOf(["AES256", "KMS"])),
                Shape.Member("KMSMasterKeyId", .string),
            ]))

    /// The ARN of a table. What is wrong with it has messages of its own.
    static let resourceARN = Shape.Member("ResourceArn", .string)
}

extension [Shape.Member] {
    static func index(maximumKeys: Int) -> [Shape.Member] {
        [
            .indexName, .keySchema(maximum: maximumKeys),
            Shape.Member(
                "Projection",
                .structure(
                    "Projection",
                    [
                        Shape.Member("ProjectionType", .string, .oneOf(["ALL", "INCLUDE", "KEYS_ONLY"])),
                        Shape.Member("NonKeyAttributes", .list(.string), .minimumLength(1)),
                    ]), .notNull),
        ]
    }

    /// Of a global index.
    static let capacity: [Shape.Member] = [.provisionedThroughput(), .onDemandThroughput, .warmThroughput]
}

extension Shape {
    static let attributeDefinition = Shape.structure(
        "AttributeDefinition",
        [.attributeName, Member("AttributeType", .string, .notNull, .oneOf(["B", "N", "S"]))])
    static let tag = Shape.structure(
        "Tag", [Member("Key", .string, .notNull), Member("Value", .string, .notNull)])
}
