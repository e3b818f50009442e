/// An entity whose records can be changed as a whole: it has a version, and none of its attributes is hidden.
public protocol ReplaceableEntity: VersionedEntity {
    /// Makes this record, which is changed, what comes after the one that it was made of: version and time of the change are set, and what
    /// never changes is checked.
    mutating func follow(_ former: Self, _ check: inout ReplacementCheck)
}

extension ReplaceableEntity {
    /// Changes this record as if it were a value of the program's, and writes all of it, if nobody else has changed it since it was read.
    ///
    /// ```swift
    /// let renamed = try await article.replacing {
    ///     $0.title = "Hello again"
    ///     $0.slug = "hello-again"
    /// }.run(on: db)
    /// ```
    /// All index keys follow, and unique values that are other ones are taken and given back in the same transaction. Attributes that the definition does
    /// not know are not kept. The key and what is `.readOnly` or `.createdAt` cannot be another, a state only what a transition leads to: running is
    /// an `invalidValue` then. A lease is written as it was read: one that was taken, renewed or given back since is a `versionConflict` with the
    /// record as it is, like any other change, so that `withRetry` goes on with that. While a heartbeat renews it, prefer `patch`.
    public func replacing(_ change: (inout Self) -> Void) -> Replace<Self> { Replace(self, change) }
}

extension VersionedEntity {
    @available(
        *, unavailable,
        message: "a record that was read does not have what is hidden, and a replacement would lose it: use patch"
    )
    public func replacing(_ change: (inout Self) -> Void) -> Patch<Self> { Patch(key, []) }
}
