public import Entities
public import Logging

/// Writes an entry for each operation and each retry to a log.
///
/// ```swift
/// let db = db.observed(by: LoggingObserver(Logger(label: "cms.dynamodb")))
/// ```
///
/// The metadata have names, numbers and codes under OpenTelemetry's names. Keys, items and messages, which may quote them, are left out.
public struct LoggingObserver: OperationObserver {
    private let logger: Logger
    private let level: @Sendable (OperationOutcome.Kind) -> Logger.Level

    /// - Parameter level: of an operation that ended. A throttled attempt is as loud as a throttled operation, any other retry a notice.
    public init(
        _ logger: Logger,
        level: @escaping @Sendable (OperationOutcome.Kind) -> Logger.Level = { LoggingObserver.level(of: $0) }
    ) {
        self.logger = logger
        self.level = level
    }

    /// Success is for debugging, a failed condition is information, throttling is a warning, anything else an error.
    public static func level(of outcome: OperationOutcome.Kind) -> Logger.Level {
        switch outcome {
        case .succeeded: .debug
        case .refused, .cancelled: .info
        case .throttled: .warning
        case .failed: .error
        }
    }

    public func operationStarted(_ operation: ObservedOperation) -> any OperationObservation {
        Entries(logger: logger, level: level, operation: operation)
    }

    private struct Entries: OperationObservation {
        let logger: Logger
        let level: @Sendable (OperationOutcome.Kind) -> Logger.Level
        let operation: ObservedOperation

        func operationRetried(_ retry: OperationRetry) {
            let kind = OperationOutcome.Kind(of: retry.error)
            logger.log(
                level: kind == .throttled ? level(kind) : .notice,
                "\(operation.accessPattern): attempt \(retry.attempt) failed, trying again",
                metadata: Logger.Metadata([OperationAttributes(operation), OperationAttributes(retry)]))
        }

        func operationEnded(_ outcome: OperationOutcome) {
            logger.log(
                level: level(outcome.kind), "\(operation.accessPattern): \(outcome.kind.rawValue)",
                metadata: metadata(of: outcome))
        }

        private func metadata(of outcome: OperationOutcome) -> Logger.Metadata {
            var metadata = Logger.Metadata([
                OperationAttributes(operation), OperationAttributes(outcome, of: operation),
            ])
            metadata["db.client.operation.duration"] = "\(outcome.duration.seconds)"
            return metadata
        }
    }
}

extension Logger.Metadata {
    fileprivate init(_ attributes: [OperationAttributes]) {
        self.init()
        for attribute in attributes.flatMap(\.values) {
            self[attribute.name] =
                switch attribute.value {
                case .text(let text): .string(text)
                case .texts(let texts): .array(texts.map(Logger.MetadataValue.string))
                case .integer(let number): .string(String(number))
                case .double(let number): .string(String(number))
                }
        }
    }
}
