extension RecordWrite {
    /// The request as it is sent when the write is run alone.
    public func explain() -> Explanation {
        let table = Record.schema.table.name
        do throws(DynamoDBError) {
            let actions = try actions(on: Database(Nowhere(), table: Record.schema.table))
            let origin = actions.first?.origin ?? RequestOrigin(entity: Record.schema.name)
            guard actions.count == 1, let request = actions.first?.request(returning: returnValues) else {
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
            return Explanation(error, operation: error.operation ?? "", origin: error.origin, table: table)
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
