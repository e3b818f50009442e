import Entities

/// How often failed requests are sent again, and after what pauses: the standard mode of the AWS SDKs, with the figures for DynamoDB
/// that all of them have since November 2026.
///
/// The n-th pause is a random part (full jitter) of `base * 2^(n-1)`, never more than `longestDelay`. Besides, all requests of an
/// executor share a quota: each retry takes tokens from it, each success gives some back, so that an outage is not answered with a
/// multiple of the load. The rules are at https://docs.aws.amazon.com/sdkref/latest/guide/feature-retry-behavior.html
public struct RetryPolicy: Hashable, Sendable {
    /// How often a request is sent at the most, the first time included; `nil`: as often as `AWS_MAX_ATTEMPTS` or the profile's `max_attempts`
    /// says, or else 4 times.
    public var maximumAttempts: Int?
    /// The bound of the first pause after failures of the network or the service.
    public var transientDelay = Duration.milliseconds(25)
    /// The bound of the first pause after the service asked for less.
    public var throttlingDelay = Duration.seconds(1)
    /// The bound of all pauses.
    public var longestDelay = Duration.seconds(20)
    /// How many tokens the quota holds. Retries take 14 each, those after throttling 5.
    public var quota = 500

    public init() {}

    /// Nothing is sent twice.
    public static let never: RetryPolicy = {
        var policy = RetryPolicy()
        policy.maximumAttempts = 1
        return policy
    }()

    /// `maximumAttempts`, or else what the SDKs have for DynamoDB.
    var attempts: Int { maximumAttempts ?? 4 }

    /// The bound of the pause after so many failures.
    func ceiling(after failures: Int, isThrottling: Bool) -> Duration {
        Backoff.ceiling(
            after: failures, first: isThrottling ? throttlingDelay : transientDelay, longest: longestDelay)
    }
}
