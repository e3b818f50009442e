import Entities
import InMemoryDynamoDB
import Synchronization

/// An engine that notes which operations were asked of it.
final class Journal: DynamoDBExecutor {
    private let engine: InMemoryDynamoDB
    private let noted = Mutex<[String]>([])

    init(_ transport: InMemoryDynamoDB.Transport) { engine = InMemoryDynamoDB(transport: transport) }

    /// The names of the operations since the last call.
    func take() -> [String] {
        noted.withLock { names in
            defer { names = [] }
            return names
        }
    }

    func execute<Operation: DynamoDBOperation>(
        _ operation: Operation
    ) async throws(DynamoDBError) -> Operation.Output {
        let name = operation.request.operationName
        noted.withLock { $0.append(name) }
        return try await engine.execute(operation)
    }
}
