/// What reads the records of one entity: a query, a lookup, a scan.
public protocol RecordSource<Record>: ItemSource {
    associatedtype Record: Entity
}

/// What can be filtered, and read consistently: a query, a scan.
public protocol FilterableSource: RecordSource {
    func `where`(_ condition: (Record.Fields) -> Condition) -> Self
    func consistent() -> Self
}

/// What has an order: a query, a lookup.
public protocol OrderedSource: RecordSource {
    func descending() -> Self
}

extension Query: FilterableSource, OrderedSource { public typealias Record = E }
extension Scan: FilterableSource { public typealias Record = E }
extension LookupQuery: OrderedSource { public typealias Record = Source.LookupRecord }
