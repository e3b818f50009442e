internal import Synchronization

extension Rule where Value == String {
    /// Texts in which the regular expression is found: `^` and `$` bind it to the whole. Compiled once, when the rule is made.
    ///
    /// The generator has checked the pattern. With one that is none after all, no text is right.
    /// - Complexity: as the pattern goes; one that repeats what is repeated can take a time that is exponential in the text's length.
    public static func matching(_ pattern: String) -> Rule {
        guard let expression = Pattern(pattern) else {
            return Rule { _ in "cannot be checked: \(pattern) is no regular expression" }
        }
        return Rule { expression.isFound(in: $0) ? nil : "does not match \(pattern)" }
    }
}

/// A compiled regular expression. `Regex` is not `Sendable`, therefore the lock.
private final class Pattern: Sendable {
    private let expression: Mutex<Regex<AnyRegexOutput>>

    init?(_ pattern: String) {
        guard let expression = try? Regex(pattern) else { return nil }
        self.expression = Mutex(expression)
    }

    func isFound(in text: String) -> Bool {
        // What goes wrong in the matching of a text finds nothing.
        expression.withLock { (try? $0.firstMatch(in: text)) != nil }
    }
}
