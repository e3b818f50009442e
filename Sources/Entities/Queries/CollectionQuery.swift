/// The records of several entities that share a partition: what a collection query returns. Made by the generator.
public protocol EntityCollection: Sendable {
    /// A record of any entity of the service.
    associatedtype Record: ServiceRecord
    /// What `where` sees: the members, by their names in the collection.
    associatedtype Fields: FieldSet

    init()
    /// Takes a record of the partition; one of an entity that is not a member is left out.
    mutating func append(_ record: Record)
}

/// A query for a collection: the members' records of one partition, read together.
public struct CollectionQuery<C: EntityCollection>: Hashable, Sendable {
    /// Without the filter, which is in `members` and `condition`.
    var query: QueryPlan
    /// Whose items are kept; everybody's where there are none, since nobody else's can be in the partition.
    private(set) var members: [EntityIdentifiers] = []
    private(set) var condition: Condition?

    var plan: QueryPlan {
        var plan = query
        // Entries of an index that does not hold whole items need not say whose they are: the items behind them do.
        let identity = readsEntries ? nil : EntityIdentifiers.condition(ofAny: members)
        if let filter = Condition.joined(identity, condition) { plan.filterWhatIsHeld(filter) }
        return plan
    }

    /// Whether the index does not hold whole items, which are then read from the table.
    var readsEntries: Bool { !query.table.holdsWholeItems(query.indexName) }

    /// Called by generated code.
    /// - Parameters:
    ///   - members: the entities of the collection; others in the same partition are filtered out.
    public init(_ shape: QueryShape, members: [String], _ partition: KeyText, _ sort: SortKeyCondition = .all) {
        query = QueryPlan(shape, table: C.Record.table, entity: nil, partition: partition, sort: sort)
        query.expiry = Self.expiry(of: Set(members))
        if shape.isShared { self.members = members.map(Self.identifiers) }
    }

    /// Called by generated code, for entities that have versions; items of another version of a member are filtered out too.
    public init(_ shape: QueryShape, members: [EntitySchema], _ partition: KeyText, _ sort: SortKeyCondition = .all) {
        query = QueryPlan(shape, table: C.Record.table, entity: nil, partition: partition, sort: sort)
        query.expiry = members.lazy.compactMap(\.expiry).first
        if shape.isShared { self.members = members.map(\.identifiers) }
    }

    /// Called by generated code for native multi-attribute indexes.
    public init(
        _ shape: QueryShape, members: [String], equalities: [KeyCondition.Equality],
        range: NativeSortKeyCondition? = nil
    ) {
        query = QueryPlan(shape, table: C.Record.table, entity: nil, equalities: equalities, range: range)
        query.expiry = Self.expiry(of: Set(members))
        if shape.isShared { self.members = members.map(Self.identifiers) }
    }

    /// Called by generated code for native multi-attribute indexes, for entities that have versions.
    public init(
        _ shape: QueryShape, members: [EntitySchema], equalities: [KeyCondition.Equality],
        range: NativeSortKeyCondition? = nil
    ) {
        query = QueryPlan(shape, table: C.Record.table, entity: nil, equalities: equalities, range: range)
        query.expiry = members.lazy.compactMap(\.expiry).first
        if shape.isShared { self.members = members.map(\.identifiers) }
    }

    private static func identifiers(of member: String) -> EntityIdentifiers {
        EntityIdentifiers(entity: EntityIdentifier(C.Record.entityAttribute, member))
    }

    /// The attribute by which members expire. A table has no more than one.
    private static func expiry(of members: Set<String>) -> ExpiryAttribute? {
        C.Record.schemas.lazy.filter { members.contains($0.name) }.compactMap(\.expiry).first
    }

    /// From the last item to the first, by the sort key.
    public func descending() -> Self { with { $0.query.read.descend() } }

    /// Reads what is committed at this moment, at twice the price. Not on global indexes, where DynamoDB refuses it.
    public func consistent() -> Self { with { $0.query.read.consistentRead = true } }

    /// Keeps the items for which this holds too; what is filtered out is paid for.
    ///
    /// ```swift
    /// CMS.authored(authorID: "ada").where { $0.articles.status == .draft || $0.comments.mood == .glad }
    /// ```
    /// DynamoDB tests the attributes of each item, whichever member it is of: an attribute that several members store under one name is
    /// tested in all of them. What an index does not hold cannot be tested: running is an `invalidRequest` then.
    public func `where`(_ condition: (C.Fields) -> Condition) -> Self {
        with { $0.condition = Condition.joined($0.condition, condition(C.Fields())) }
    }

    /// Keeps the records of these members: `.only(\.articles)`.
    public func only<each E: Entity>(_ members: repeat KeyPath<C.Fields, CollectionMember<each E>>) -> Self {
        var identifiers: [EntityIdentifiers] = []
        repeat identifiers.append((each E).schema.identifiers)
        return with { $0.members = identifiers }
    }

    func with(_ change: (inout Self) -> Void) -> Self {
        var copy = self
        change(&copy)
        return copy
    }
}

extension CollectionQuery {
    /// All records of the partition, by entity, each in the order of the sort key.
    public func all(on db: Database) async throws -> C {
        var collection = C()
        var reader = PageReader(records.paging, on: db)
        while let page = try await reader.next() {
            for record in page.items { collection.append(record) }
        }
        return collection
    }

    /// How many records there are, of all members together. Costs as much as reading them.
    public func count(on db: Database) async throws -> Int {
        try await items.count(on: db)
    }

    /// One page: the records among the next `limit` items.
    public func page(
        limit: Int? = nil, from cursor: Cursor? = nil, on db: Database
    ) async throws -> (records: C, cursor: Cursor?) {
        Self.sorted(try await records.page(limit: limit, from: cursor, on: db))
    }

    /// All pages one after the other, each with its records and the cursor to go on from; see `PagedRequest.pages`.
    public func pages(
        limit: Int? = nil, from cursor: Cursor? = nil, prefetch: Int = 0, on db: Database
    ) -> some AsyncSequence<(records: C, cursor: Cursor?), any Error> & Sendable {
        records.pages(limit: limit, from: cursor, prefetch: prefetch, on: db).map { page in Self.sorted(page) }
    }

    /// All records, page by page as they are asked for: each element has the records of one page. See `PagedRequest.stream`.
    public func stream(
        pageSize: Int? = nil, prefetch: Int = 0, on db: Database
    ) -> some AsyncSequence<C, any Error> & Sendable {
        pages(limit: pageSize, prefetch: prefetch, on: db).map { page in page.records }
    }

    /// The records of a page, by entity.
    private static func sorted(_ page: Page<C.Record>) -> (records: C, cursor: Cursor?) {
        var collection = C()
        for record in page.items { collection.append(record) }
        return (collection, page.cursor)
    }
}
