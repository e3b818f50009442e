import Entities

extension ListStreamsOutput {
    func writeMembers(to json: inout JSONWriter) {
        json.key("Streams")
        json.beginArray()
        for stream in streams {
            json.beginObject()
            json.member("StreamArn", stream.arn)
            json.member("StreamLabel", stream.label)
            json.member("TableName", stream.tableName)
            json.endObject()
        }
        json.endArray()
        json.member("LastEvaluatedStreamArn", lastEvaluatedStreamARN)
    }
}

extension DescribeStreamOutput {
    func writeMembers(to json: inout JSONWriter) {
        json.key("StreamDescription")
        json.beginObject()
        json.key("CreationRequestDateTime")
        json.value(stream.creationDate.timeIntervalSince1970)
        json.keySchema(stream.keys)
        json.member("LastEvaluatedShardId", stream.lastEvaluatedShardID)
        json.key("Shards")
        json.beginArray()
        for shard in stream.shards { json.value(shard) }
        json.endArray()
        json.member("StreamArn", stream.arn)
        json.member("StreamLabel", stream.label)
        json.member("StreamStatus", stream.status.rawValue)
        json.member("StreamViewType", stream.viewType.rawValue)
        json.member("TableName", stream.tableName)
        json.endObject()
    }
}

extension GetShardIteratorOutput {
    func writeMembers(to json: inout JSONWriter) {
        json.member("ShardIterator", shardIterator)
    }
}

extension GetRecordsOutput {
    func writeMembers(to json: inout JSONWriter) {
        // Absent at the end of a closed shard.
        json.member("NextShardIterator", nextShardIterator)
        json.key("Records")
        json.beginArray()
        for record in records { json.value(record) }
        json.endArray()
    }
}

extension JSONWriter {
    fileprivate mutating func value(_ shard: StreamDescription.Shard) {
        beginObject()
        member("ParentShardId", shard.parentID)
        key("SequenceNumberRange")
        beginObject()
        member("EndingSequenceNumber", shard.endingSequenceNumber)
        member("StartingSequenceNumber", shard.startingSequenceNumber)
        endObject()
        member("ShardId", shard.id)
        endObject()
    }

    fileprivate mutating func value(_ record: StreamRecord) {
        beginObject()
        member("awsRegion", record.region)
        key("dynamodb")
        beginObject()
        key("ApproximateCreationDateTime")
        value(record.approximateCreationDate.timeIntervalSince1970)
        key("Keys")
        value(record.keys)
        if let image = record.newImage {
            key("NewImage")
            value(image)
        }
        if let image = record.oldImage {
            key("OldImage")
            value(image)
        }
        member("SequenceNumber", record.sequenceNumber)
        key("SizeBytes")
        value(record.sizeInBytes)
        member("StreamViewType", record.viewType.rawValue)
        endObject()
        member("eventID", record.eventID)
        member("eventName", record.event.rawValue)
        member("eventSource", record.eventSource)
        member("eventVersion", record.eventVersion)
        if let identity = record.userIdentity {
            key("userIdentity")
            beginObject()
            member("PrincipalId", identity.principalID)
            member("Type", identity.type)
            endObject()
        }
        endObject()
    }
}
