import Entities
import Synchronization

/// An executor that does something right before the first request of a kind: what somebody else does in between.
final class InterposedExecutor: DynamoDBExecutor {
    private let base: any DynamoDBExecutor
    private let operation: String
    private let action: Mutex<(@Sendable () async throws -> Void)?>

    init(_ base: any DynamoDBExecutor, before operation: String, _ action: @escaping @Sendable () async throws -> Void)
    {
        self.base = base
        self.operation = operation
        self.action = Mutex(action)
    }

    func execute<Operation: DynamoDBOperation>(
        _ operation: Operation
    ) async throws(DynamoDBError) -> Operation.Output {
        if operation.request.operationName == self.operation, let action = action.withLock({ $0.take() }) {
            do { try await action() } catch { throw DynamoDBError(.invalidRequest, "\(error)") }
        }
        return try await base.execute(operation)
    }
}
