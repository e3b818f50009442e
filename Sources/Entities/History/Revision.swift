/// A record as it was once: a copy that is never changed. Its attributes can be read as those of the record.
///
/// ```swift
/// for try await revision in Article.revisions(tenantID: "acme", articleID: id).descending().stream(on: db) {
///     print(revision.number, revision.title)
/// }
/// ```
@dynamicMemberLookup
public struct Revision<E: HistoricalEntity>: Hashable, Sendable {
    /// What the record was.
    public let record: E
    /// The version that it had, from 1.
    public var number: Int { record.version }

    public subscript<Value>(dynamicMember member: KeyPath<E, Value>) -> Value { record[keyPath: member] }

    /// Creates the record again, which was removed, as the revision behind this one: the last one that there is.
    ///
    /// A `create` from a draft would begin at the first revision, and is refused where that is kept.
    /// What cannot change by `replacing` cannot change by this either.
    public func recreating(_ change: (inout E) -> Void = { _ in }) -> Create<E> {
        let replace = Replace(record, change)
        var create = Create(replace.record)
        create.problem = replace.problem
        return create
    }
}

extension Revision: ItemDecodable {
    public init(from item: inout ItemReader) throws(AttributeError) {
        record = try E(from: &item)
    }
}
