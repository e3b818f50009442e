/// Something that is told of every operation of an executor: a log, metrics, a trace, a meter.
///
/// ```swift
/// struct SlowOperations: OperationObserver {
///     func operationStarted(_ operation: ObservedOperation) -> any OperationObservation { Watch(operation: operation) }
///
///     struct Watch: OperationObservation {
///         let operation: ObservedOperation
///         func operationEnded(_ outcome: OperationOutcome) {
///             if outcome.duration > .seconds(1) { print("\(operation) took \(outcome.duration)") }
///         }
///     }
/// }
///
/// let db = db.observed(by: SlowOperations())
/// ```
///
/// Observers are called on the task that waits for the operation, which waits for them as well: they should be quick.
public protocol OperationObserver: Sendable {
    /// An operation is about to be carried out.
    /// - Returns: what is told how it goes on. `operationEnded` is called exactly once, whatever happens.
    func operationStarted(_ operation: ObservedOperation) -> any OperationObservation
}

/// One operation in the eyes of one observer.
public protocol OperationObservation: Sendable {
    /// An attempt failed, and there will be another one. What was tried once only, or by an executor that does not say, is never retried.
    func operationRetried(_ retry: OperationRetry)
    /// The operation is over.
    func operationEnded(_ outcome: OperationOutcome)
}

extension OperationObservation {
    public func operationRetried(_ retry: OperationRetry) {}
}
