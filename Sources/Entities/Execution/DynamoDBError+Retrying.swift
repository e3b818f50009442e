// What a failure says about trying again. The codes are those of the AWS SDKs' standard retry mode:
// https://docs.aws.amazon.com/sdkref/latest/guide/feature-retry-behavior.html

extension DynamoDBError {
    /// Whether the service refused the request since it, or someone else, asks too much. It was not carried out.
    public var isThrottling: Bool {
        switch code {
        case .provisionedThroughputExceeded, .throttling, .requestLimitExceeded, .limitExceeded, .transactionInProgress:
            true
        default: Self.otherThrottlingCodes.contains(code.rawValue)
        }
    }

    /// Whether the network or the service failed, so that the same request may succeed in a moment.
    public var isTransient: Bool {
        switch code {
        case .connection, .timeout, .internalServerError, .serviceUnavailable: true
        default:
            code.rawValue == "RequestTimeout" || code.rawValue == "RequestTimeoutException"
                || code.rawValue == "InternalError"
        }
    }

    /// Whether the same request may succeed when it is sent again later, as it is.
    ///
    /// Whether that does no harm is another question: see `isOutcomeUnknown`.
    public var isRetryable: Bool {
        switch code {
        case .transactionConflict, .unprocessed: true
        case .transactionCanceled:
            cancellationReasons.contains(where: \.isFailure)
                && cancellationReasons.allSatisfy { !$0.isFailure || $0.isPassing }
        default: isThrottling || isTransient
        }
    }

    private static let otherThrottlingCodes: Set<String> = [
        "Throttling", "ThrottledException", "RequestThrottled", "RequestThrottledException", "TooManyRequestsException",
        "BandwidthLimitExceeded", "SlowDown", "PriorRequestNotComplete",
    ]
}

extension DynamoDBError.CancellationReason {
    /// Whether it passes by itself.
    var isPassing: Bool { Self.passing.contains(code) }

    private static let passing: Set<String> = [
        "TransactionConflict", "ThrottlingError", "ProvisionedThroughputExceeded",
    ]
}
