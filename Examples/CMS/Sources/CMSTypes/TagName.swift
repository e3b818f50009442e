import Entities
import Foundation

/// A tag, in any script and with any signs: `#`, `100 %`, `async/await`. Composed (NFC), so that both spellings of
/// `naïve` are one tag.
public struct TagName: CheckedText {
    public let rawValue: String

    public init?(rawValue: String) {
        let text = rawValue.trimmingCharacters(in: .whitespaces).precomposedStringWithCanonicalMapping
        guard (1...100).contains(text.utf8.count), !text.contains(where: \.isNewline) else { return nil }
        self.rawValue = text
    }
}
