/// All items of one partition of a table, of whatever entity.
///
/// ```swift
/// try await Campus.Record.partition(of: student.key).deleteAll(on: db)
/// ```
public struct RecordPartition<Record: ServiceRecord>: Hashable, Sendable {
    private var plan: QueryPlan

    fileprivate init(_ key: some EntityKey) {
        let keys = Record.table.keys
        let names = keys.partition
        let values: [KeyCondition.Equality]
        do throws(AttributeError) {
            let item = try EncodedItem(key)
            values = names.map { .init($0, .value(item[$0] ?? .null)) }
        } catch {
            values = names.map { .init($0, .invalid(error)) }
        }
        let shape = QueryShape("partition", partitionKey: names.first ?? "", sortKey: keys.sort.first)
        plan = QueryPlan(shape, table: Record.table, entity: nil, condition: KeyCondition(values))
        plan.expiry = Record.expiry
    }

    /// Shows records that have expired, too, for as long as DynamoDB has not deleted them. Of entities that expire, if there are any.
    public func includingExpired() -> Self {
        var copy = self
        copy.plan.expiry = nil
        return copy
    }
}

extension ServiceRecord {
    /// The partition of the table that a key is in.
    public static func partition(of key: some EntityKey) -> RecordPartition<Self> { RecordPartition(key) }
}

/// As records, in the order of the sort key; items of no entity are left out.
extension RecordPartition: PagedRequest, ItemSource, ExplainableRequest {
    public func itemPaging(_ paths: [AttributePath]?) -> Paging<EncodedItem> {
        Paging(unexpired: plan, selecting: paths)
    }

    public var paging: Paging<Record> { itemPaging(nil).records(Record.self) }

    public func explain() -> Explanation { plan.explain() }

    public func request(on db: Database) throws(DynamoDBError) -> DynamoDBRequest { try plan.request(on: db) }
}

/// Deletes the items of no entity as well.
extension RecordPartition: DeletableRecords {
    public var deletionPlan: DeletionPlan {
        var deletion = DeletionPlan(plan, entities: Record.entities)
        deletion.includesOthers = true
        return deletion
    }
}
