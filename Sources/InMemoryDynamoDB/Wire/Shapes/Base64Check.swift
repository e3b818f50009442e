/// What the service says of a text that is not base 64.
enum Base64Check {
    static func problem(of text: String) -> String? {
        let bytes = Array(text.utf8)
        guard bytes.count % 4 == 0 else {
            return "Base64 encoded length is expected a multiple of 4 bytes but found: \(bytes.count)"
        }
        let padding = bytes.suffix(2).reversed().prefix { $0 == UInt8(ascii: "=") }.count
        let digits = bytes.dropLast(padding)
        if let wrong = digits.first(where: { value(of: $0) == nil && $0 != UInt8(ascii: "=") }) {
            return "Invalid Base64 character: '\(Character(Unicode.Scalar(wrong)))'"
        }
        // A pad in the middle, or bits in the last digit that no byte uses. The misspelling is the service's.
        let unused: UInt8 = padding == 1 ? 0b11 : padding == 2 ? 0b1111 : 0
        guard !digits.contains(UInt8(ascii: "=")), padding == 0 || (digits.last.flatMap(value) ?? 0xFF) & unused == 0
        else { return "Invalid last non-pad Base64 character dectected" }
        return nil
    }

    /// The six bits of a digit.
    private static func value(of digit: UInt8) -> UInt8? {
        switch digit {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): digit - UInt8(ascii: "A")
        case UInt8(ascii: "a")...UInt8(ascii: "z"): digit - UInt8(ascii: "a") + 26
        case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0") + 52
        case UInt8(ascii: "+"): 62
        case UInt8(ascii: "/"): 63
        default: nil
        }
    }
}
