import Entities

// The operations of the streams service.
extension WireObject {
    func listStreams() throws(DynamoDBError) -> ListStreamsRequest {
        ListStreamsRequest(
            tableName: try string("TableName"), limit: try int("Limit"),
            exclusiveStartStreamARN: try string("ExclusiveStartStreamArn"))
    }

    private enum ShardFilterType: String, CaseIterable {
        case childShards = "CHILD_SHARDS"
    }

    func describeStream() throws(DynamoDBError) -> DescribeStreamRequest {
        var request = DescribeStreamRequest(
            streamARN: try require("StreamArn", try string("StreamArn")), limit: try int("Limit"),
            exclusiveStartShardID: try string("ExclusiveStartShardId"))
        if let filter = try object("ShardFilter", at: "shardFilter.") {
            // The one type that there is may be left out.
            _ = try filter.option("Type", ShardFilterType.self)
            request.childrenOfShardID = try filter.string("ShardId")
        }
        return request
    }

    private enum IteratorType: String, CaseIterable {
        case after = "AFTER_SEQUENCE_NUMBER"
        case latest = "LATEST"
        case at = "AT_SEQUENCE_NUMBER"
        case trimHorizon = "TRIM_HORIZON"
    }

    func getShardIterator() throws(DynamoDBError) -> GetShardIteratorRequest {
        let shard = try require("ShardId", try string("ShardId"))
        let type = try require("ShardIteratorType", try option("ShardIteratorType", IteratorType.self))
        let stream = try require("StreamArn", try string("StreamArn"))
        let number = try string("SequenceNumber")
        let position: GetShardIteratorRequest.Position
        switch (type, number) {
        case (.trimHorizon, nil): position = .trimHorizon
        case (.latest, nil): position = .latest
        case (.at, let number?): position = .at(sequenceNumber: number)
        case (.after, let number?): position = .after(sequenceNumber: number)
        case (.trimHorizon, _), (.latest, _):
            throw .invalidParameter("SequenceNumber is not allowed when ShardIteratorType is \(type.rawValue)")
        case (.at, nil), (.after, nil):
            throw .invalidParameter("SequenceNumber is required when ShardIteratorType is \(type.rawValue)")
        }
        return GetShardIteratorRequest(streamARN: stream, shardID: shard, position: position)
    }

    func getRecords() throws(DynamoDBError) -> GetRecordsRequest {
        GetRecordsRequest(
            shardIterator: try require("ShardIterator", try string("ShardIterator")), limit: try int("Limit"))
    }
}
