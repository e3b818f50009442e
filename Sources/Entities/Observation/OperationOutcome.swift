/// How an operation ended, and what it took.
public struct OperationOutcome: Sendable {
    /// Why it failed; `nil` for success.
    public var error: DynamoDBError?
    /// From the start to the end, pauses between attempts included.
    public var duration: Duration
    /// How often it was tried, from 1. An executor that says nothing of attempts made one.
    public var attempts: Int
    /// Bytes of the request bodies of all attempts; `nil` where nothing goes over a network.
    public var bytesSent: Int?
    /// Bytes of the response bodies of all attempts, as they came; `nil` where nothing goes over a network.
    public var bytesReceived: Int?
    /// What it consumed, one entry per table. Empty for operations that consume nothing, for what failed (the service does not say what a
    /// failed condition cost), and where nobody asked.
    public var consumedCapacity: [ConsumedCapacity]
    /// How many items were read or written; `nil` for what failed, and for operations that are not about items.
    public var items: ItemCounts?
    /// The service's name for the last attempt that it answered.
    public var requestID: String?

    public init(
        error: DynamoDBError? = nil, duration: Duration, attempts: Int = 1, bytesSent: Int? = nil,
        bytesReceived: Int? = nil, consumedCapacity: [ConsumedCapacity] = [], items: ItemCounts? = nil,
        requestID: String? = nil
    ) {
        self.error = error
        self.duration = duration
        self.attempts = attempts
        self.bytesSent = bytesSent
        self.bytesReceived = bytesReceived
        self.consumedCapacity = consumedCapacity
        self.items = items
        self.requestID = requestID
    }
}

extension OperationOutcome {
    /// What an outcome means to those who watch: a failed condition is a program's daily bread, a throttled table is not.
    public enum Kind: String, Hashable, Sendable, CaseIterable {
        case succeeded
        /// A condition did not hold, or someone else was writing the same item: the answer to a question.
        case refused
        /// More was asked than the table, the index, the partition or the account has.
        case throttled
        /// The task was cancelled.
        case cancelled
        case failed
    }

    public var kind: Kind { error.map(Kind.init(of:)) ?? .succeeded }
}

extension OperationOutcome.Kind {
    /// What an error means, of an operation or of one attempt.
    public init(of error: DynamoDBError) {
        self =
            switch error.code {
            case .cancelled: .cancelled
            case .conditionalCheckFailed, .transactionConflict, .transactionInProgress: .refused
            case .transactionCanceled: Self(of: error.cancellationReasons)
            default: error.isThrottling ? .throttled : .failed
            }
    }

    /// By the codes of https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TransactWriteItems.html.
    private init(of reasons: [DynamoDBError.CancellationReason]) {
        let codes = Set(reasons.filter(\.isFailure).map(\.code))
        self =
            if !codes.isDisjoint(with: ["ProvisionedThroughputExceeded", "ThrottlingError"]) {
                .throttled
            } else if !codes.isEmpty, codes.isSubset(of: ["ConditionalCheckFailed", "TransactionConflict"]) {
                .refused
            } else {
                .failed
            }
    }
}
