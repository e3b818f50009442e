import Entities

// Tags, settings and the account.
extension WireOperation {
    static let tagResource = WireOperation(
        "TagResource", [.resourceARN, Shape.Member("Tags", .list(.tag))]
    ) { object throws(DynamoDBError) in .tagResource(try object.tagResource()) }

    static let untagResource = WireOperation(
        "UntagResource", [.resourceARN, Shape.Member("TagKeys", .list(.string))]
    ) { object throws(DynamoDBError) in .untagResource(try object.untagResource()) }

    static let listTagsOfResource = WireOperation(
        "ListTagsOfResource", [.resourceARN, Shape.Member("NextToken", .string)]
    ) { object throws(DynamoDBError) in .listTagsOfResource(try object.listTagsOfResource()) }

    static let updateTimeToLive = WireOperation(
        "UpdateTimeToLive",
        [
            .managedTableName,
            Shape.Member(
                "TimeToLiveSpecification",
                .structure(
                    "TimeToLiveSpecification",
                    [.attributeName, Shape.Member("Enabled", .boolean, .notNull)])),
        ]
    ) { object throws(DynamoDBError) in .updateTimeToLive(try object.updateTimeToLive()) }

    static let describeTimeToLive = WireOperation(
        "DescribeTimeToLive", [.managedTableName]
    ) { object throws(DynamoDBError) in
        .describeTimeToLive(DescribeTimeToLiveRequest(tableName: try object.managedTableName()))
    }

    static let updateContinuousBackups = WireOperation(
        "UpdateContinuousBackups",
        [
            .managedTableName,
            Shape.Member(
                "PointInTimeRecoverySpecification",
                .structure(
                    "PointInTimeRecoverySpecification",
                    [
                        Shape.Member("PointInTimeRecoveryEnabled", .boolean, .notNull),
                        Shape.Member(
                            "RecoveryPeriodInDays", .integer, .atLeast(1), .atMost(Limits.recoveryDays)),
                    ]), .notNull),
        ]
    ) { object throws(DynamoDBError) in .updateContinuousBackups(try object.updateContinuousBackups()) }

    static let describeContinuousBackups = WireOperation(
        "DescribeContinuousBackups", [.managedTableName]
    ) { object throws(DynamoDBError) in
        .describeContinuousBackups(DescribeContinuousBackupsRequest(tableName: try object.managedTableName()))
    }

    static let describeLimits = WireOperation("DescribeLimits", []) { _ in .describeLimits(DescribeLimitsRequest()) }

    static let describeEndpoints = WireOperation(
        "DescribeEndpoints", []
    ) { _ in .describeEndpoints(DescribeEndpointsRequest()) }
}
