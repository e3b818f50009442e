import Entities

/// An executor around another one that asks again where a request failed for now and to repeat it does no harm.
///
/// Reads can be repeated, and so can transactions: each has a token, by which DynamoDB knows a repeat. So every write of the marketplace
/// that must not be done twice is a transaction, even one of a single item, at twice the price.
struct PatientExecutor: DynamoDBExecutor {
    let base: any DynamoDBExecutor
    /// How often a request is sent at the most.
    var attempts = 10
    /// What passes the time after so many failures in a row.
    var pause: @Sendable (Int) async throws -> Void = Self.sleep

    func execute<Operation: DynamoDBOperation>(
        _ operation: Operation
    ) async throws(DynamoDBError) -> Operation.Output {
        var failures = 0
        while true {
            do throws(DynamoDBError) {
                // A database in the process keeps nobody waiting: the others would not get their turn.
                await Task.yield()
                return try await base.execute(operation)
            } catch {
                failures += 1
                guard failures < attempts, error.isRetryable,
                    !error.isOutcomeUnknown || operation.request.canBeRepeated
                else { throw error }
                do {
                    try await pause(failures)
                } catch {
                    throw DynamoDBError(.cancelled, "the task was cancelled before all was done")
                }
            }
        }
    }

    /// One to sixteen milliseconds, at random so that many who wait do not come back at once.
    private static func sleep(after failures: Int) async throws {
        let ceiling = Duration.milliseconds(1 << min(failures, 4))
        try await Task.sleep(for: ceiling * Double.random(in: 0...1))
    }
}

extension DynamoDBRequest {
    /// Whether it does no harm to carry the request out twice.
    fileprivate var canBeRepeated: Bool {
        switch self {
        case .transactWriteItems(let request): request.clientRequestToken != nil
        case .putItem(let request): request.condition == nil
        case .deleteItem(let request): request.condition == nil
        case .updateItem, .createTable, .deleteTable: false
        default: true
        }
    }
}
