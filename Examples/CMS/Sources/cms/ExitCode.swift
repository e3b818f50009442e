/// What the program ends with, after `sysexits.h`.
enum ExitCode: Int32 {
    case ok = 0
    /// Something was not found, or the database refused.
    case failure = 1
    /// The arguments are not understood.
    case usage = 64
    /// The content that was to be read is wrong.
    case badInput = 65
}

/// Why the program cannot go on.
struct ExitError: Error {
    let code: ExitCode
    let message: String

    static func failure(_ message: String) -> ExitError { ExitError(code: .failure, message: message) }
}
