import Synchronization

/// The tokens that retries of an executor cost, so that they stay a fraction of its requests when much fails.
final class RetryQuota: Sendable {
    private static let transientCost = 14
    private static let throttlingCost = 5

    private let capacity: Int
    private let tokens: Mutex<Int>

    init(capacity: Int) {
        self.capacity = capacity
        tokens = Mutex(capacity)
    }

    /// Takes the tokens of a retry.
    /// - Returns: what was taken; `nil` where there is not enough.
    func take(isThrottling: Bool) -> Int? {
        let cost = isThrottling ? Self.throttlingCost : Self.transientCost
        return tokens.withLock { tokens in
            guard tokens >= cost else { return nil }
            tokens -= cost
            return cost
        }
    }

    /// Gives back what the last retry of a request took, or one token for a request that did without.
    func refill(_ taken: Int?) {
        tokens.withLock { $0 = min(capacity, $0 + (taken ?? 1)) }
    }
}
