import Foundation

/// A line on the terminal that says what is going on, beside what is printed.
package struct Progress: Sendable {
    private let isShown: Bool

    package init(isShown: Bool = isatty(STDERR_FILENO) == 1) { self.isShown = isShown }

    package func say(_ text: String) {
        guard isShown else { return }
        FileHandle.standardError.write(Data("\r\(text)\u{1B}[K".utf8))
    }

    package func clear() { say("") }
}
