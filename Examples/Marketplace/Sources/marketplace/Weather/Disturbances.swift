import Entities
import Synchronization

/// Counts what keeps requests from success, and what that was.
final class Disturbances: OperationObserver {
    /// What it was.
    enum Kind: String, CaseIterable {
        case condition = "conditions that did not hold"
        case conflict = "conflicts of transactions"
        case throttling = "throttled requests"
        case lostAnswer = "answers that were lost"
        case other = "other failures"
    }

    private let state = Mutex([Kind: Int]())

    var counts: [Kind: Int] { state.withLock { $0 } }

    func operationStarted(_ operation: ObservedOperation) -> any OperationObservation { Watch(disturbances: self) }

    private struct Watch: OperationObservation {
        let disturbances: Disturbances

        func operationEnded(_ outcome: OperationOutcome) {
            guard let error = outcome.error else { return }
            disturbances.state.withLock { $0[Kind(error), default: 0] += 1 }
        }
    }
}

extension Disturbances.Kind {
    init(_ error: DynamoDBError) {
        self =
            switch error.code {
            case .conditionalCheckFailed: .condition
            case .transactionConflict: .conflict
            case .transactionCanceled:
                error.cancellationReasons.contains { $0.failure != nil || $0.code == "ConditionalCheckFailed" }
                    ? .condition : .conflict
            case .connection, .timeout: .lostAnswer
            default: error.isThrottling ? .throttling : .other
            }
    }
}
