import struct Foundation.Date

/// What settings and credentials take from the machine: variables, files, commands, time and chance. Tests bring their
/// own.
struct HostEnvironment: Sendable {
    var variables: [String: String]
    var homeDirectory: String?
    /// The text of a file; `nil` if there is none.
    var readFile: @Sendable (String) throws(ConfigurationError) -> String?
    /// Runs a command line for at most so long. Throws `CommandError`, or `CancellationError`.
    var runCommand: @Sendable (String, Duration) async throws -> CommandResult
    var now: @Sendable () -> Date
    /// Passes time; throws when the task is cancelled.
    var sleep: @Sendable (Duration) async throws -> Void
    /// A number in 0..<1.
    var random: @Sendable () -> Double

    /// The value of a variable. An empty one is as good as none, as in the AWS SDKs.
    subscript(variable name: String) -> String? {
        guard let value = variables[name], !value.isEmpty else { return nil }
        return value
    }

    /// A path whose leading `~/` stands for the home directory.
    func path(_ text: String) -> String {
        guard text == "~" || text.hasPrefix("~/"), let homeDirectory else { return text }
        return homeDirectory + text.dropFirst()
    }
}

/// How a command ended, and what it wrote to its standard output.
struct CommandResult: Sendable {
    var status: Int32
    var output: [UInt8]
}

/// Why a command gave no result.
struct CommandError: Error {
    var message: String
}
