/// Some attributes of one record, read by its key.
///
/// ```swift
/// let found = try await Article.get(tenantID: "acme", articleID: id).select { ($0.title, $0.views) }.run(on: db)   // (String, Int)?
/// ```
/// DynamoDB still reads the whole item, and charges for it.
public struct GetSelection<E: Entity, Value: Sendable>: Hashable, Sendable {
    let get: Get<E>
    let attributes: AttributeSelection<Value>

    init(_ get: Get<E>, _ attributes: AttributeSelection<Value>) {
        self.get = get
        self.attributes = attributes
    }

    /// Reads what is committed at this moment, at twice the price.
    public func consistent() -> Self { Self(get.consistent(), attributes) }

    /// The attributes; `nil` where there is no such record.
    /// - Throws: `DynamoDBError`.
    public func run(on db: Database) async throws -> Value? {
        let request = try getItem(on: db)
        let output = try await db.execute(
            GetItemOperation<EncodedItem>(request, origin: get.origin), table: request.tableName)
        return try value(of: output.item)
    }

    func value(of item: EncodedItem?) throws(DynamoDBError) -> Value? {
        guard let item, E.schema.owns(item), get.shows(item) else { return nil }
        return try DynamoDBError.decoding(get.origin) { () throws(AttributeError) in try attributes.read(item) }
    }

    private func getItem(on db: Database) throws(DynamoDBError) -> GetItemRequest {
        try request(table: db.name(of: E.schema.table))
    }

    private func request(table: String) throws(DynamoDBError) -> GetItemRequest {
        var request = try get.request(table: table)
        request.projection = AttributePath.separate(paths)
        return request
    }

    /// What is asked for, and what tells whether it is shown.
    var paths: [AttributePath] { attributes.paths + E.schema.identityPaths }
}

extension GetSelection: ExplainableRequest {
    public func explain() -> Explanation {
        get.explain { table throws(DynamoDBError) in try request(table: table) }
    }

    public func request(on db: Database) throws(DynamoDBError) -> DynamoDBRequest { .getItem(try getItem(on: db)) }
}

extension Get {
    /// Reads one attribute only, which may be one of a nested map; see `RecordSource.select`.
    public func select<Field: SelectableField>(_ field: (E.Fields) -> Field) -> GetSelection<E, Field.Selected> {
        GetSelection(self, AttributeSelection(of: field(E.Fields())))
    }

    /// Reads these attributes only; see `RecordSource.select`.
    public func select<each Field: SelectableField>(
        _ fields: (E.Fields) -> (repeat each Field)
    ) -> GetSelection<E, (repeat (each Field).Selected)> {
        let fields = fields(E.Fields())
        return GetSelection(self, AttributeSelection(each: repeat each fields))
    }
}
