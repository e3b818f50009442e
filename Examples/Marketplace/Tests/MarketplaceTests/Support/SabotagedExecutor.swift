import Entities
import Synchronization

/// An executor around another one that changes transactions before they are carried out.
final class SabotagedExecutor: DynamoDBExecutor {
    private let base: any DynamoDBExecutor
    private let change: @Sendable (inout TransactWriteItemsRequest, _ number: Int) -> Void
    private let count = Mutex(0)

    init(
        _ base: any DynamoDBExecutor,
        _ change: @escaping @Sendable (inout TransactWriteItemsRequest, _ number: Int) -> Void
    ) {
        self.base = base
        self.change = change
    }

    func execute<Operation: DynamoDBOperation>(
        _ operation: Operation
    ) async throws(DynamoDBError) -> Operation.Output {
        guard case .transactWriteItems(var request) = operation.request else {
            return try await base.execute(operation)
        }
        let number = count.withLock { count in
            count += 1
            return count
        }
        change(&request, number)
        let sabotaged = PlainOperation<TransactWriteItemsOutput>(request, origin: operation.origin)
        guard let output = try await base.execute(sabotaged) as? Operation.Output else {
            return try await base.execute(operation)
        }
        return output
    }
}
