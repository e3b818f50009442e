package import struct Foundation.Date

/// Time and chance, as tests set them.
package struct Timekeeping: Sendable {
    /// The time of day, for signatures.
    var date: @Sendable () -> Date
    /// A clock that is never set, for time limits.
    var uptime: @Sendable () -> Duration
    /// Passes time; throws when the task is cancelled.
    var sleep: @Sendable (Duration) async throws -> Void
    /// From 0 to 1, for the length of pauses.
    var random: @Sendable () -> Double

    package init(
        date: @escaping @Sendable () -> Date = { Date() },
        uptime: @escaping @Sendable () -> Duration = Timekeeping.processUptime,
        sleep: @escaping @Sendable (Duration) async throws -> Void = { try await Task.sleep(for: $0) },
        random: @escaping @Sendable () -> Double = { Double.random(in: 0...1) }
    ) {
        self.date = date
        self.uptime = uptime
        self.sleep = sleep
        self.random = random
    }

    private static let start = ContinuousClock.now

    @Sendable package static func processUptime() -> Duration { ContinuousClock.now - start }
}
