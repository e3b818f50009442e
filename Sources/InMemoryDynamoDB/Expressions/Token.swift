/// A word, placeholder, number or symbol of an expression's text.
struct Token: Equatable {
    enum Kind: Equatable {
        /// Letters, digits and underscores, starting with a letter: an attribute's name, a keyword or a function.
        case word
        /// `#placeholder`.
        case name
        /// `:placeholder`.
        case value
        /// Digits.
        case number
        case openParenthesis, closeParenthesis, openBracket, closeBracket, dot, comma, plus, minus
        case equal, notEqual, less, lessOrEqual, greater, greaterOrEqual
        /// A character that no expression contains.
        case unknown
        case end
    }

    let kind: Kind
    /// Offsets in the UTF-8 of the text.
    let range: Range<Int>
}

extension Token {
    /// Takes a text apart. Whatever cannot be part of an expression becomes an `unknown` token, which no rule accepts.
    static func all(in text: [UInt8]) -> [Token] {
        var tokens: [Token] = []
        var index = 0
        while index < text.count {
            let start = index
            let byte = text[index]
            index += 1
            let kind: Kind
            switch byte {
            case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r"), UInt8(ascii: "\n"): continue
            case UInt8(ascii: "("): kind = .openParenthesis
            case UInt8(ascii: ")"): kind = .closeParenthesis
            case UInt8(ascii: "["): kind = .openBracket
            case UInt8(ascii: "]"): kind = .closeBracket
            case UInt8(ascii: "."): kind = .dot
            case UInt8(ascii: ","): kind = .comma
            case UInt8(ascii: "+"): kind = .plus
            case UInt8(ascii: "-"): kind = .minus
            case UInt8(ascii: "="): kind = .equal
            case UInt8(ascii: "<"):
                let next = index < text.count ? text[index] : 0
                if next == UInt8(ascii: ">") {
                    kind = .notEqual
                    index += 1
                } else if next == UInt8(ascii: "=") {
                    kind = .lessOrEqual
                    index += 1
                } else {
                    kind = .less
                }
            case UInt8(ascii: ">"):
                if index < text.count, text[index] == UInt8(ascii: "=") {
                    kind = .greaterOrEqual
                    index += 1
                } else {
                    kind = .greater
                }
            case UInt8(ascii: "#"), UInt8(ascii: ":"):
                while index < text.count, isWordByte(text[index]) { index += 1 }
                kind = index == start + 1 ? .unknown : byte == UInt8(ascii: "#") ? .name : .value
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                while index < text.count, isDigit(text[index]) { index += 1 }
                kind = .number
            case _ where isLetter(byte):
                while index < text.count, isWordByte(text[index]) { index += 1 }
                kind = .word
            default:
                // All of the character, not a byte of it.
                while index < text.count, text[index] & 0xC0 == 0x80 { index += 1 }
                kind = .unknown
            }
            tokens.append(Token(kind: kind, range: start..<index))
        }
        tokens.append(Token(kind: .end, range: text.count..<text.count))
        return tokens
    }

    private static func isLetter(_ byte: UInt8) -> Bool { byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A }
    private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
    private static func isWordByte(_ byte: UInt8) -> Bool {
        isLetter(byte) || isDigit(byte) || byte == UInt8(ascii: "_")
    }
}
