extension ListStreamsRequest {
    func writeMembers(to json: inout JSONWriter) {
        if let tableName { json.member("TableName", tableName) }
        if let limit { json.member("Limit", limit) }
        if let exclusiveStartStreamARN { json.member("ExclusiveStartStreamArn", exclusiveStartStreamARN) }
    }
}

extension DescribeStreamRequest {
    func writeMembers(to json: inout JSONWriter) {
        json.member("StreamArn", streamARN)
        if let limit { json.member("Limit", limit) }
        if let exclusiveStartShardID { json.member("ExclusiveStartShardId", exclusiveStartShardID) }
        guard let childrenOfShardID else { return }
        json.key("ShardFilter")
        json.beginObject()
        json.member("Type", "CHILD_SHARDS")
        json.member("ShardId", childrenOfShardID)
        json.endObject()
    }
}

extension GetShardIteratorRequest {
    func writeMembers(to json: inout JSONWriter) {
        json.member("StreamArn", streamARN)
        json.member("ShardId", shardID)
        switch position {
        case .trimHorizon: json.member("ShardIteratorType", "TRIM_HORIZON")
        case .latest: json.member("ShardIteratorType", "LATEST")
        case .at(let number):
            json.member("ShardIteratorType", "AT_SEQUENCE_NUMBER")
            json.member("SequenceNumber", number)
        case .after(let number):
            json.member("ShardIteratorType", "AFTER_SEQUENCE_NUMBER")
            json.member("SequenceNumber", number)
        }
    }
}

extension GetRecordsRequest {
    func writeMembers(to json: inout JSONWriter) {
        json.member("ShardIterator", shardIterator)
        if let limit { json.member("Limit", limit) }
    }
}
