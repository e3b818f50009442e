/// The records of several entities that share a partition: what a collection query returns. Made by the generator.
public protocol EntityCollection: Sendable {
    init()
    /// Takes an item of the partition.
    /// - Returns: false for an item of an entity that is not a member.
    mutating func append(_ item: EncodedItem, entity: String) throws(AttributeError) -> Bool
    static var entityAttribute: String { get }
    static var table: TableSchema { get }
}

/// A query for a collection: the members' records of one partition, read together.
public struct CollectionQuery<C: EntityCollection>: Hashable, Sendable {
    var plan: QueryPlan
    private let members: [EntityIdentifiers]

    /// Called by generated code.
    /// - Parameters:
    ///   - members: the entities of the collection; others in the same partition are filtered out.
    public init(_ shape: QueryShape, members: [String], _ partition: KeyText, _ sort: SortKeyCondition = .all) {
        plan = QueryPlan(shape, table: C.table, entity: nil, partition: partition, sort: sort)
        self.members = Self.identifiers(members)
        keepMembers(shape)
    }

    /// Called by generated code, for entities that have versions; items of another version of a member are filtered out too.
    public init(_ shape: QueryShape, members: [EntitySchema], _ partition: KeyText, _ sort: SortKeyCondition = .all) {
        plan = QueryPlan(shape, table: C.table, entity: nil, partition: partition, sort: sort)
        self.members = members.map(\.identifiers)
        keepMembers(shape)
    }

    /// Called by generated code for native multi-attribute indexes.
    public init(
        _ shape: QueryShape, members: [String], equalities: [KeyCondition.Equality],
        range: NativeSortKeyCondition? = nil
    ) {
        plan = QueryPlan(shape, table: C.table, entity: nil, equalities: equalities, range: range)
        self.members = Self.identifiers(members)
        keepMembers(shape)
    }

    /// Called by generated code for native multi-attribute indexes, for entities that have versions.
    public init(
        _ shape: QueryShape, members: [EntitySchema], equalities: [KeyCondition.Equality],
        range: NativeSortKeyCondition? = nil
    ) {
        plan = QueryPlan(shape, table: C.table, entity: nil, equalities: equalities, range: range)
        self.members = members.map(\.identifiers)
        keepMembers(shape)
    }

    private static func identifiers(_ members: [String]) -> [EntityIdentifiers] {
        members.map { EntityIdentifiers(entity: EntityIdentifier(C.entityAttribute, $0)) }
    }

    private mutating func keepMembers(_ shape: QueryShape) {
        if shape.isShared, let condition = EntityIdentifiers.condition(ofAny: members) { plan.filter(condition) }
    }

    /// From the last item to the first, by the sort key.
    public func descending() -> Self {
        var copy = self
        copy.plan.descend()
        return copy
    }
}

extension CollectionQuery {
    private var paging: Paging<EncodedItem> { Paging(plan) }

    /// All records of the partition, by entity, each in the order of the sort key.
    public func all(on db: Database) async throws -> C {
        var collection = C()
        var reader = PageReader(paging, on: db)
        while let page = try await reader.next() { try append(page.items, to: &collection) }
        return collection
    }

    /// How many records there are, of all members together. Costs as much as reading them.
    public func count(on db: Database) async throws -> Int {
        try await plan.count(on: db)
    }

    /// One page: the records among the next `limit` items.
    public func page(
        limit: Int? = nil, from cursor: Cursor? = nil, on db: Database
    ) async throws -> (records: C, cursor: Cursor?) {
        let page = try await paging.read(on: db, limit: limit, from: paging.start(at: cursor, on: db))
        return try records(of: paging.page(page, on: db))
    }

    /// All pages one after the other, each with its records and the cursor to go on from; see `PagedRequest.pages`.
    public func pages(
        limit: Int? = nil, from cursor: Cursor? = nil, prefetch: Int = 0, on db: Database
    ) -> some AsyncSequence<(records: C, cursor: Cursor?), any Error> & Sendable {
        PageStream(reader: PageReader(paging, on: db, limit: limit, from: cursor, prefetch: prefetch))
            .map { page in try records(of: page) }
    }

    /// All records, page by page as they are asked for: each element has the records of one page. See `PagedRequest.stream`.
    public func stream(
        pageSize: Int? = nil, prefetch: Int = 0, on db: Database
    ) -> some AsyncSequence<C, any Error> & Sendable {
        pages(limit: pageSize, prefetch: prefetch, on: db).map { page in page.records }
    }

    private func records(of page: Page<EncodedItem>) throws(DynamoDBError) -> (records: C, cursor: Cursor?) {
        var collection = C()
        try append(page.items, to: &collection)
        return (collection, page.cursor)
    }

    /// Whether an item is not one of a member's other versions.
    private func isOfKnownVersion(_ item: EncodedItem, _ entity: String) -> Bool {
        members.first { $0.entity.value == entity }?.own(item) ?? true
    }

    private func append(_ items: [EncodedItem], to collection: inout C) throws(DynamoDBError) {
        for item in items {
            guard case .string(let entity)? = item[C.entityAttribute], isOfKnownVersion(item, entity) else { continue }
            do throws(AttributeError) {
                _ = try collection.append(item, entity: entity)
            } catch {
                throw .undecodable(error, RequestOrigin(entity: entity, accessPattern: plan.origin.accessPattern))
            }
        }
    }
}
