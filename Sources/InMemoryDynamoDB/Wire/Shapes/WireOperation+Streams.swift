import Entities

// The service `DynamoDBStreams_20120810`.
extension WireOperation {
    private static let service = "DynamoDBStreams_20120810"

    static let listStreams = WireOperation(
        "ListStreams", in: service,
        [
            Shape.Member("TableName", .string, .namePattern, .minimumLength(3), .maximumLength(255)),
            Shape.Member("Limit", .integer, .atLeast(1), .atMost(100)),
            Shape.Member("ExclusiveStartStreamArn", .string),
        ]
    ) { object throws(DynamoDBError) in .listStreams(try object.listStreams()) }

    static let describeStream = WireOperation(
        "DescribeStream", in: service,
        [
            .streamARN,
            Shape.Member("Limit", .integer, .atLeast(1), .atMost(100)),
            Shape.Member("ExclusiveStartShardId", .string, .minimumLength(28), .maximumLength(65)),
            Shape.Member(
                "ShardFilter",
                .structure(
                    "ShardFilter",
                    [
                        Shape.Member("Type", .string, .oneOf(["CHILD_SHARDS"])),
                        Shape.Member("ShardId", .string, .minimumLength(28), .maximumLength(65)),
                    ])),
        ]
    ) { object throws(DynamoDBError) in .describeStream(try object.describeStream()) }

    static let getShardIterator = WireOperation(
        "GetShardIterator", in: service,
        [
            Shape.Member("ShardId", .string, .notNull, .minimumLength(28), .maximumLength(65)),
            Shape.Member(
                "ShardIteratorType", .string, .notNull,
                .oneOf(["AFTER_SEQUENCE_NUMBER", "LATEST", "AT_SEQUENCE_NUMBER", "TRIM_HORIZON"])),
            .streamARN,
            Shape.Member("SequenceNumber", .string, .minimumLength(21), .maximumLength(40)),
        ]
    ) { object throws(DynamoDBError) in .getShardIterator(try object.getShardIterator()) }

    static let getRecords = WireOperation(
        "GetRecords", in: service,
        [
            Shape.Member("ShardIterator", .string, .notNull, .minimumLength(1), .maximumLength(2048)),
            Shape.Member("Limit", .integer, .atLeast(1), .atMost(1000)),
        ]
    ) { object throws(DynamoDBError) in .getRecords(try object.getRecords()) }
}

extension Shape.Member {
    /// The service finds out itself what is wrong with one: `Invalid StreamArn`, even of a text that the model has as too short.
    fileprivate static let streamARN = Shape.Member("StreamArn", .string, .notNull)
}
