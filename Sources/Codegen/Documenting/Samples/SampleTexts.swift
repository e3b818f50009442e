/// The texts that an attribute's sample is chosen from: made of its name, so that a reader sees in a key where each part comes from.
enum SampleTexts {
    /// The texts, the nicest first. The later ones are for types that take only some: languages, addresses, codes.
    static func candidates(_ name: String, number: Int, length: LengthModel?) -> [String] {
        let word = word(of: name)
        let texts = [
            "\(word)-\(number)", "\(word)\(number)", word, "\(word)-\(number)@example.com",
            "https://example.com/\(word)-\(number)", "en", "DE", "EUR", "en-GB", "\(number)", "2026-11-21", "12345",
            "+49301234567", "#1a2b3c", "A1", "a", "A",
        ]
        return texts.map { fitted($0, to: length) } + texts
    }

    /// `authorID` → `author`, `publishedAt` → `published-at`
    static func word(of name: String) -> String {
        var word = ""
        var rest = name[...]
        for suffix in ["ID", "Id"] where rest.hasSuffix(suffix) && rest.count > suffix.count { rest.removeLast(2) }
        var previous: Character?
        for character in rest where character.isLetter || character.isNumber {
            if character.isUppercase, previous?.isLowercase ?? false { word += "-" }
            word += character.lowercased()
            previous = character
        }
        return word.isEmpty ? "text" : word
    }

    /// The text, repeated until it is long enough, or cut.
    static func fitted(_ text: String, to length: LengthModel?) -> String {
        var fitted = text
        if let minimum = length?.minimum, fitted.count < minimum {
            while fitted.count < minimum { fitted += "-" + text }
            fitted = String(fitted.prefix(max(minimum, text.count)))
        }
        if let maximum = length?.maximum, fitted.count > maximum { fitted = String(fitted.prefix(maximum)) }
        return fitted
    }
}
