extension OptionalField where Value == Lease {
    /// Whether somebody has the record: `.where { $0.lease.isHeld() }`.
    public func isHeld(at date: Date = Generators.current.now()) -> Condition { Lease.isHeld(path, at: date) }

    /// Whether nobody has the record, or ever had.
    public func isFree(at date: Date = Generators.current.now()) -> Condition { Lease.isFree(path, at: date) }

    /// Who has the record, or had it last.
    public var owner: OptionalField<String> { OptionalField<String>(path: path.appending("owner")) }

    /// The token of who has the record, or had it last.
    public var token: OptionalField<Int> { OptionalField<Int>(path: path.appending("token")) }
}
