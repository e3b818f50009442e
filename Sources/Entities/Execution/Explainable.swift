/// A request that can say what it does without doing it.
public protocol ExplainableRequest {
    /// The exact request with what it reads or writes and what it costs, under the table's name in the definitions.
    func explain() -> Explanation
    /// The request that is sent first when this runs on a database, as an executor is handed it.
    ///
    /// ```swift
    /// let body = try Article.get(tenantID: "acme", articleID: id).request(on: db).body()   // {"TableName":"cms","Key":{…}}
    /// ```
    /// A write that takes or gives back unique values is a transaction, here without the token that it is sent with. Nothing is sent.
    /// - Throws: `DynamoDBError`, as running does before it sends anything; `invalidRequest` for a query of an empty range, which is
    ///   answered without a request.
    func request(on db: Database) throws(DynamoDBError) -> DynamoDBRequest
}

extension Query: ExplainableRequest {
    public func explain() -> Explanation { plan.explain() }

    public func request(on db: Database) throws(DynamoDBError) -> DynamoDBRequest { try plan.request(on: db) }
}

extension Scan: ExplainableRequest {
    public func explain() -> Explanation {
        plan.explain(note: plan.table.holdsWholeItems(plan.indexName) ? "" : QueryPlan.lookupNote)
    }

    public func request(on db: Database) throws(DynamoDBError) -> DynamoDBRequest { try plan.request(on: db) }
}

extension LookupQuery: ExplainableRequest {
    public func explain() -> Explanation {
        plan.explain(note: QueryPlan.lookupNote)
    }

    public func request(on db: Database) throws(DynamoDBError) -> DynamoDBRequest { try plan.request(on: db) }
}

extension CollectionQuery: ExplainableRequest {
    public func explain() -> Explanation { plan.explain(note: readsEntries ? QueryPlan.lookupNote : "") }

    public func request(on db: Database) throws(DynamoDBError) -> DynamoDBRequest { try plan.request(on: db) }
}

extension QueryPlan {
    static var lookupNote: String {
        " Then the items are read from the table by their keys, 100 at a time: 0.5 units per 4 KB of each."
    }

    func explain(note: String = "") -> Explanation {
        if let refusalError {
            return Explanation(refusalError, operation: operationName, origin: origin, table: table.name)
        }
        let plan = firstPart.hidingExpired()
        let request = plan.read.request(table: table.name)
        let part = read.isScan ? "the whole \(indexName == nil ? "table" : "index")" : "what the key condition selects"
        var capacity = "Reads \(Self.price(consistent: read.consistentRead)) of \(part)"
        capacity += plan.hasFilter ? "; what the filter drops is paid for as well." : "."
        if let spread { capacity += " " + spread.note(descending: read.isDescending) }
        if isEmpty { capacity = "The range is empty: nothing is sent." }
        return Explanation(request, origin: origin, table: table.name, capacity: capacity + note)
    }

    fileprivate static func price(consistent: Bool) -> String {
        consistent ? "1 unit per 4 KB" : "0.5 units per 4 KB"
    }
}

extension Get: ExplainableRequest {
    public func explain() -> Explanation {
        explain { (table) throws(DynamoDBError) in try request(table: table) }
    }

    public func request(on db: Database) throws(DynamoDBError) -> DynamoDBRequest { .getItem(try getItem(on: db)) }

    func explain(_ makeRequest: (String) throws(DynamoDBError) -> GetItemRequest) -> Explanation {
        let table = E.schema.table.name
        do throws(DynamoDBError) {
            let request = try makeRequest(table)
            return Explanation(
                .getItem(request), origin: origin, table: table,
                capacity:
                    "Reads \(QueryPlan.price(consistent: request.consistentRead)) of the item, and as much for one that is not there."
            )
        } catch {
            return Explanation(error, operation: "GetItem", origin: origin, table: table)
        }
    }
}
