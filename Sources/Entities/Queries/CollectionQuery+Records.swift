extension CollectionQuery {
    /// The records of all members in the order of the sort key, as the service's enum of records.
    ///
    /// ```swift
    /// for try await record in CMS.authored(authorID: "ada").records.stream(on: db) {
    ///     switch record { … }
    /// }
    /// ```
    public var records: CollectionRecords<C> { CollectionRecords(query: self) }
}

/// The records of a collection in the order of the sort key; see `CollectionQuery.records`.
public struct CollectionRecords<C: EntityCollection>: PagedRequest {
    let query: CollectionQuery<C>

    public var paging: Paging<C.Record> { query.itemPaging(nil).records(C.Record.self) }
}

extension CollectionRecords: ExplainableRequest {
    public func explain() -> Explanation { query.explain() }

    public func request(on db: Database) throws(DynamoDBError) -> DynamoDBRequest { try query.request(on: db) }
}
