extension LeasedEntity {
    /// What demands that a lease is still held.
    fileprivate static func demand(_ token: Int?) -> LeaseDemand {
        LeaseDemand(
            attribute: leaseAttribute, kind: token.map { .held($0) } ?? .missing, date: Generators.current.now())
    }
}

extension Patch where E: LeasedEntity {
    /// Changes only while the lease holds that the record had: it has the same token, and is not over.
    ///
    /// Made from the record that taking the lease returned. One that was read later may have the lease of another worker; then give
    /// your own, `whileLeased(lease)`.
    public func whileLeased() -> Self { demanding(plan.leaseToken) }

    /// Changes only while this lease holds: the record has its token, and it is not over.
    public func whileLeased(_ lease: Lease) -> Self { demanding(lease.token) }

    private func demanding(_ token: Int?) -> Self {
        var copy = self
        copy.plan.leaseDemand = E.demand(token)
        return copy
    }
}

extension Update where E: LeasedEntity {
    /// Changes only while this lease holds: the record has its token, and it is not over.
    public func whileLeased(_ lease: Lease) -> Self {
        var copy = self
        copy.plan.leaseDemand = E.demand(lease.token)
        return copy
    }
}

extension Remove where E: LeasedEntity {
    /// Deletes only while the lease holds that the record had: it has the same token, and is not over.
    public func whileLeased() -> Self { demanding(plan.leaseToken) }

    /// Deletes only while this lease holds: the record has its token, and it is not over.
    public func whileLeased(_ lease: Lease) -> Self { demanding(lease.token) }

    private func demanding(_ token: Int?) -> Self {
        var copy = self
        copy.plan.leaseDemand = E.demand(token)
        return copy
    }
}
