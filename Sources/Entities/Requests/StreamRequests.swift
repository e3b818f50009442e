/// Lists the streams of all tables or of one: those that are on, and those that have been off for less than 24 hours.
public struct ListStreamsRequest: Hashable, Sendable {
    public var tableName: String?
    /// From 1 to 100, which is also what counts where it is `nil`.
    public var limit: Int?
    /// Where the page before ended.
    public var exclusiveStartStreamARN: String?

    public init(tableName: String? = nil, limit: Int? = nil, exclusiveStartStreamARN: String? = nil) {
        self.tableName = tableName
        self.limit = limit
        self.exclusiveStartStreamARN = exclusiveStartStreamARN
    }
}

/// Describes a stream and its shards.
public struct DescribeStreamRequest: Hashable, Sendable {
    public var streamARN: String
    /// How many shards, from 1 to 100, which is also what counts where it is `nil`.
    public var limit: Int?
    /// Where the page before ended.
    public var exclusiveStartShardID: String?
    /// Only the shards that follow this one.
    public var childrenOfShardID: String?

    public init(
        streamARN: String, limit: Int? = nil, exclusiveStartShardID: String? = nil, childrenOfShardID: String? = nil
    ) {
        self.streamARN = streamARN
        self.limit = limit
        self.exclusiveStartShardID = exclusiveStartShardID
        self.childrenOfShardID = childrenOfShardID
    }
}

/// Asks for a place in a shard to read from. It is good for 15 minutes.
public struct GetShardIteratorRequest: Hashable, Sendable {
    /// Where to start reading.
    public enum Position: Hashable, Sendable {
        /// With the oldest record that is still there.
        case trimHorizon
        /// With what is written from now on.
        case latest
        /// With the record of this sequence number.
        case at(sequenceNumber: String)
        /// With what follows the record of this sequence number.
        case after(sequenceNumber: String)
    }

    public var streamARN: String
    public var shardID: String
    public var position: Position

    public init(streamARN: String, shardID: String, position: Position) {
        self.streamARN = streamARN
        self.shardID = shardID
        self.position = position
    }
}

/// Reads the records of a shard: up to 1000, or 1 MB of them.
public struct GetRecordsRequest: Hashable, Sendable {
    public var shardIterator: String
    /// From 1 to 1000, which is also what counts where it is `nil`.
    public var limit: Int?

    public init(shardIterator: String, limit: Int? = nil) {
        self.shardIterator = shardIterator
        self.limit = limit
    }
}
