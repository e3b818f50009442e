/// A table as it is deployed, with the settings that have operations of their own.
public struct DeployedTable: Hashable, Sendable {
    public var description: TableDescription
    /// The attribute that holds the time of expiry; `nil` where items do not expire.
    public var timeToLive: String?
    /// `nil` where the endpoint does not know the operation, as some local ones.
    public var pointInTimeRecovery: Bool?
    /// `nil` where the endpoint does not know the operation.
    public var tags: [String: String]?

    public init(
        description: TableDescription, timeToLive: String? = nil, pointInTimeRecovery: Bool? = nil,
        tags: [String: String]? = nil
    ) {
        self.description = description
        self.timeToLive = timeToLive
        self.pointInTimeRecovery = pointInTimeRecovery
        self.tags = tags
    }
}
