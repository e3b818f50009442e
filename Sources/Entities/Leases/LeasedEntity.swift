/// An entity whose records one worker at a time can have, by an attribute of the type ``Lease``.
public protocol LeasedEntity: Entity {
    /// Who has the record, or had it last; `nil` if nobody ever had.
    var lease: Lease? { get }
    /// The name under which items have it.
    static var leaseAttribute: String { get }
}

extension LeasedEntity {
    public var heldLease: Lease? { lease }

    /// Takes the lease of this record, if nobody has it. No read is needed, since the record tells the token.
    ///
    /// ```swift
    /// let job = try await job.lease(by: "worker-1", for: .seconds(30)).run(on: db)
    /// ```
    public func lease(by owner: String, for duration: Duration) -> AcquireLease<Self> {
        AcquireLease(key, LeaseTerms(owner, duration), after: lease)
    }

    /// Takes the lease of the record with this key, if nobody has it. Reads the record first.
    public static func lease(_ key: Key, by owner: String, for duration: Duration) -> LeaseByKey<Self> {
        LeaseByKey(key, LeaseTerms(owner, duration))
    }

    /// Keeps the lease that this record has for a time from now: a heartbeat.
    ///
    /// Refused with `leaseLost` once it is over, or somebody else's.
    public func renewingLease(for duration: Duration) -> ChangeLease<Self> { .renewing(self, for: duration) }

    /// Gives the lease of this record back, so that others need not wait until it is over. Its token stays.
    ///
    /// Refused with `leaseLost` if somebody else has it, or had it since; a second time it does nothing.
    public func releasingLease() -> ChangeLease<Self> { .releasing(self) }
}
