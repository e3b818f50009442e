import Foundation

/// Credentials in a cache, and when to get others.
struct KeptCredentials: Sendable {
    enum Step {
        case use(AWSCredentials)
        /// They are good for this request, and others should be had.
        case useAndRenew(AWSCredentials)
        case wait
    }

    let credentials: AWSCredentials
    /// From when on others should be had.
    var renewal: Date
    /// From when on requests wait for others.
    private let lateness: Date

    init(_ credentials: AWSCredentials, since now: Date) {
        self.credentials = credentials
        let end = credentials.expiration ?? .distantFuture
        // Those that live for minutes only are used for half of their time first.
        let lifetime = end.timeIntervalSince(now)
        renewal = end - min(CachedCredentials.advisoryWindow, lifetime / 2)
        lateness = end - min(CachedCredentials.mandatoryWindow, lifetime / 4)
    }

    func step(_ now: () -> Date) -> Step {
        guard let end = credentials.expiration else { return .use(credentials) }
        let now = now()
        if now >= end { return .wait }
        if now < renewal { return .use(credentials) }
        return now < lateness ? .useAndRenew(credentials) : .wait
    }
}
