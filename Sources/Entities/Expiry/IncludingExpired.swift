// What shows expired records that DynamoDB has not deleted yet.

/// What reads the records of an expiring entity, and can show those that have expired: a query, a lookup, a scan.
public protocol ExpiringSource: RecordSource {
    /// Shows records that have expired, too, for as long as DynamoDB has not deleted them.
    func includingExpired() -> Self
}

extension Query: ExpiringSource where E: ExpiringEntity {
    /// Shows records that have expired, too, for as long as DynamoDB has not deleted them.
    public func includingExpired() -> Self {
        var copy = self
        copy.plan.expiry = nil
        return copy
    }
}

extension Scan: ExpiringSource where E: ExpiringEntity {
    /// Shows records that have expired, too, for as long as DynamoDB has not deleted them.
    public func includingExpired() -> Self {
        var copy = self
        copy.plan.expiry = nil
        return copy
    }
}

extension LookupQuery: ExpiringSource where Source.LookupRecord: ExpiringEntity {
    /// Shows records that have expired, too, for as long as DynamoDB has not deleted them.
    public func includingExpired() -> Self {
        var copy = self
        copy.plan.expiry = nil
        return copy
    }
}

extension Selection where Source: ExpiringSource {
    /// Shows records that have expired, too, for as long as DynamoDB has not deleted them.
    public func includingExpired() -> Self { from(source.includingExpired()) }
}

extension ParallelScan where E: ExpiringEntity {
    /// Shows records that have expired, too, for as long as DynamoDB has not deleted them.
    public func includingExpired() -> Self { Self(scan: scan.includingExpired(), segments: segments) }
}

extension Find where E: ExpiringEntity {
    /// Shows records that have expired, too, for as long as DynamoDB has not deleted them.
    public func includingExpired() -> Self {
        var copy = self
        copy.includesExpired = true
        return copy
    }
}

extension EntryQuery where Entry.LookupRecord: ExpiringEntity {
    /// Shows entries of records that have expired, too. Where the index does not hold the time of expiry, it shows them in any case.
    public func includingExpired() -> Self {
        var copy = self
        copy.plan.expiry = nil
        return copy
    }
}

extension CollectionQuery {
    /// Shows records that have expired, too, for as long as DynamoDB has not deleted them. Of members that expire, if there are any.
    public func includingExpired() -> Self { with { $0.query.expiry = nil } }
}

extension Get where E: ExpiringEntity {
    /// Shows the record also if it has expired, for as long as DynamoDB has not deleted it.
    public func includingExpired() -> Self {
        var copy = self
        copy.includesExpired = true
        return copy
    }
}

extension GetSelection where E: ExpiringEntity {
    /// Shows the record also if it has expired, for as long as DynamoDB has not deleted it.
    public func includingExpired() -> Self { Self(get.includingExpired(), attributes) }
}
