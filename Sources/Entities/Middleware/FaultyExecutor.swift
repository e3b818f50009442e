/// An executor around another one, with faults in between: for tests of what a program does when things go wrong.
///
/// ```swift
/// let plan = try FaultPlan([FaultRule(.connectionLost(isCarriedOut: true), operations: ["PutItem"], requests: 2...2)])
/// let faulty = FaultyExecutor(InMemoryDynamoDB(), FaultInjector(plan))
/// let db = Database(faulty, table: CMS.table)
/// ```
///
/// The errors are those that the service or a client of it would throw. What is not in the plan reaches the executor as it is.
public struct FaultyExecutor<Base: DynamoDBExecutor>: DynamoDBExecutor {
    public let base: Base
    public let injector: FaultInjector
    private let sleep: @Sendable (Duration) async throws -> Void

    /// - Parameter sleep: what passes the time of a delay; throws when the task is cancelled.
    public init(
        _ base: Base, _ injector: FaultInjector,
        sleep: @escaping @Sendable (Duration) async throws -> Void = { try await Task.sleep(for: $0) }
    ) {
        self.base = base
        self.injector = injector
        self.sleep = sleep
    }

    public func execute<Operation: DynamoDBOperation>(
        _ operation: Operation
    ) async throws(DynamoDBError) -> Operation.Output {
        let request = operation.request
        guard let fault = injector.fault(for: request) else { return try await base.execute(operation) }
        if let error = fault.error(for: request) {
            // Nobody hears how that went, not even that it failed.
            if fault.isCarriedOut { _ = try? await base.execute(operation) }
            throw error.at(request.operationName, table: request.onlyTableName, origin: operation.origin)
        }
        switch fault {
        case .cutBatch(let share): return try await executeCut(operation, share)
        case .delay(let duration):
            do {
                try await sleep(duration)
            } catch {
                throw .cancelled
            }
            return try await base.execute(operation)
        default: return try await base.execute(operation)
        }
    }

    /// Carries a part of a batch out, and answers as if the service had left the rest.
    private func executeCut<Operation: DynamoDBOperation>(
        _ operation: Operation, _ share: Double
    ) async throws(DynamoDBError) -> Operation.Output {
        let response: DynamoDBResponse
        switch CutBatch(operation.request, leaving: share) {
        case .get(let request, let left)?:
            let output = try await base.execute(PlainOperation(request, origin: operation.origin))
            response = .batchGetItem(CutBatch.get(request, left: left).completing(output))
        case .write(let request, let left)?:
            let output = try await base.execute(PlainOperation(request, origin: operation.origin))
            response = .batchWriteItem(CutBatch.write(request, left: left).completing(output))
        case nil: return try await base.execute(operation)
        }
        do throws(AttributeError) {
            return try Operation.Output(response)
        } catch {
            throw .undecodable(error, operation.origin)
        }
    }
}
