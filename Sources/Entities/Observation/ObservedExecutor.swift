/// An executor around another one that tells observers of every operation.
///
/// ```swift
/// let meter = CapacityMeter()
/// let db = Database(ObservedExecutor(InMemoryDynamoDB(), meter), table: CMS.table)
/// ```
///
/// It asks the service what each request consumes, unless the request asks by itself. It stands outside of what retries: an operation is
/// one, however often it is tried, and its retries are told one by one. Without observers it does nothing.
public struct ObservedExecutor<Base: DynamoDBExecutor>: DynamoDBExecutor {
    public let base: Base
    public let observers: [any OperationObserver]
    private let measuring: ReturnConsumedCapacity
    /// The time since some moment.
    private let elapsed: @Sendable () -> Duration

    /// - Parameters:
    ///   - measuring: what the service is asked about consumed capacity: `.indexes` tells tables and indexes apart and makes each response
    ///     about a hundred bytes longer, `.total` is the sum of each table, `.none` asks nothing. It costs no capacity.
    ///   - clock: what durations are measured with.
    public init(
        _ base: Base, observers: [any OperationObserver], measuring: ReturnConsumedCapacity = .indexes,
        clock: some Clock<Duration> = ContinuousClock()
    ) {
        self.base = base
        self.observers = observers
        self.measuring = measuring
        let start = clock.now
        elapsed = { start.duration(to: clock.now) }
    }

    public init(
        _ base: Base, _ observers: any OperationObserver..., measuring: ReturnConsumedCapacity = .indexes,
        clock: some Clock<Duration> = ContinuousClock()
    ) {
        self.init(base, observers: observers, measuring: measuring, clock: clock)
    }

    public func execute<Operation: DynamoDBOperation>(
        _ operation: Operation
    ) async throws(DynamoDBError) -> Operation.Output {
        guard !observers.isEmpty else { return try await base.execute(operation) }
        let operation = Measured(operation, measuring)
        let observed = ObservedOperation(request: operation.request, origin: operation.origin)
        let observations = observers.map { $0.operationStarted(observed) }
        let recorder = WireRecorder { retry in
            for observation in observations { observation.operationRetried(retry) }
        }
        let start = elapsed()
        let result = await WireRecorder.$current.withValue(recorder) { await answer(to: operation) }
        let outcome = OperationOutcome(
            result, of: operation.request, duration: elapsed() - start, wire: recorder.recorded)
        for observation in observations { observation.operationEnded(outcome) }
        return try result.get()
    }

    /// As a value, because a task local's scope lets errors pass only without their type.
    private func answer<Operation: DynamoDBOperation>(
        to operation: Operation
    ) async -> Result<Operation.Output, DynamoDBError> {
        do throws(DynamoDBError) {
            return .success(try await base.execute(operation))
        } catch {
            return .failure(error)
        }
    }
}

/// An operation that asks what it consumes, with the same output.
private struct Measured<Output: DynamoDBOutput>: DynamoDBOperation {
    let request: DynamoDBRequest
    let origin: RequestOrigin

    init(_ operation: some DynamoDBOperation<Output>, _ capacity: ReturnConsumedCapacity) {
        let request = operation.request
        self.request = request.asking(for: capacity) ?? request
        origin = operation.origin
    }
}

extension OperationOutcome {
    fileprivate init<Output: DynamoDBOutput>(
        _ result: Result<Output, DynamoDBError>, of request: DynamoDBRequest, duration: Duration,
        wire: WireRecorder.Totals?
    ) {
        self.init(duration: duration)
        if let wire {
            attempts = wire.attempts
            bytesSent = wire.bytesSent
            bytesReceived = wire.bytesReceived
            requestID = wire.requestID
        }
        switch result {
        case .success(let output):
            consumedCapacity = output.consumedCapacity
            items = output.itemCounts(for: request)
        case .failure(let error):
            self.error = error
            requestID = error.requestID ?? requestID
        }
    }
}
