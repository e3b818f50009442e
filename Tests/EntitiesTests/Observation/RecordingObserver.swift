import Entities
import Synchronization

/// Writes down everything that it is told.
final class RecordingObserver: OperationObserver {
    enum Event: Sendable {
        case started(ObservedOperation)
        case retried(OperationRetry)
        case ended(OperationOutcome)
    }

    private let log = Mutex<[Event]>([])

    var events: [Event] { log.withLock { $0 } }
    var operations: [ObservedOperation] {
        events.compactMap { if case .started(let operation) = $0 { operation } else { nil } }
    }
    var retries: [OperationRetry] {
        events.compactMap { if case .retried(let retry) = $0 { retry } else { nil } }
    }
    var outcomes: [OperationOutcome] {
        events.compactMap { if case .ended(let outcome) = $0 { outcome } else { nil } }
    }

    func operationStarted(_ operation: ObservedOperation) -> any OperationObservation {
        note(.started(operation))
        return Observation(observer: self)
    }

    private func note(_ event: Event) { log.withLock { $0.append(event) } }

    private struct Observation: OperationObservation {
        let observer: RecordingObserver
        func operationRetried(_ retry: OperationRetry) { observer.note(.retried(retry)) }
        func operationEnded(_ outcome: OperationOutcome) { observer.note(.ended(outcome)) }
    }
}

/// A clock that stands still until it is moved.
final class ManualClock: Clock {
    struct Instant: InstantProtocol {
        var offset: Duration
        func advanced(by duration: Duration) -> Instant { Instant(offset: offset + duration) }
        func duration(to other: Instant) -> Duration { other.offset - offset }
        static func < (left: Instant, right: Instant) -> Bool { left.offset < right.offset }
    }

    private let time = Mutex(Instant(offset: .zero))
    var now: Instant { time.withLock { $0 } }
    let minimumResolution = Duration.nanoseconds(1)
    func advance(by duration: Duration) { time.withLock { $0 = $0.advanced(by: duration) } }
    func sleep(until deadline: Instant, tolerance: Duration?) async throws {
        time.withLock { $0 = max($0, deadline) }
    }
}

/// An executor that reports attempts as one on a network does, each of them a second long.
struct WireExecutor: DynamoDBExecutor {
    let base: ScriptedDynamoDB
    let clock: ManualClock
    /// Before the one that the script answers.
    let failures: [DynamoDBError]

    func execute<Operation: DynamoDBOperation>(
        _ operation: Operation
    ) async throws(DynamoDBError) -> Operation.Output {
        let recorder = WireRecorder.current
        for (index, error) in failures.enumerated() {
            clock.advance(by: .seconds(1))
            recorder?.attempt(sent: 100, received: 10, requestID: "R\(index + 1)")
            recorder?.retry(attempt: index + 1, error: error, delay: .milliseconds(50))
        }
        clock.advance(by: .seconds(1))
        recorder?.attempt(sent: 100, received: 1_000, requestID: "R\(failures.count + 1)")
        return try await base.execute(operation)
    }
}
