import Synchronization

/// Adds up what is consumed, per access pattern, table and index.
///
/// ```swift
/// let meter = CapacityMeter()
/// let db = db.observed(by: meter)
/// …
/// print(meter.consumption)
/// #expect(meter.consumption["Article.published"].reads <= 2)
/// ```
///
/// It knows what the service reports: successes. A failed condition consumes as much as a write of the item that it met would, and the
/// service does not say so.
public final class CapacityMeter: OperationObserver {
    private let state = Mutex(CapacityConsumption())

    public init() {}

    /// What was consumed so far. Operations count when they end.
    public var consumption: CapacityConsumption { state.withLock { $0 } }

    /// What an access pattern, such as `Article.published`, consumed so far.
    public func consumption(of accessPattern: String) -> CapacityConsumption.Row { consumption[accessPattern] }

    /// Begins anew.
    /// - Returns: what was consumed until now.
    @discardableResult
    public func reset() -> CapacityConsumption {
        state.withLock { state in
            defer { state = CapacityConsumption() }
            return state
        }
    }

    public func operationStarted(_ operation: ObservedOperation) -> any OperationObservation {
        Reading(meter: self, operation: operation)
    }

    private func record(_ operation: ObservedOperation, _ change: (inout CapacityConsumption.Row) -> Void) {
        let accessPattern = operation.accessPattern
        state.withLock { change(&$0[accessPattern]) }
    }

    private struct Reading: OperationObservation {
        let meter: CapacityMeter
        let operation: ObservedOperation

        func operationRetried(_ retry: OperationRetry) {
            meter.record(operation) { row in
                row.retries += 1
                if OperationOutcome.Kind(of: retry.error) == .throttled { row.throttled += 1 }
            }
        }

        func operationEnded(_ outcome: OperationOutcome) {
            let places = operation.places(of: outcome.consumedCapacity)
            meter.record(operation) { row in
                row.requests += 1
                row.items += outcome.items?.items ?? 0
                row.examined += outcome.items?.examined ?? 0
                if outcome.error != nil { row.failed += 1 }
                if outcome.kind == .throttled { row.throttled += 1 }
                if outcome.items != nil, outcome.consumedCapacity.isEmpty { row.unmeasured += 1 }
                row.places.merge(places, uniquingKeysWith: +)
            }
        }
    }
}
