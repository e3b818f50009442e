/// The answer to ListStreams.
public struct ListStreamsOutput: DynamoDBOutput {
    /// A stream by name.
    public struct Stream: Hashable, Sendable {
        public var arn: String
        public var label: String
        public var tableName: String

        public init(arn: String, label: String, tableName: String) {
            self.arn = arn
            self.label = label
            self.tableName = tableName
        }
    }

    public var streams: [Stream]
    /// Where the next page starts; `nil` after the last page.
    public var lastEvaluatedStreamARN: String?
    public var consumedCapacity: [ConsumedCapacity] { [] }

    public init(streams: [Stream], lastEvaluatedStreamARN: String? = nil) {
        self.streams = streams
        self.lastEvaluatedStreamARN = lastEvaluatedStreamARN
    }
}

/// A stream as the service describes it.
public struct StreamDescription: Hashable, Sendable {
    public enum Status: String, Hashable, Sendable, CaseIterable {
        case enabling = "ENABLING"
        case enabled = "ENABLED"
        case disabling = "DISABLING"
        case disabled = "DISABLED"
    }

    /// A part of a stream, which is read by itself. All changes of an item are in one shard, or in it and its children.
    public struct Shard: Hashable, Sendable {
        public var id: String
        public var startingSequenceNumber: String?
        /// The last sequence number of a shard that nothing is added to any more.
        public var endingSequenceNumber: String?
        /// The shard that this one follows, which is to be read first.
        public var parentID: String?

        public init(
            id: String, startingSequenceNumber: String? = nil, endingSequenceNumber: String? = nil,
            parentID: String? = nil
        ) {
            self.id = id
            self.startingSequenceNumber = startingSequenceNumber
            self.endingSequenceNumber = endingSequenceNumber
            self.parentID = parentID
        }
    }

    public var arn: String
    /// ISO 8601 text without zone.
    public var label: String
    public var status: Status
    public var viewType: StreamViewType
    public var tableName: String
    public var keys: KeySchema
    public var creationDate: Date
    /// One page of the shards, in the order of their identifiers.
    public var shards: [Shard] = []
    /// Where the next page starts; `nil` after the last page.
    public var lastEvaluatedShardID: String?

    public init(
        arn: String, label: String, status: Status, viewType: StreamViewType, tableName: String, keys: KeySchema,
        creationDate: Date
    ) {
        self.arn = arn
        self.label = label
        self.status = status
        self.viewType = viewType
        self.tableName = tableName
        self.keys = keys
        self.creationDate = creationDate
    }
}

/// The answer to DescribeStream.
public struct DescribeStreamOutput: DynamoDBOutput {
    public var stream: StreamDescription
    public var consumedCapacity: [ConsumedCapacity] { [] }

    public init(stream: StreamDescription) {
        self.stream = stream
    }
}

/// The answer to GetShardIterator.
public struct GetShardIteratorOutput: DynamoDBOutput {
    public var shardIterator: String
    public var consumedCapacity: [ConsumedCapacity] { [] }

    public init(shardIterator: String) {
        self.shardIterator = shardIterator
    }
}

/// The answer to GetRecords.
public struct GetRecordsOutput: DynamoDBOutput {
    public var records: [StreamRecord]
    /// Where to go on; `nil` once a closed shard has been read to its end.
    public var nextShardIterator: String?
    public var consumedCapacity: [ConsumedCapacity] { [] }

    public init(records: [StreamRecord], nextShardIterator: String? = nil) {
        self.records = records
        self.nextShardIterator = nextShardIterator
    }
}
