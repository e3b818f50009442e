import Entities

extension InMemoryDynamoDB {
    /// What can be set of an engine, besides its clock. All times are in seconds of that clock.
    public struct Options: Hashable, Sendable {
        /// When items go whose time to live is over.
        public enum Expiry: Hashable, Sendable {
            /// As soon as the clock says so: nobody sees an expired item.
            case immediate
            /// Some time after that: until then they can be read and written, as with the service. `purgeExpiredItems` does not wait.
            case delayed(by: Double)
        }

        /// What reads see that do not ask for consistency.
        public enum Consistency: Hashable, Sendable {
            /// The present.
            case instant
            /// Tables and local indexes as they were that long ago; and global indexes, which cannot be read otherwise. Consistent reads and
            /// transactions see the present.
            case eventual(lag: Double)
        }

        /// How streams are cut into shards.
        public struct Streams: Hashable, Sendable {
            /// How many shards of a stream are written to at a time. All changes of a partition key are in one of them, or in it and its children.
            public var shards = 1
            /// After what time a shard is closed, and the stream goes on in a child of it. The service takes about four hours, too.
            public var shardLifetime = 14_400.0

            public init() {}
        }

        /// How long tables and indexes take to be made, changed and deleted.
        public enum Transitions: Hashable, Sendable {
            /// The answer to a request still tells of the state in between, as the service's does; whoever asks next finds all done.
            case instant
            /// For so long a table is `CREATING`, `UPDATING` or `DELETING`. An index that is added to a table takes as long again to be
            /// filled. A table that is being made or deleted refuses operations on items.
            case delayed(by: Double)
        }

        /// Ten minutes by default, about what the service takes for small tables. So a program that forgets to filter expired items is
        /// found out by a test that moves the clock by a second, and one that waits for their deletion by a test that moves it by an hour.
        public var expiry = Expiry.delayed(by: 600)
        public var consistency = Consistency.instant
        public var streams = Streams()
        public var transitions = Transitions.instant
        /// How large the items of one partition key may become in a table with local indexes, all entries in those included. In bytes;
        /// the service's 10 GB by default.
        public var itemCollectionSizeLimit = 10_737_418_240

        public init() {}
    }
}

extension InMemoryDynamoDB.Options.Transitions {
    /// When that ends which begins at `date`.
    func end(from date: Date) -> Date {
        switch self {
        case .instant: date
        case .delayed(let seconds): date.addingTimeInterval(max(0, seconds))
        }
    }
}
