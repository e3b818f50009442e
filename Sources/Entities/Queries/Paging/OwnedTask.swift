/// A task that is cancelled when nobody holds it any more, so that none goes on for nothing.
final class OwnedTask<Success: Sendable>: Sendable {
    let task: Task<Result<Success, DynamoDBError>, Never>

    init(_ operation: @escaping @Sendable () async throws(DynamoDBError) -> Success) {
        task = Task {
            do throws(DynamoDBError) {
                return .success(try await operation())
            } catch {
                return .failure(error)
            }
        }
    }

    deinit { task.cancel() }

    /// Waits for the result; cancelled with the task that waits. To be called on what is held until then.
    func value() async throws(DynamoDBError) -> Success {
        try await withTaskCancellationHandler {
            await task.value
        } onCancel: {
            task.cancel()
        }.get()
    }
}
