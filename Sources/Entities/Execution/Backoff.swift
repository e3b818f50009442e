/// The pause before something is tried again: exponential with full jitter, from 25 ms up to 1 s.
enum Backoff {
    static func wait(_ attempt: Int) async throws(DynamoDBError) {
        let ceiling = min(25 << min(attempt, 6), 1000)
        do {
            try await Task.sleep(for: .milliseconds(Int.random(in: 0...ceiling)))
        } catch {
            throw DynamoDBError(.cancelled, "the task was cancelled between two attempts")
        }
    }
}

extension DynamoDBError.Code {
    /// The task was cancelled before the work was done.
    public static let cancelled = Self(rawValue: "Cancelled")
}
