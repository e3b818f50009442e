/// Reads all records of a service, of whatever entity, by reading the whole table: for exports and migrations.
///
/// Other items of the table are left out, such as the claims of unique values.
public struct ServiceScan<Record: ServiceRecord>: Hashable, Sendable {
    private var plan: QueryPlan

    /// Called by generated code.
    public init() {
        plan = QueryPlan(scanOf: Record.table, entity: nil)
        if let ours = EntityIdentifiers.condition(ofAny: Record.schemas.map(\.identifiers)) { plan.filter(ours) }
        plan.expiry = Record.expiry
    }

    /// Reads what is committed at this moment, at twice the price.
    public func consistent() -> Self {
        var copy = self
        copy.plan.read.consistentRead = true
        return copy
    }

    /// Shows records that have expired, too, for as long as DynamoDB has not deleted them. Of entities that expire, if there are any.
    public func includingExpired() -> Self {
        var copy = self
        copy.plan.expiry = nil
        return copy
    }

    /// One of `count` parts of the table, which can be read at the same time; see `Scan.segment`.
    public func segment(_ number: Int, of count: Int) -> Self {
        var copy = self
        copy.plan.cut(number, of: count)
        return copy
    }
}

extension ServiceScan: ItemSource, PagedRequest {
    public func itemPaging(_ paths: [AttributePath]?) -> Paging<EncodedItem> {
        Paging(unexpired: plan, selecting: paths)
    }

    public var paging: Paging<Record> { itemPaging(nil).records(Record.self) }
}

extension ServiceScan: ExplainableRequest {
    public func explain() -> Explanation { plan.explain() }

    public func request(on db: Database) throws(DynamoDBError) -> DynamoDBRequest { try plan.request(on: db) }
}
