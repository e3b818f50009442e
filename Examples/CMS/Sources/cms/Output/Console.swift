import Foundation

/// Where the program's text goes.
struct Console: Sendable {
    /// For results.
    let print: @Sendable (String) -> Void
    /// For progress and problems.
    let error: @Sendable (String) -> Void
    /// Shows a line that the next one replaces.
    let status: @Sendable (String) -> Void
    /// Whether errors are looked at in a terminal, where a line can be replaced.
    let showsStatus: Bool
    /// Whether results are looked at in a terminal, and may have type styles.
    let isTerminal: Bool

    /// The process's own.
    static let standard = Console(
        print: { write($0 + "\n", to: .standardOutput) },
        error: { write($0 + "\n", to: .standardError) },
        status: { write("\r\u{1B}[K" + $0, to: .standardError) },
        showsStatus: isatty(STDERR_FILENO) == 1,
        isTerminal: isatty(STDOUT_FILENO) == 1)

    private static func write(_ text: String, to file: FileHandle) {
        // There is nobody left to tell if this fails.
        try? file.write(contentsOf: Data(text.utf8))
    }

    /// A heading above a result.
    func heading(_ text: String) {
        print(isTerminal ? "\n\u{1B}[1m\(text)\u{1B}[0m" : "\n\(text)")
    }
}
