import Entities

extension Engine {
    func listStreams(_ request: ListStreamsRequest) throws(DynamoDBError) -> ListStreamsOutput {
        var constraints = Constraints()
        if let name = request.tableName { constraints.requireNewName(name, at: "tableName") }
        constraints.requireAtLeast(1, request.limit, at: "limit")
        constraints.requireAtMost(Limits.streamsPage, request.limit, at: "limit")
        try constraints.check()
        if let start = request.exclusiveStartStreamARN { try checkStreamARN(start) }
        // A table that is not there has no streams, which is no error.
        let streams = streams.list(at: clock()).filter { stream in
            (request.tableName.map { $0 == stream.tableName } ?? true)
                && (request.exclusiveStartStreamARN.map { $0.utf8.lexicographicallyPrecedes(stream.arn.utf8) } ?? true)
        }
        let page = streams.prefix(request.limit ?? Limits.streamsPage)
        return ListStreamsOutput(
            streams: page.map { .init(arn: $0.arn, label: $0.label, tableName: $0.tableName) },
            lastEvaluatedStreamARN: page.count < streams.count ? page.last?.arn : nil)
    }

    func describeStream(_ request: DescribeStreamRequest) throws(DynamoDBError) -> DescribeStreamOutput {
        var constraints = Constraints()
        constraints.requireAtLeast(1, request.limit, at: "limit")
        constraints.requireAtMost(Limits.streamsPage, request.limit, at: "limit")
        if let start = request.exclusiveStartShardID {
            constraints.requireShardID(start, at: "exclusiveStartShardId")
        }
        if let parent = request.childrenOfShardID { constraints.requireShardID(parent, at: "shardFilter.shardId") }
        try constraints.check()
        let stream = try stream(request.streamARN)
        // Identifiers are ordered by time, so those after one that is gone are known, too.
        let shards = stream.shards(at: clock()).filter { shard in
            (request.exclusiveStartShardID.map { $0 < shard.shard.id } ?? true)
                && (request.childrenOfShardID.map { $0 == shard.shard.parentID } ?? true)
        }
        let page = shards.prefix(request.limit ?? Limits.streamsPage)
        var description = StreamDescription(
            arn: stream.arn, label: stream.label, status: stream.isEnded ? .disabled : .enabled,
            viewType: stream.viewType, tableName: stream.tableName, keys: stream.keys,
            creationDate: stream.creationDate)
        description.shards = page.map { shard in
            .init(
                id: shard.shard.id, startingSequenceNumber: shard.start.text,
                endingSequenceNumber: shard.shard.end?.text, parentID: shard.shard.parentID)
        }
        if page.count < shards.count { description.lastEvaluatedShardID = page.last?.shard.id }
        return DescribeStreamOutput(stream: description)
    }

    func getShardIterator(_ request: GetShardIteratorRequest) throws(DynamoDBError) -> GetShardIteratorOutput {
        var constraints = Constraints()
        constraints.requireShardID(request.shardID, at: "shardId")
        if let number = request.position.sequenceNumber { constraints.requireSequenceNumber(number) }
        try constraints.check()
        let stream = try stream(request.streamARN)
        guard let found = stream.shards(at: clock()).first(where: { $0.shard.id == request.shardID }) else {
            throw DynamoDBError(.resourceNotFound, "Requested resource not found: Shard does not exist")
        }
        let (shard, start) = (found.shard, found.start)
        let position: SequenceNumber
        switch request.position {
        case .trimHorizon: position = start
        case .latest: position = shard.end ?? stream.nextNumber
        case .at(let number): position = try self.number(number, in: found)
        case .after(let number): position = try self.number(number, in: found).next
        }
        return GetShardIteratorOutput(shardIterator: iterator(in: stream, request.shardID, position))
    }

    func getRecords(_ request: GetRecordsRequest) throws(DynamoDBError) -> GetRecordsOutput {
        var constraints = Constraints()
        constraints.require(
            !request.shardIterator.isEmpty, "''", at: "shardIterator",
            "Member must have length greater than or equal to 1")
        constraints.require(
            request.shardIterator.utf8.count <= 2048, "'\(request.shardIterator)'", at: "shardIterator",
            "Member must have length less than or equal to 2048")
        constraints.requireAtLeast(1, request.limit, at: "limit")
        constraints.requireAtMost(Limits.streamRecords, request.limit, at: "limit")
        try constraints.check()
        guard let iterator = ShardIterator(request.shardIterator) else { throw .invalid("Invalid ShardIterator") }
        guard !iterator.isExpired(at: clock()) else {
            throw DynamoDBError(
                .expiredIterator,
                "The shard iterator has expired and can no longer be used to retrieve stream records. A shard iterator "
                    + "expires 15 minutes after it is retrieved using the GetShardIterator action.")
        }
        let stream = try stream(iterator.streamARN)
        // What has expired meanwhile is deleted now, so that the stream has it.
        (try? table(stream.tableName))?.locked { _ in }
        guard
            let page = try stream.read(
                shardID: iterator.shardID, from: iterator.position, limit: request.limit ?? Limits.streamRecords,
                at: clock())
        else { throw DynamoDBError(.resourceNotFound, "Requested resource not found: Shard does not exist") }
        return GetRecordsOutput(
            records: page.records, nextShardIterator: page.next.map { self.iterator(in: stream, iterator.shardID, $0) })
    }

    // MARK: Parts

    /// A sequence number that the shard has, or may have one day.
    private func number(
        _ text: String, in shard: ChangeStream.ReadableShard
    ) throws(DynamoDBError) -> SequenceNumber {
        guard let number = SequenceNumber(text), number >= shard.shard.start,
            shard.shard.end.map({ number <= $0 }) ?? true
        else { throw .invalid("Invalid SequenceNumber for the shard") }
        guard number >= shard.start else { throw ChangeStream.trimmed }
        return number
    }

    private func stream(_ arn: String) throws(DynamoDBError) -> ChangeStream {
        try checkStreamARN(arn)
        guard let stream = streams.stream(arn, at: clock()) else {
            throw DynamoDBError(.resourceNotFound, "Requested resource not found: Stream: \(arn) not found")
        }
        return stream
    }

    /// `arn:aws:dynamodb:REGION:ACCOUNT:table/NAME/stream/LABEL`
    private func checkStreamARN(_ arn: String) throws(DynamoDBError) {
        let parts = arn.split(separator: ":", maxSplits: 5, omittingEmptySubsequences: false)
        guard arn.utf8.count <= 1024, parts.count == 6, parts[0] == "arn", parts[2] == "dynamodb",
            case let resource = parts[5].split(separator: "/", maxSplits: 3, omittingEmptySubsequences: false),
            resource.count == 4, resource[0] == "table", resource[2] == "stream", !resource[1].isEmpty,
            !resource[3].isEmpty
        else { throw .invalid("Invalid StreamArn") }
    }

    private func iterator(in stream: ChangeStream, _ shardID: String, _ position: SequenceNumber) -> String {
        ShardIterator(streamARN: stream.arn, shardID: shardID, position: position, at: clock()).text
    }
}

extension GetShardIteratorRequest.Position {
    fileprivate var sequenceNumber: String? {
        switch self {
        case .trimHorizon, .latest: nil
        case .at(let number), .after(let number): number
        }
    }
}

extension Constraints {
    fileprivate mutating func requireShardID(_ id: String, at place: String) {
        require(
            id.utf8.count >= 28, "'\(id)'", at: place, "Member must have length greater than or equal to 28")
        require(id.utf8.count <= 65, "'\(id)'", at: place, "Member must have length less than or equal to 65")
    }

    fileprivate mutating func requireSequenceNumber(_ number: String) {
        require(
            number.utf8.count >= 21, "'\(number)'", at: "sequenceNumber",
            "Member must have length greater than or equal to 21")
        require(
            number.utf8.count <= 40, "'\(number)'", at: "sequenceNumber",
            "Member must have length less than or equal to 40")
    }
}
