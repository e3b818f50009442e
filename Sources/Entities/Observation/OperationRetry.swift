/// An attempt at an operation that failed, after which there will be another.
public struct OperationRetry: Sendable {
    /// The number of the attempt that failed, from 1.
    public var attempt: Int
    /// Why it failed.
    public var error: DynamoDBError
    /// How long it is waited before the next attempt.
    public var delay: Duration

    public init(attempt: Int, error: DynamoDBError, delay: Duration) {
        self.attempt = attempt
        self.error = error
        self.delay = delay
    }
}
