/// The pauses before something is tried again: exponential with full jitter, so that many who wait do not come back at once.
///
/// ```swift
/// let db = Database(executor, table: CMS.table, backoff: Backoff(sleep: { _ in }))    // a test that does not wait
/// ```
public struct Backoff: Sendable {
    /// The upper bound of the first pause; it doubles with each failure.
    public let first: Duration
    /// The upper bound of all pauses.
    public let longest: Duration
    /// What passes the time; throws when the task is cancelled.
    private let sleep: @Sendable (Duration) async throws -> Void

    public init(
        first: Duration = .milliseconds(50), longest: Duration = .seconds(1),
        sleep: @escaping @Sendable (Duration) async throws -> Void = { try await Task.sleep(for: $0) }
    ) {
        self.first = first
        self.longest = longest
        self.sleep = sleep
    }

    /// Pauses of up to 50 ms, 100 ms … 1 s.
    public static let standard = Backoff()

    /// The upper bound of the pause after so many failures in a row: it doubles with each.
    package static func ceiling(after failures: Int, first: Duration, longest: Duration) -> Duration {
        min(first * (1 << min(max(failures, 1) - 1, 20)), longest)
    }

    /// Waits after so many failures in a row, at least one.
    /// - Throws: `cancelled`.
    func wait(after failures: Int) async throws(DynamoDBError) {
        let ceiling = Self.ceiling(after: failures, first: first, longest: longest)
        try await pause(ceiling * Double.random(in: 0...1))
    }

    /// Lets a time pass.
    /// - Throws: `cancelled`.
    func pause(_ duration: Duration) async throws(DynamoDBError) {
        do {
            try await sleep(duration)
        } catch {
            throw .cancelled
        }
    }
}

extension DynamoDBError.Code {
    /// The task was cancelled before the work was done.
    public static let cancelled = Self(rawValue: "Cancelled")
}

extension DynamoDBError {
    package static let cancelled = DynamoDBError(.cancelled, "the task was cancelled before all was done")

    /// Between two requests: what is done stays done, and no other request is sent.
    static func checkCancellation() throws(DynamoDBError) {
        if Task.isCancelled { throw .cancelled }
    }
}
