import Testing

@testable import HTTPDynamoDBCore

@Suite("Retries: pauses and quota") struct RetryTests {
    @Test("Pauses double up to a bound, and are longer after throttling")
    func pauses() {
        let policy = RetryPolicy()
        let transient = (1...4).map { policy.ceiling(after: $0, isThrottling: false) }
        #expect(transient == [.milliseconds(25), .milliseconds(50), .milliseconds(100), .milliseconds(200)])
        let throttling = (1...6).map { policy.ceiling(after: $0, isThrottling: true) }
        #expect(throttling == [1, 2, 4, 8, 16, 20].map(Duration.seconds))
        #expect(policy.ceiling(after: .max, isThrottling: false) == policy.longestDelay)
    }

    @Test("A quota is used up by retries, and filled again by successes, never beyond its size")
    func quota() {
        let quota = RetryQuota(capacity: 30)
        #expect(quota.take(isThrottling: false) == 14)
        #expect(quota.take(isThrottling: false) == 14)
        #expect(quota.take(isThrottling: true) == nil)
        quota.refill(nil)
        quota.refill(nil)
        #expect(quota.take(isThrottling: true) == nil)
        quota.refill(nil)
        #expect(quota.take(isThrottling: true) == 5)
        for _ in 0..<100 { quota.refill(14) }
        #expect(quota.take(isThrottling: false) == 14)
        #expect(quota.take(isThrottling: false) == 14)
        #expect(quota.take(isThrottling: false) == nil)
    }
}
