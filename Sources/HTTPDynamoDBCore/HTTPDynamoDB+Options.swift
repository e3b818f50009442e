extension HTTPDynamoDB {
    /// Time limits and retries.
    public struct Options: Hashable, Sendable {
        /// How long one attempt may take, from waiting for a connection to the last byte of the answer.
        public var attemptTimeout = Duration.seconds(10)
        /// How long an operation may take with all attempts and pauses. Getting credentials is not in it: that has limits of its own.
        public var totalTimeout = Duration.seconds(30)
        public var retries = RetryPolicy()

        public init() {}
    }
}
