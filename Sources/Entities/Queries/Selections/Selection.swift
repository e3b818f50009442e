/// Some attributes of the records that a query, a lookup or a scan reads, as tuples.
///
/// ```swift
/// for (title, city) in try await Article.published(tenantID: "acme").select({ ($0.title, $0.address.city) }).all(on: db) { … }
/// ```
/// It saves bytes on the wire and the reading of them. DynamoDB still reads whole items, and charges for these.
public struct Selection<Source: RecordSource, Value: Sendable>: PagedRequest {
    let source: Source
    private let attributes: AttributeSelection<Value>

    init(_ source: Source, _ attributes: AttributeSelection<Value>) {
        self.source = source
        self.attributes = attributes
    }

    public var paging: Paging<Value> {
        source.itemPaging(attributes.paths).decoding(attributes.read)
    }

    func from(_ source: Source) -> Self { Self(source, attributes) }
}

extension RecordSource {
    /// Reads one attribute only, which may be one of a nested map.
    ///
    /// What an item can be without is optional: an optional attribute, and a required one of an optional map.
    public func select<Field: SelectableField>(_ field: (Record.Fields) -> Field) -> Selection<Self, Field.Selected> {
        Selection(self, AttributeSelection(of: field(Record.Fields())))
    }

    /// Reads these attributes only; see the one for one attribute.
    public func select<each Field: SelectableField>(
        _ fields: (Record.Fields) -> (repeat each Field)
    ) -> Selection<Self, (repeat (each Field).Selected)> {
        let fields = fields(Record.Fields())
        return Selection(self, AttributeSelection(each: repeat each fields))
    }
}

extension Selection where Source: FilterableSource {
    /// Keeps the items for which this holds too; it may ask for attributes that are not selected.
    public func `where`(_ condition: (Source.Record.Fields) -> Condition) -> Self { from(source.where(condition)) }

    /// Reads what is committed at this moment, at twice the price. Not on global indexes, where DynamoDB refuses it.
    public func consistent() -> Self { from(source.consistent()) }
}

extension Selection where Source: OrderedSource {
    /// From the last item to the first, by the sort key.
    public func descending() -> Self { from(source.descending()) }
}

extension Selection: ExplainableRequest where Source: FilterableSource {
    public func explain() -> Explanation { plan.explain() }

    public func request(on db: Database) throws(DynamoDBError) -> DynamoDBRequest { try plan.request(on: db) }

    private var plan: QueryPlan { paging.plan.selecting(attributes.paths) }
}
