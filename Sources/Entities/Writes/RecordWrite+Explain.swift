extension RecordWrite {
    /// The request as it is sent when the write is run alone.
    public func explain() -> Explanation {
        let table = Record.schema.table.name
        do throws(DynamoDBError) {
            let actions = try actions(on: Database(Nowhere(), table: Record.schema.table))
            return Explanation(
                request(of: actions), origin: actions.first?.origin ?? RequestOrigin(entity: Record.schema.name),
                table: table,
                capacity: actions.count == 1
                    ? "Writes 1 unit per KB of the larger of the old and the new item, and of each index entry that changes."
                    : "Writes 2 units per KB of each item, in a transaction.")
        } catch {
            return Explanation(error, operation: error.operation ?? "", origin: error.origin, table: table)
        }
    }

    public func request(on db: Database) throws(DynamoDBError) -> DynamoDBRequest { request(of: try actions(on: db)) }

    private func request(of actions: [TransactionAction]) -> DynamoDBRequest {
        AloneAction(actions, returning: returnValues)?.request
            ?? .transactWriteItems(TransactWriteItemsRequest(actions: actions.map(\.action)))
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
