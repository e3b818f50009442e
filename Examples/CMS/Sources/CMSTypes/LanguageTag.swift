import Entities

/// A language by its code in ISO 639-1, with or without a region: `en`, `pt-BR`.
public struct LanguageTag: CheckedText {
    public let rawValue: String

    public init?(rawValue: String) {
        let parts = rawValue.split(separator: "-", omittingEmptySubsequences: false)
        let isCode = { (part: Substring) in part.count == 2 && part.allSatisfy { $0.isASCII && $0.isLetter } }
        guard (1...2).contains(parts.count), parts.allSatisfy(isCode) else { return nil }
        self.rawValue = ([parts[0].lowercased()] + parts.dropFirst().map { $0.uppercased() }).joined(separator: "-")
    }
}
