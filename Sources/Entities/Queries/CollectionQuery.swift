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

    /// Called by generated code.
    /// - Parameters:
    ///   - members: the entities of the collection; others in the same partition are filtered out.
    public init(_ shape: QueryShape, members: [String], _ partition: KeyText, _ sort: SortKeyCondition = .all) {
        plan = QueryPlan(shape, table: C.table, entity: nil, partition: partition, sort: sort)
        keepMembers(members, shape)
    }

    /// Called by generated code for native multi-attribute indexes.
    public init(
        _ shape: QueryShape, members: [String], equalities: [KeyCondition.Equality],
        range: NativeSortKeyCondition? = nil
    ) {
        plan = QueryPlan(shape, table: C.table, entity: nil, equalities: equalities, range: range)
        keepMembers(members, shape)
    }

    private mutating func keepMembers(_ members: [String], _ shape: QueryShape) {
        guard shape.isShared else { return }
        plan.filter(
            .isIn(.path(AttributePath(C.entityAttribute)), members.map { .value(.string($0)) }))
    }

    /// From the last item to the first, by the sort key.
    public func descending() -> Self {
        var copy = self
        copy.plan.descend()
        return copy
    }

    /// All records of the partition, by entity, each in the order of the sort key.
    public func all(on db: Database) async throws -> C {
        var collection = C()
        var start: EncodedItem?
        repeat {
            let page = try await plan.page(of: EncodedItem.self, on: db, from: start)
            try append(page.items, to: &collection)
            start = page.lastEvaluatedKey
        } while start != nil
        return collection
    }

    /// One page: the records among the next `limit` items.
    public func page(
        limit: Int? = nil, from cursor: Cursor? = nil, on db: Database
    ) async throws -> (records: C, cursor: Cursor?) {
        let start = try cursor.map { (cursor) throws(DynamoDBError) in try cursor.key(for: plan) }
        let page = try await plan.page(of: EncodedItem.self, on: db, limit: limit, from: start)
        var collection = C()
        try append(page.items, to: &collection)
        return (collection, page.lastEvaluatedKey.map { Cursor($0, of: plan) })
    }

    private func append(_ items: [EncodedItem], to collection: inout C) throws(DynamoDBError) {
        for item in items {
            guard case .string(let entity)? = item[C.entityAttribute] else { continue }
            do throws(AttributeError) {
                _ = try collection.append(item, entity: entity)
            } catch {
                throw .undecodable(error, RequestOrigin(entity: entity, accessPattern: plan.origin.accessPattern))
            }
        }
    }
}
