/// An entity that keeps its history: whatever writes a record writes a copy of it, for its version, in the same transaction.
public protocol HistoricalEntity: ReplaceableEntity where Changes == ChangesByReviseOnly {
    /// The sort key of a revision's copy, which is in the partition of the record; made by generated code.
    static func revisionSortKey(_ key: Key, _ revision: Int) -> KeyText
}

extension HistoricalEntity {
    public var revisionSortKey: KeyText? { Self.revisionSortKey(key, version) }

    /// Changes this record, if nobody else has since it was read, and keeps a copy of what it becomes: its next revision.
    ///
    /// ```swift
    /// let renamed = try await article.revise { $0.title = "Hello again" }.run(on: db)
    /// ```
    /// One transaction; see `replacing`, which does the same.
    public func revise(_ change: (inout Self) -> Void) -> Replace<Self> { Replace(self, change) }

    /// Makes this record what it was, as its next revision: what came in between is kept.
    ///
    /// ```swift
    /// if let first = try await Article.revision(tenantID: "acme", articleID: id, revision: 1).run(on: db) {
    ///     try await article.restoring(first).run(on: db)
    /// }
    /// ```
    /// A state can only be restored by a transition of the definition, and a lease stays as it is.
    public func restoring(_ revision: Revision<Self>) -> Replace<Self> {
        Replace(self, keepsLease: true) { $0 = revision.record }
    }
}

/// What updates see of an entity that keeps its history: nothing. An update by itself would change a record without a copy; `revise`
/// changes both. Whatever is looked up in it, or called, is an error that says so.
@dynamicMemberLookup @dynamicCallable
public struct ChangesByReviseOnly: Sendable {
    @available(*, unavailable, message: "the entity keeps its history: change a record by revise { $0.title = … }")
    public subscript(dynamicMember name: String) -> ChangesByReviseOnly { self }

    @available(*, unavailable, message: "the entity keeps its history: change a record by revise { $0.title = … }")
    public func dynamicallyCall(withKeywordArguments arguments: KeyValuePairs<String, Any>) -> Change { Change([]) }
}

extension HistoricalEntity {
    @available(
        *, unavailable,
        message: "the entity keeps its history, and an update would write no revision: read the record, and revise it"
    )
    public static func update(_ key: Key, @ChangeBuilder _ changes: (Changes) -> [Change]) -> Update<Self> {
        Update(key, [])
    }

    @available(
        *, unavailable,
        message: "the entity keeps its history, and a patch would write no revision: read the record, and revise it"
    )
    public static func patch(_ key: Key, @ChangeBuilder _ changes: (Changes) -> [Change]) -> Patch<Self> {
        Patch(key, [])
    }

    @available(
        *, unavailable, message: "the entity keeps its history, and a patch would write no revision: use revise"
    )
    public func patch(@ChangeBuilder _ changes: (Changes) -> [Change]) -> Patch<Self> { Patch(key, []) }
}
