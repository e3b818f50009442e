/// A change of an item, as a stream tells it.
public struct StreamRecord: Hashable, Sendable {
    /// What was done to the item.
    public enum Event: String, Hashable, Sendable, CaseIterable {
        case insert = "INSERT"
        case modify = "MODIFY"
        case remove = "REMOVE"
    }

    /// Who did it, where that was not a client.
    public struct UserIdentity: Hashable, Sendable {
        public var type: String
        public var principalID: String

        public init(type: String, principalID: String) {
            self.type = type
            self.principalID = principalID
        }

        /// The service itself, which deletes what has expired.
        public static let timeToLive = UserIdentity(type: "Service", principalID: "dynamodb.amazonaws.com")
    }

    /// Unique among all records.
    public var eventID: String
    public var event: Event
    public var eventVersion = "1.1"
    public var eventSource = "aws:dynamodb"
    public var region: String
    public var userIdentity: UserIdentity?
    /// When it happened, to the second.
    public var approximateCreationDate: Date
    public var keys: EncodedItem
    /// The item as it became, where the stream has that.
    public var newImage: EncodedItem?
    /// The item as it was, where the stream has that.
    public var oldImage: EncodedItem?
    /// A decimal number that grows from record to record of a shard.
    public var sequenceNumber: String
    /// The size of keys and images, in bytes.
    public var sizeInBytes: Int
    public var viewType: StreamViewType

    public init(
        eventID: String, event: Event, region: String, approximateCreationDate: Date, keys: EncodedItem,
        newImage: EncodedItem? = nil, oldImage: EncodedItem? = nil, sequenceNumber: String, sizeInBytes: Int,
        viewType: StreamViewType, userIdentity: UserIdentity? = nil
    ) {
        self.eventID = eventID
        self.event = event
        self.region = region
        self.approximateCreationDate = approximateCreationDate
        self.keys = keys
        self.newImage = newImage
        self.oldImage = oldImage
        self.sequenceNumber = sequenceNumber
        self.sizeInBytes = sizeInBytes
        self.viewType = viewType
        self.userIdentity = userIdentity
    }
}
