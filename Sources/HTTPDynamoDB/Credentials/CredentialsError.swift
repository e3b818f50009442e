/// Why there are no credentials: every source that was tried, and what each said.
public struct CredentialsError: Error, Hashable, Sendable {
    /// A source, and why it had none.
    public struct Attempt: Hashable, Sendable {
        /// Such as `environment`, or `profile 'dev' in ~/.aws/config`.
        public var source: String
        public var reason: String

        public init(source: String, reason: String) {
            self.source = source
            self.reason = reason
        }
    }

    public var attempts: [Attempt]

    public init(_ attempts: [Attempt]) {
        self.attempts = attempts
    }
}

extension CredentialsError: CustomStringConvertible {
    public var description: String {
        "there are no credentials:" + attempts.map { "\n  \($0.source): \($0.reason)" }.joined()
    }
}
