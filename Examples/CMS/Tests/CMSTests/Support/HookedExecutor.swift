import Entities
import Synchronization

/// An executor around another one that keeps a list of what passes, and lets a test step in before.
final class HookedExecutor: DynamoDBExecutor {
    private struct State {
        var operations: [String] = []
        var hook: (@Sendable (DynamoDBRequest) async throws(DynamoDBError) -> Void)?
    }

    private let base: any DynamoDBExecutor
    private let state = Mutex(State())

    init(_ base: any DynamoDBExecutor) { self.base = base }

    /// The names of the operations so far; the list starts anew.
    func takeOperations() -> [String] {
        state.withLock { state in
            defer { state.operations = [] }
            return state.operations
        }
    }

    /// Runs `hook` before the next operation of that name, once; what it throws is what the operation throws.
    func before(
        _ operationName: String, _ hook: @escaping @Sendable () async throws(DynamoDBError) -> Void
    ) {
        state.withLock { state in
            state.hook = { request throws(DynamoDBError) in
                guard request.operationName == operationName else { return }
                self.state.withLock { $0.hook = nil }
                try await hook()
            }
        }
    }

    func execute<Operation: DynamoDBOperation>(
        _ operation: Operation
    ) async throws(DynamoDBError) -> Operation.Output {
        let request = operation.request
        let hook = state.withLock { state in
            state.operations.append(request.operationName)
            return state.hook
        }
        try await hook?(request)
        return try await base.execute(operation)
    }
}
