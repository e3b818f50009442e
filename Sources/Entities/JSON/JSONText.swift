/// A string's content as it stands in JSON, between the quotes.
struct JSONText {
    let bytes: UnsafeBufferPointer<UInt8>
    /// Whether a backslash is among the bytes; their escapes are known to be of the right form.
    let hasEscapes: Bool
    let isASCII: Bool
}

extension ByteCursor {
    /// Reads a string from its opening quote to behind its closing one.
    @inline(__always)
    mutating func quotedText() throws(AttributeError) -> JSONText {
        guard at < end, at.pointee == UInt8(ascii: "\"") else { throw unexpected("a string") }
        at += 1
        return try textAndQuote()
    }

    /// Reads a string's content, eight bytes at a time, and its closing quote.
    mutating func textAndQuote() throws(AttributeError) -> JSONText {
        let start = at
        var hasEscapes = false
        var seen: UInt64 = 0
        while true {
            while end - at >= 8 {
                let word = UInt64(littleEndian: UnsafeRawPointer(at).loadUnaligned(as: UInt64.self))
                let special = JSONBytes.special(in: word)
                if special == 0 {
                    seen |= word
                    at += 8
                    continue
                }
                let index = special.trailingZeroBitCount & ~7
                seen |= word & ((1 << UInt64(index)) &- 1)
                at += index >> 3
                break
            }
            guard at < end else { throw malformed("a string without an end") }
            let byte = at.pointee
            switch byte {
            case UInt8(ascii: "\""):
                defer { at += 1 }
                return JSONText(
                    bytes: UnsafeBufferPointer(start: start, count: at - start), hasEscapes: hasEscapes,
                    isASCII: seen & JSONBytes.highBits == 0)
            case UInt8(ascii: "\\"):
                hasEscapes = true
                try skipEscape()
            case 0..<0x20: throw malformed("a control character in a string")
            default:
                seen |= UInt64(byte)
                at += 1
            }
        }
    }

    private mutating func skipEscape() throws(AttributeError) {
        guard end - at >= 2 else { throw malformed("a string without an end") }
        switch at[1] {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"), UInt8(ascii: "f"),
            UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
            at += 2
        case UInt8(ascii: "u"):
            guard end - at >= 6, JSONBytes.hexadecimal(at + 2) != nil else {
                throw malformed("an escape that is not four hexadecimal digits")
            }
            at += 6
        default: throw malformed("an unknown escape in a string")
        }
    }

    /// The string that a text spells.
    ///
    /// - Throws: `.malformed` for bytes that are not UTF-8 and for half a surrogate pair: neither can be a `String`, and
    ///   replacing them would change a key unseen.
    func string(_ text: JSONText) throws(AttributeError) -> String {
        if !text.hasEscapes {
            if text.isASCII { return String(decoding: text.bytes, as: UTF8.self) }
            guard let string = String(validating: text.bytes, as: UTF8.self) else { throw notUTF8(text) }
            return string
        }
        try validate(text)
        var isWhole = true
        let string = String(unsafeUninitializedCapacity: text.bytes.count) { buffer in
            guard let base = buffer.baseAddress, let count = JSONBytes.unescape(text.bytes, into: base) else {
                isWhole = false
                return 0
            }
            return count
        }
        guard isWhole else { throw loneSurrogate(text) }
        return string
    }

    /// Gives the UTF-8 that a text spells to a closure.
    func withUTF8<T>(
        of text: JSONText, _ body: (UnsafeBufferPointer<UInt8>) throws(AttributeError) -> T
    ) throws(AttributeError) -> T {
        try validate(text)
        if !text.hasEscapes { return try body(text.bytes) }
        let unescaped = try unescaped(text)
        return try unescaped.withUnsafeBufferPointer(body)
    }

    /// The UTF-8 of a text with escapes.
    private func unescaped(_ text: JSONText) throws(AttributeError) -> [UInt8] {
        var isWhole = true
        let bytes = [UInt8](unsafeUninitializedCapacity: text.bytes.count) { buffer, count in
            if let base = buffer.baseAddress, let written = JSONBytes.unescape(text.bytes, into: base) {
                count = written
            } else {
                isWhole = false
            }
        }
        guard isWhole else { throw loneSurrogate(text) }
        return bytes
    }

    /// Throws if the bytes are not UTF-8.
    @inline(__always)
    func validate(_ text: JSONText) throws(AttributeError) {
        guard text.isASCII || JSONBytes.isUTF8(text.bytes) else { throw notUTF8(text) }
    }

    private func notUTF8(_ text: JSONText) -> AttributeError {
        .malformed("a string that is not UTF-8", at: (text.bytes.baseAddress ?? at) - start)
    }

    private func loneSurrogate(_ text: JSONText) -> AttributeError {
        .malformed("half a surrogate pair in a string", at: (text.bytes.baseAddress ?? at) - start)
    }
}
