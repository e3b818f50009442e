import Entities

// Operations on tables.
extension WireOperation {
    static let createTable = WireOperation(
        "CreateTable",
        [
            Shape.Member("AttributeDefinitions", .list(.attributeDefinition), .notNull), .newTableName,
            .keySchema(maximum: 2),
            Shape.Member(
                "GlobalSecondaryIndexes",
                .list(.structure("GlobalSecondaryIndex", .index(maximumKeys: 8) + .capacity))),
            Shape.Member("LocalSecondaryIndexes", .list(.structure("LocalSecondaryIndex", .index(maximumKeys: 2)))),
            .billingMode, .provisionedThroughput(), .streamSpecification, .encryption,
            Shape.Member("Tags", .list(.tag)), Shape.Member("TableClass", .string),
            Shape.Member("DeletionProtectionEnabled", .boolean), .warmThroughput,
            Shape.Member("ResourcePolicy", .string), .onDemandThroughput,
        ]
    ) { object throws(DynamoDBError) in .createTable(try object.createTable()) }

    static let describeTable = WireOperation("DescribeTable", [.managedTableName]) { object throws(DynamoDBError) in
        .describeTable(DescribeTableRequest(tableName: try object.managedTableName()))
    }

    static let updateTable = WireOperation(
        "UpdateTable",
        [
            Shape.Member("AttributeDefinitions", .list(.attributeDefinition)), .managedTableName, .billingMode,
            .provisionedThroughput(),
            Shape.Member(
                "GlobalSecondaryIndexUpdates",
                .list(
                    .structure(
                        "GlobalSecondaryIndexUpdate",
                        [
                            Shape.Member(
                                "Update",
                                .structure("UpdateGlobalSecondaryIndexAction", [.indexName] + .capacity)),
                            Shape.Member(
                                "Create",
                                .structure(
                                    "CreateGlobalSecondaryIndexAction", .index(maximumKeys: 8) + .capacity)),
                            Shape.Member(
                                "Delete", .structure("DeleteGlobalSecondaryIndexAction", [.indexName])),
                        ]))),
            .streamSpecification, .encryption, Shape.Member("TableClass", .string),
            Shape.Member("DeletionProtectionEnabled", .boolean), .onDemandThroughput, .warmThroughput,
        ]
    ) { object throws(DynamoDBError) in .updateTable(try object.updateTable()) }

    static let deleteTable = WireOperation("DeleteTable", [.managedTableName]) { object throws(DynamoDBError) in
        .deleteTable(DeleteTableRequest(tableName: try object.managedTableName()))
    }

    static let listTables = WireOperation(
        "ListTables",
        [
            Shape.Member(
                "ExclusiveStartTableName", .string, .namePattern, .minimumLength(3), .maximumLength(255)),
            Shape.Member("Limit", .integer, .atLeast(1), .atMost(100)),
        ]
    ) { object throws(DynamoDBError) in .listTables(try object.listTables()) }
}
