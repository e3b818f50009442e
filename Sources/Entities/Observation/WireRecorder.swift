import Synchronization

/// What an executor that sends requests over a network tells of one operation to the `ObservedExecutor` around it.
///
/// A task local carries it there, so that neither knows the other. An executor takes it once, at the start of `execute`, where `current` is
/// that of its caller, and reports to it from wherever the work is done then. `nil`: nobody observes, and nothing need be counted.
///
/// ```swift
/// let recorder = WireRecorder.current
/// recorder?.attempt(sent: 212, received: 80)
/// recorder?.retry(attempt: 1, error: error, delay: .milliseconds(30))      // then it waits, and tries again
/// recorder?.attempt(sent: 212, received: 4_021, requestID: "4KBNVRGD25RG1KEO9UT4V3FQDJVV4KQNSO5AEMVJF66Q9ASUAAJG")
/// ```
package final class WireRecorder: Sendable {
    @TaskLocal package static var current: WireRecorder?

    struct Totals: Sendable {
        var attempts = 0
        var bytesSent = 0
        var bytesReceived = 0
        var requestID: String?
    }

    private let totals = Mutex(Totals())
    /// Of an observed executor around the observed executor.
    private let outer: WireRecorder?
    private let retried: @Sendable (OperationRetry) -> Void

    /// - Parameter retried: is called for each retry, at once.
    init(within outer: WireRecorder? = WireRecorder.current, retried: @escaping @Sendable (OperationRetry) -> Void) {
        self.outer = outer
        self.retried = retried
    }

    /// An attempt is over, whatever came of it.
    /// - Parameters:
    ///   - sent: bytes of the request's body.
    ///   - received: bytes of the response's body as they came, compressed or not; 0 where there was no answer.
    ///   - requestID: the service's name for the attempt, where it answered.
    package func attempt(sent: Int, received: Int, requestID: String? = nil) {
        totals.withLock { totals in
            totals.attempts += 1
            totals.bytesSent += sent
            totals.bytesReceived += received
            totals.requestID = requestID ?? totals.requestID
        }
        outer?.attempt(sent: sent, received: received, requestID: requestID)
    }

    /// An attempt failed and there will be another one.
    /// - Parameters:
    ///   - attempt: the number of the one that failed, from 1.
    ///   - delay: how long it is waited before the next one.
    package func retry(attempt: Int, error: DynamoDBError, delay: Duration) {
        retried(OperationRetry(attempt: attempt, error: error, delay: delay))
        outer?.retry(attempt: attempt, error: error, delay: delay)
    }

    /// The service's name for the last attempt that it answered.
    package var requestID: String? { totals.withLock { $0.requestID } }

    /// What was recorded; `nil` where no attempt was reported, as by an executor in the same process.
    var recorded: Totals? { totals.withLock { $0.attempts == 0 ? nil : $0 } }
}
