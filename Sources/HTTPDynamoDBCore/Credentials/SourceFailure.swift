/// Why a source has no credentials, as the parts of a source say it to each other; the source adds its name.
struct SourceFailure: Error, Hashable {
    var reason: CredentialsError.Reason
    var message: String

    static func notFound(_ message: String) -> SourceFailure { SourceFailure(reason: .notFound, message: message) }
    static func failed(_ message: String) -> SourceFailure { SourceFailure(reason: .failed, message: message) }
    static var cancelled: SourceFailure { SourceFailure(reason: .cancelled, message: "cancelled") }

    /// Runs what reads settings: a wrong one is a failure of the source.
    static func catching<T>(_ body: () throws(ConfigurationError) -> T) throws(SourceFailure) -> T {
        do {
            return try body()
        } catch {
            throw .failed(error.message)
        }
    }
}

extension CredentialsError {
    init(_ source: String, _ failure: SourceFailure) {
        self.init(
            failure.reason == .cancelled ? [] : [Attempt(source: source, reason: failure.message)],
            reason: failure.reason)
    }
}
