import Entities
import Foundation

/// An e-mail address, in lower case.
public struct EmailAddress: CheckedText {
    public let rawValue: String

    public init?(rawValue: String) {
        let text = rawValue.trimmingCharacters(in: .whitespaces).lowercased()
        let sides = text.split(separator: "@", omittingEmptySubsequences: false)
        guard sides.count == 2, !sides[0].isEmpty, sides[1].contains("."), text.utf8.count <= 254,
            !text.contains(where: \.isWhitespace),
            sides[1].split(separator: ".", omittingEmptySubsequences: false).allSatisfy({ !$0.isEmpty })
        else { return nil }
        self.rawValue = text
    }
}
