/// Something that runs DynamoDB operations: a client of the service, an engine in the process, or a middleware around
/// another executor.
public protocol DynamoDBExecutor: Sendable {
    /// Runs one operation and reads its answer.
    /// - Throws: `DynamoDBError`, as the service answered, or because there was no answer.
    func execute<Operation: DynamoDBOperation>(
        _ operation: Operation
    ) async throws(DynamoDBError) -> Operation.Output
}

/// An executor in the same process whose answers are values, and are there at once.
///
/// A `Database` asks one by itself: the answer is then read where the record's type is known, not by code that is the same for all types.
package protocol ImmediateExecutor: DynamoDBExecutor {
    /// The answer to a request; `nil` where the executor is told to do without this way.
    /// - Throws: `DynamoDBError`, without the place, which whoever asks knows.
    func respond(to request: DynamoDBRequest) throws(DynamoDBError) -> DynamoDBResponse?
}
