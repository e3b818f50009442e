public import Entities
public import Tracing

/// Makes a client span of each operation, below the span of the task that waits for it, with an event for each retry.
///
/// ```swift
/// let db = db.observed(by: TracingObserver(tracer))
/// ```
///
/// A span is called after the operation and its table, `Query cms`, and has OpenTelemetry's attributes for DynamoDB. Its status is an error
/// where the operation was throttled or failed; a failed condition is an answer, and has `error.type` alone. Keys, items and
/// messages, which may quote them, are left out.
public struct TracingObserver: OperationObserver {
    private let tracer: any Tracer

    /// - Parameter tracer: the one that the process was set up with, unless given.
    public init(_ tracer: any Tracer = InstrumentationSystem.tracer) {
        self.tracer = tracer
    }

    public func operationStarted(_ operation: ObservedOperation) -> any OperationObservation {
        let tables = operation.tableNames
        let span = tracer.startSpan(
            tables.count == 1 ? "\(operation.name) \(tables[0])" : operation.name, ofKind: .client)
        if span.isRecording { span.updateAttributes { $0.set(OperationAttributes(operation)) } }
        return OperationSpan(span: span, operation: operation)
    }

    private struct OperationSpan: OperationObservation {
        let span: any Span
        let operation: ObservedOperation

        func operationRetried(_ retry: OperationRetry) {
            var attributes = SpanAttributes()
            attributes.set(OperationAttributes(retry))
            span.addEvent(SpanEvent(name: "retry", attributes: attributes))
        }

        func operationEnded(_ outcome: OperationOutcome) {
            if span.isRecording {
                span.updateAttributes { $0.set(OperationAttributes(outcome, of: operation)) }
                switch outcome.kind {
                case .throttled, .failed:
                    span.setStatus(SpanStatus(code: .error, message: outcome.error?.code.rawValue))
                case .succeeded, .refused, .cancelled: break
                }
            }
            span.end()
        }
    }
}

extension SpanAttributes {
    fileprivate mutating func set(_ attributes: OperationAttributes) {
        for attribute in attributes.values {
            switch attribute.value {
            case .text(let text): self[attribute.name] = text
            case .texts(let texts): self[attribute.name] = texts
            case .integer(let number): self[attribute.name] = number
            case .double(let number): self[attribute.name] = number
            }
        }
    }
}
