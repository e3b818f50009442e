import Entities
import Foundation

/// Random values for key parts, from a seed.
struct RandomParts {
    private var generator: SplitMix64

    init(seed: UInt64) { generator = SplitMix64(seed: seed) }

    /// Short texts of few characters, so that prefixes, neighbours and everything that is escaped are frequent.
    mutating func text() -> String {
        let alphabet: [Unicode.Scalar] = [
            "\0", "\u{1F}", " ", "!", "\"", "#", "$", "%", "&", "-", "/", "2", "3", "A", "_", "a", "b", "~", "\u{7F}",
            "é", "e", "\u{301}", "\u{D7FF}", "\u{E000}", "\u{FFFF}", "\u{10000}", "\u{1F980}", "\u{100000}",
            "\u{10FFFE}",
        ]
        var text = String.UnicodeScalarView()
        for _ in 0..<Int.random(in: 0...4, using: &generator) {
            if let scalar = alphabet.randomElement(using: &generator) { text.append(scalar) }
        }
        return String(text)
    }

    mutating func integer() -> Int {
        switch Int.random(in: 0...9, using: &generator) {
        case 0: .min
        case 1: .max
        case 2...5: Int.random(in: -11...11, using: &generator)
        default: Int.random(in: .min ... .max, using: &generator) >> Int.random(in: 0...62, using: &generator)
        }
    }

    /// Dates of few days in years from 0000 to 9999, in milliseconds.
    mutating func date() -> Date {
        let days = [-719_528, -1, 0, 20_413, 20_414, 2_932_896].randomElement(using: &generator) ?? 0
        let milliseconds = Int.random(in: 0..<86_400_000, using: &generator)
        return Date(timeIntervalSince1970: Double(days * 86_400_000 + milliseconds) / 1000)
    }

    mutating func number(in range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &generator) }

    mutating func isHeads() -> Bool { Bool.random(using: &generator) }
}

extension String {
    /// Whether DynamoDB has this text before the other.
    func precedes(_ other: String) -> Bool { utf8.lexicographicallyPrecedes(other.utf8) }

    /// Whether the bytes are the same; `==` looks at Unicode's canonical form.
    func isIdentical(to other: String) -> Bool { utf8.elementsEqual(other.utf8) }
}
