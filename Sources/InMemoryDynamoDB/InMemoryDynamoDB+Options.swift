extension InMemoryDynamoDB {
    /// What can be set of an engine, besides its clock. All times are in seconds of that clock.
    public struct Options: Hashable, Sendable {
        /// How streams are cut into shards.
        public struct Streams: Hashable, Sendable {
            /// How many shards of a stream are written to at a time. All changes of a partition key are in one of them, or in it and its children.
            public var shards = 1
            /// After what time a shard is closed, and the stream goes on in a child of it. The service takes about four hours, too.
            public var shardLifetime = 14_400.0

            public init() {}
        }

        public var streams = Streams()

        public init() {}
    }
}
