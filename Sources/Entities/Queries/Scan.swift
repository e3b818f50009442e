/// Reads all records of an entity by reading a whole table or index: its cost grows with everything that is stored.
///
/// For exports, migrations and tests. What a program asks for regularly deserves an access pattern.
public struct Scan<E: Entity>: Hashable, Sendable {
    var plan: QueryPlan

    init() {
        plan = QueryPlan(scanOf: E.schema.table, entity: E.schema.name)
        plan.filter(entity: E.schema)
        plan.expiry = E.schema.expiry
    }

    /// A scan of an access pattern's index, or of the table.
    public init(_ shape: QueryShape) {
        plan = QueryPlan(scanOf: E.schema.table, index: shape.index, name: shape.name, entity: E.schema.name)
        for (name, prefix) in [(shape.partitionKey, shape.partitionPrefix), (shape.sortKey ?? "", shape.sortPrefix)] {
            guard let prefix else { continue }
            plan.filter(.beginsWith(.path(AttributePath(name)), Operand(prefix)))
        }
        // Elsewhere the item says whose it is once it has been read.
        if plan.holdsIdentifiers(of: E.schema) { plan.filter(entity: E.schema) }
        plan.expiry = E.schema.expiry
    }

    /// Keeps the items for which this holds too; what is filtered out is paid for. An index that does not hold whole items is filtered by
    /// what it holds: a condition on anything else is an `invalidRequest` when the scan runs.
    public func `where`(_ condition: (E.Fields) -> Condition) -> Self {
        var copy = self
        copy.plan.filterWhatIsHeld(condition(E.Fields()))
        return copy
    }

    /// Reads what is committed at this moment, at twice the price. Not on global indexes, where DynamoDB refuses it.
    public func consistent() -> Self {
        var copy = self
        copy.plan.read.consistentRead = true
        return copy
    }

    /// One of `count` parts of the table, which can be read at the same time, by several machines for instance.
    /// - Parameters:
    ///   - number: from 0 to `count` - 1; another one is an `invalidRequest` when the scan runs.
    ///   - count: from 1 to 1 000 000.
    public func segment(_ number: Int, of count: Int) -> Self {
        var copy = self
        copy.plan.cut(number, of: count)
        return copy
    }

    /// The same scan, reading so many segments of the table at the same time, from 1 to 1 000 000.
    public func parallel(segments: Int) -> ParallelScan<E> {
        ParallelScan(scan: self, segments: segments)
    }
}

extension Scan: PagedRequest {
    public var paging: Paging<E> { Paging(whole: plan) }
}

extension Entity where TenantScope == NoTenancy {
    /// Reads the whole table for the records of this entity.
    public static func scan() -> Scan<Self> { Scan() }
}
