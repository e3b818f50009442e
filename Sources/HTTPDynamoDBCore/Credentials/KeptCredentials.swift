import Foundation

/// Credentials in a cache, and when to get others. An object, so that a request that looks at it under the lock copies
/// one reference.
final class KeptCredentials: Sendable {
    enum Step {
        case use
        /// They are good for this request, and others should be had.
        case useAndRenew
        case wait
    }

    let credentials: AWSCredentials
    /// From when on others should be had.
    private let renewal: Date
    /// From when on requests wait for others.
    private let lateness: Date

    private init(_ credentials: AWSCredentials, renewal: Date, lateness: Date) {
        self.credentials = credentials
        self.renewal = renewal
        self.lateness = lateness
    }

    /// Credentials that were had now.
    convenience init(_ credentials: AWSCredentials, since now: Date) {
        let end = credentials.expiration ?? .distantFuture
        // Those that live for minutes only are used for half of their time first.
        let lifetime = end.timeIntervalSince(now)
        self.init(
            credentials, renewal: end - min(CachedCredentials.advisoryWindow, lifetime / 2),
            lateness: end - min(CachedCredentials.mandatoryWindow, lifetime / 4))
    }

    /// The same credentials, after others could not be had: for a while nobody tries again.
    func postponed(until renewal: Date) -> KeptCredentials {
        KeptCredentials(credentials, renewal: renewal, lateness: lateness)
    }

    func step(_ now: () -> Date) -> Step {
        guard let end = credentials.expiration else { return .use }
        let now = now()
        if now >= end { return .wait }
        if now < renewal { return .use }
        return now < lateness ? .useAndRenew : .wait
    }

    func isValid(_ now: Date) -> Bool { credentials.expiration.map { $0 > now } ?? true }
}
