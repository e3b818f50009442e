/// A request that can say what it does without doing it.
public protocol ExplainableRequest {
    /// The exact request with what it reads or writes and what it costs, under the table's name in the definitions.
    func explain() -> Explanation
}

extension Query: ExplainableRequest {
    public func explain() -> Explanation { plan.explain() }
}

extension Scan: ExplainableRequest {
    public func explain() -> Explanation {
        plan.explain(note: plan.table.holdsWholeItems(plan.indexName) ? "" : QueryPlan.lookupNote)
    }
}

extension LookupQuery: ExplainableRequest {
    public func explain() -> Explanation {
        plan.explain(note: QueryPlan.lookupNote)
    }
}

extension CollectionQuery: ExplainableRequest {
    public func explain() -> Explanation { plan.explain() }
}

extension QueryPlan {
    static var lookupNote: String {
        " Then the items are read from the table by their keys, 100 at a time: 0.5 units per 4 KB of each."
    }

    func explain(note: String = "") -> Explanation {
        if let refusalError {
            return Explanation(refusalError, operation: operationName, origin: origin, table: table.name)
        }
        let operation = operation(of: EncodedItem.self, table: table.name)
        var capacity: String
        switch read {
        case .query(let request):
            capacity = "Reads \(Self.price(consistent: request.consistentRead)) of what the key condition selects"
        case .scan(let request):
            let place = request.indexName == nil ? "table" : "index"
            capacity = "Reads \(Self.price(consistent: request.consistentRead)) of the whole \(place)"
        }
        capacity += hasFilter ? "; what the filter drops is paid for as well." : "."
        if isEmpty { capacity = "The range is empty: nothing is sent." }
        return Explanation(operation.request, origin: origin, table: table.name, capacity: capacity + note)
    }

    fileprivate static func price(consistent: Bool) -> String {
        consistent ? "1 unit per 4 KB" : "0.5 units per 4 KB"
    }
}

extension Get: ExplainableRequest {
    public func explain() -> Explanation {
        let table = E.schema.table.name
        do throws(DynamoDBError) {
            let request = try request(table: table)
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

extension TransactionWrite {
    /// The request as it is sent when the write is run alone.
    fileprivate func explanation<E: Entity>(
        of entity: E.Type, operation: String, origin: RequestOrigin
    ) -> Explanation {
        let table = E.schema.table.name
        do throws(DynamoDBError) {
            let actions = try actions(on: Database(Nowhere(), table: E.schema.table))
            guard actions.count == 1, let request = actions.first?.request else {
                return Explanation(
                    .transactWriteItems(TransactWriteItemsRequest(actions: actions.map(\.action))), origin: origin,
                    table: table, capacity: "Writes 2 units per KB of each item, in a transaction.")
            }
            return Explanation(
                request, origin: origin, table: table,
                capacity:
                    "Writes 1 unit per KB of the larger of the old and the new item, and of each index entry that changes."
            )
        } catch {
            return Explanation(error, operation: operation, origin: origin, table: table)
        }
    }
}

extension TransactionAction {
    /// The request that the action is when it is run alone.
    fileprivate var request: DynamoDBRequest? {
        switch action {
        case .put(let request): .putItem(request)
        case .update(let request): .updateItem(request)
        case .delete(let request): .deleteItem(request)
        case .check: nil
        }
    }
}

/// Stands in for an executor where a request is only looked at.
private struct Nowhere: DynamoDBExecutor {
    func execute<Operation: DynamoDBOperation>(
        _ operation: Operation
    ) async throws(DynamoDBError) -> Operation.Output {
        throw DynamoDBError(.invalidRequest, "this request is only explained")
    }
}

extension Create: ExplainableRequest {
    public func explain() -> Explanation {
        explanation(
            of: E.self, operation: "PutItem", origin: RequestOrigin(entity: E.schema.name, accessPattern: "create"))
    }
}

extension Put: ExplainableRequest {
    public func explain() -> Explanation {
        explanation(
            of: E.self, operation: "PutItem", origin: RequestOrigin(entity: E.schema.name, accessPattern: "put"))
    }
}

extension Update: ExplainableRequest {
    public func explain() -> Explanation {
        explanation(of: E.self, operation: "UpdateItem", origin: plan.origin)
    }
}

extension Patch: ExplainableRequest {
    public func explain() -> Explanation {
        explanation(of: E.self, operation: "UpdateItem", origin: plan.origin)
    }
}

extension Upsert: ExplainableRequest {
    public func explain() -> Explanation {
        explanation(of: E.self, operation: "UpdateItem", origin: origin)
    }
}

extension Delete: ExplainableRequest {
    public func explain() -> Explanation {
        explanation(of: E.self, operation: "DeleteItem", origin: plan.origin)
    }
}

extension Remove: ExplainableRequest {
    public func explain() -> Explanation {
        explanation(of: E.self, operation: "DeleteItem", origin: plan.origin)
    }
}
