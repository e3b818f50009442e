import Entities
import InMemoryDynamoDB
import Synchronization

/// Remembers the requests that go to an engine.
final class RequestRecorder: DynamoDBExecutor {
    let engine: InMemoryDynamoDB
    private let recorded = Mutex<[DynamoDBRequest]>([])

    init(_ engine: InMemoryDynamoDB) { self.engine = engine }

    var requests: [DynamoDBRequest] { recorded.withLock { $0 } }

    func execute<Operation: DynamoDBOperation>(
        _ operation: Operation
    ) async throws(DynamoDBError) -> Operation.Output {
        let request = operation.request
        recorded.withLock { $0.append(request) }
        return try await engine.execute(operation)
    }
}
