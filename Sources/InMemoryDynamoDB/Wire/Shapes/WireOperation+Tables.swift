import Entities

// Operations on tables and their settings.
extension WireOperation {
    static let createTable = WireOperation("CreateTable", [.newTableName]) { object throws(DynamoDBError) in
        .createTable(try object.createTable())
    }

    static let describeTable = WireOperation("DescribeTable", [.tableName]) { object throws(DynamoDBError) in
        .describeTable(DescribeTableRequest(tableName: try object.tableName()))
    }

    static let deleteTable = WireOperation("DeleteTable", [.tableName]) { object throws(DynamoDBError) in
        .deleteTable(DeleteTableRequest(tableName: try object.tableName()))
    }

    static let listTables = WireOperation(
        "ListTables",
        [
            Shape.Member(
                "ExclusiveStartTableName", .string, .namePattern, .minimumLength(3), .maximumLength(255)),
            Shape.Member("Limit", .integer, .atLeast(1), .atMost(100)),
        ]
    ) { object throws(DynamoDBError) in .listTables(try object.listTables()) }

    static let updateTimeToLive = WireOperation(
        "UpdateTimeToLive",
        [
            .tableName,
            Shape.Member(
                "TimeToLiveSpecification",
                .structure(
                    "TimeToLiveSpecification",
                    [
                        Shape.Member("AttributeName", .string, .notNull, .minimumLength(1), .maximumLength(255)),
                        Shape.Member("Enabled", .boolean, .notNull),
                    ]), .notNull),
        ]
    ) { object throws(DynamoDBError) in .updateTimeToLive(try object.updateTimeToLive()) }

    static let describeTimeToLive = WireOperation("DescribeTimeToLive", [.tableName]) { object throws(DynamoDBError) in
        .describeTimeToLive(DescribeTimeToLiveRequest(tableName: try object.tableName()))
    }

    static let updateContinuousBackups = WireOperation(
        "UpdateContinuousBackups",
        [
            .tableName,
            Shape.Member(
                "PointInTimeRecoverySpecification",
                .structure(
                    "PointInTimeRecoverySpecification",
                    [
                        Shape.Member("PointInTimeRecoveryEnabled", .boolean, .notNull),
                        Shape.Member("RecoveryPeriodInDays", .integer, .atLeast(1), .atMost(35)),
                    ]), .notNull),
        ]
    ) { object throws(DynamoDBError) in .updateContinuousBackups(try object.updateContinuousBackups()) }
}

extension Shape.Member {
    /// The name of a table that is to be made.
    static let newTableName = Shape.Member(
        "TableName", .string, .notNull, .namePattern, .minimumLength(3), .maximumLength(255))
}
