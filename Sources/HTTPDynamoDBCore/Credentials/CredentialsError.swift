/// Why there are no credentials: every source that was tried, and what each said.
///
/// No text in it is a secret, or a part of a file or an answer that may hold one.
public struct CredentialsError: Error, Hashable, Sendable {
    public enum Reason: Hashable, Sendable {
        /// None of the sources is there.
        case notFound
        /// A source is there and cannot be used: the last one that was tried. Those behind it were not asked.
        case failed
        /// The task that waited was cancelled.
        case cancelled
    }

    /// A source, and why it had none.
    public struct Attempt: Hashable, Sendable {
        /// Such as `environment`, or `profile 'dev'`.
        public var source: String
        public var reason: String

        public init(source: String, reason: String) {
            self.source = source
            self.reason = reason
        }
    }

    public var reason: Reason
    public var attempts: [Attempt]

    public init(_ attempts: [Attempt], reason: Reason = .failed) {
        self.attempts = attempts
        self.reason = reason
    }
}

extension CredentialsError: CustomStringConvertible {
    public var description: String {
        let headline =
            switch reason {
            case .notFound: "no source has credentials:"
            case .failed: "credentials cannot be had:"
            case .cancelled: "the task was cancelled while it waited for credentials"
            }
        return headline + attempts.map { "\n  \($0.source): \($0.reason)" }.joined()
    }
}
