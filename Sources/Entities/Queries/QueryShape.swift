/// What all queries of an access pattern have in common, made by generated code.
public struct QueryShape: Hashable, Sendable {
    /// The access pattern's name.
    public let name: String
    /// The index; the table itself where `nil`.
    public let index: String?
    /// The partition key attribute; for a native index the conditions name their attributes themselves.
    public let partitionKey: String
    public let sortKey: String?
    /// Whether other entities' items can be among what is read, so that they are filtered out by the entity's name.
    public let isShared: Bool
    /// What the partition keys of all of the entity's items begin with, and of nobody else's: in ElectroDB's formats, where the service is
    /// in it. A scan tells by it whose the items are.
    public let partitionPrefix: KeyText?
    /// What the sort keys begin with.
    public let sortPrefix: KeyText?

    public init(
        _ name: String, index: String? = nil, partitionKey: String, sortKey: String? = nil, isShared: Bool = false,
        partitionPrefix: KeyText? = nil, sortPrefix: KeyText? = nil
    ) {
        self.name = name
        self.index = index
        self.partitionKey = partitionKey
        self.sortKey = sortKey
        self.isShared = isShared
        self.partitionPrefix = partitionPrefix
        self.sortPrefix = sortPrefix
    }
}
