import Entities
import Synchronization

/// An executor that notes which operations were asked of it.
final class Journal: DynamoDBExecutor {
    private let base: any DynamoDBExecutor
    private let noted = Mutex<[String]>([])

    init(_ base: any DynamoDBExecutor) { self.base = base }

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
        return try await base.execute(operation)
    }
}
