import Entities
import InMemoryDynamoDB
import Testing

extension TestDatabase {
    func describeStream(
        _ arn: String, with change: (inout DescribeStreamRequest) -> Void = { _ in }
    ) async throws -> StreamDescription {
        var request = DescribeStreamRequest(streamARN: arn)
        change(&request)
        return try await engine.execute(PlainOperation(request)).stream
    }

    func listStreams(_ request: ListStreamsRequest = ListStreamsRequest()) async throws -> ListStreamsOutput {
        try await engine.execute(PlainOperation(request))
    }

    func iterator(
        _ arn: String, _ position: GetShardIteratorRequest.Position = .trimHorizon, shard: String? = nil
    ) async throws -> String {
        var shardID = shard
        if shardID == nil { shardID = try await describeStream(arn).shards.first?.id }
        let request = GetShardIteratorRequest(
            streamARN: arn, shardID: try #require(shardID), position: position)
        return try await engine.execute(PlainOperation(request)).shardIterator
    }

    func read(_ iterator: String, limit: Int? = nil) async throws -> GetRecordsOutput {
        try await engine.execute(PlainOperation(GetRecordsRequest(shardIterator: iterator, limit: limit)))
    }

    /// All records that a stream has, shard by shard.
    func records(_ arn: String) async throws -> [StreamRecord] {
        var records: [StreamRecord] = []
        for shard in try await describeStream(arn).shards {
            var next: String? = try await iterator(arn, shard: shard.id)
            while let place = next {
                let page = try await read(place)
                records += page.records
                next = page.records.isEmpty ? nil : page.nextShardIterator
            }
        }
        return records
    }
}
