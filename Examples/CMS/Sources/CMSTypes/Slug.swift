import Entities
import Foundation

/// An article's name in an address, in any script: `神保町を歩く`. Composed (NFC), since browsers and file systems differ.
public struct Slug: CheckedText {
    public let rawValue: String

    public init?(rawValue: String) {
        let text = rawValue.precomposedStringWithCanonicalMapping
        guard (1...200).contains(text.utf8.count), text.allSatisfy(Self.isAllowed) else { return nil }
        self.rawValue = text
    }

    private static func isAllowed(_ character: Character) -> Bool {
        character == "-" || character.isNumber || (character.isLetter && !character.isUppercase)
    }
}
