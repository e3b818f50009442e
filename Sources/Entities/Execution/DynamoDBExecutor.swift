/// Something that runs DynamoDB operations: a client of the service, an engine in the process, or a middleware around
/// another executor.
public protocol DynamoDBExecutor: Sendable {
    /// Runs one operation and reads its answer.
    /// - Throws: `DynamoDBError`, as the service answered, or because there was no answer.
    func execute<Operation: DynamoDBOperation>(
        _ operation: Operation
    ) async throws(DynamoDBError) -> Operation.Output
}
