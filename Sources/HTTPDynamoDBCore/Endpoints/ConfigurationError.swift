/// A setting that makes no sense, or one that is missing. The text says which, where it was looked for, and what to do.
public struct ConfigurationError: Error, Hashable, Sendable, CustomStringConvertible {
    public let message: String

    public init(_ message: String) {
        self.message = message
    }

    public var description: String { message }
}
