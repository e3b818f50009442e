extension DynamoDBError.Code {
    /// Somebody else has the lease of the record. `item` holds the current state.
    public static let leaseHeld = Self(rawValue: "LeaseHeld")
    /// The lease that a write relied on is over, or somebody else has taken it. `item` holds the current state.
    public static let leaseLost = Self(rawValue: "LeaseLost")
}

extension DynamoDBError {
    /// The lease that the stored record has: of `leaseHeld`, who is in the way.
    ///
    /// ```swift
    /// } catch let error as DynamoDBError where error.code == .leaseHeld {
    ///     print(error.lease(of: Job.self)?.owner ?? "")
    /// }
    /// ```
    public func lease<E: LeasedEntity>(of type: E.Type) -> Lease? {
        item.flatMap { Lease(in: $0, E.leaseAttribute) }
    }
}
