public import CoreMetrics
public import Entities

/// Counts and times operations.
///
/// ```swift
/// let db = db.observed(by: MetricsObserver())
/// ```
///
/// | metric | is | its own dimension |
/// |---|---|---|
/// | `db.client.operation.duration` | a timer; its count is that of the operations | `dynamodb.outcome` |
/// | `dynamodb.client.retries` | a counter | `error.type` |
/// | `dynamodb.client.errors` | a counter | `error.type` |
/// | `dynamodb.client.read_units`, `dynamodb.client.write_units` | counters of capacity units | `aws.dynamodb.index_name` |
/// | `dynamodb.client.bytes_sent`, `dynamodb.client.bytes_received` | counters | |
///
/// All have `db.system.name`, `db.operation.name`, `db.collection.name` (the table, or several with commas between them),
/// `dynamodb.entity` and `dynamodb.access_pattern`. What is not known is empty text, since some backends refuse a metric that has other
/// dimensions than before. There are as many combinations as a program has access patterns, whatever its data are.
public struct MetricsObserver: OperationObserver {
    private let instruments: Instruments

    /// - Parameter factory: the one that the process was set up with, unless given.
    public init(factory: any MetricsFactory = MetricsSystem.factory) {
        instruments = Instruments(factory: factory)
    }

    public func operationStarted(_ operation: ObservedOperation) -> any OperationObservation {
        Measurement(instruments: instruments, operation: operation)
    }

    private struct Measurement: OperationObservation {
        let instruments: Instruments
        let operation: ObservedOperation

        private func dimensions(table: String? = nil, _ own: (String, String)...) -> Dimensions {
            Dimensions(
                [
                    ("db.system.name", "aws.dynamodb"), ("db.operation.name", operation.name),
                    ("db.collection.name", table ?? operation.tableNames.joined(separator: ",")),
                    ("dynamodb.entity", operation.origin.entity ?? ""),
                    ("dynamodb.access_pattern", operation.origin.accessPattern ?? ""),
                ] + own)
        }

        func operationRetried(_ retry: OperationRetry) {
            instruments.counter("dynamodb.client.retries", dimensions(("error.type", retry.error.code.rawValue)))
                .increment()
        }

        func operationEnded(_ outcome: OperationOutcome) {
            instruments.timer(
                "db.client.operation.duration", dimensions(("dynamodb.outcome", outcome.kind.rawValue))
            ).recordSeconds(outcome.duration.seconds)
            if let error = outcome.error {
                instruments.counter("dynamodb.client.errors", dimensions(("error.type", error.code.rawValue)))
                    .increment()
            }
            for (place, units) in operation.places(of: outcome.consumedCapacity) {
                let dimensions = dimensions(table: place.table, ("aws.dynamodb.index_name", place.index ?? ""))
                if units.reads > 0 {
                    instruments.amount("dynamodb.client.read_units", dimensions).increment(by: units.reads)
                }
                if units.writes > 0 {
                    instruments.amount("dynamodb.client.write_units", dimensions).increment(by: units.writes)
                }
            }
            if let bytes = outcome.bytesSent {
                instruments.counter("dynamodb.client.bytes_sent", dimensions()).increment(by: bytes)
            }
            if let bytes = outcome.bytesReceived {
                instruments.counter("dynamodb.client.bytes_received", dimensions()).increment(by: bytes)
            }
        }
    }
}
