/// An entity whose records expire, by an attribute with `.timeToLive`. Made by the generator.
///
/// DynamoDB deletes what has expired within a few days, not at once. Until then no read of this library shows it, unless it is told
/// `includingExpired()`, and `create` takes its place.
public protocol ExpiringEntity: Entity {
    /// When a record expires, in seconds since 1970; `nil` for never.
    static func expirySeconds(of record: Self) -> Int64?
}

extension ExpiringEntity {
    /// Whether the record's time is over: since the second that its attribute names, or not yet.
    /// - Parameter now: the present time, unless another is asked about.
    public func isExpired(at now: Date = Generators.current.now()) -> Bool {
        guard let seconds = Self.expirySeconds(of: self), let now = EpochTime.seconds(of: now) else { return false }
        return seconds <= now
    }
}
