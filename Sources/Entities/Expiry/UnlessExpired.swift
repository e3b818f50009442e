// Writes see what is stored, expired or not, unless they are told otherwise. (Those that take or give back unique values never touch a
// record that has expired.)

extension Update where E: ExpiringEntity {
    /// Changes nothing where the record has expired, as if there were none.
    public func unlessExpired() -> Self {
        var copy = self
        copy.plan.aliveAt = E.schema.writeTime
        return copy
    }
}

extension Patch where E: ExpiringEntity {
    /// Takes a record that has expired for none.
    public func unlessExpired() -> Self {
        var copy = self
        copy.plan.aliveAt = E.schema.writeTime
        return copy
    }
}

extension Delete where E: ExpiringEntity {
    /// Leaves a record that has expired to DynamoDB, and tells nothing of it.
    public func unlessExpired() -> Self {
        var copy = self
        copy.plan.aliveAt = E.schema.writeTime
        return copy
    }
}

extension Remove where E: ExpiringEntity {
    /// Takes a record that has expired for none.
    public func unlessExpired() -> Self {
        var copy = self
        copy.plan.aliveAt = E.schema.writeTime
        return copy
    }
}
