/// A string's content as it stands in JSON, between the quotes.
struct JSONText {
    let bytes: UnsafeBufferPointer<UInt8>
    /// Whether a backslash is among the bytes; their escapes are known to be of the right form.
    let hasEscapes: Bool
    /// Whether all bytes are surely ASCII; if not, they have yet to be checked to be UTF-8.
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

    /// Reads a string of ASCII without escapes that does not end near the end of all; returns `nil` if something else is there,
    /// and has not moved then.
    @inline(__always)
    mutating func plainText() -> UnsafeBufferPointer<UInt8>? {
        guard at < end, at.pointee == UInt8(ascii: "\"") else { return nil }
        let start = at + 1
        var here = start
        while end - here >= 16 {
            let special = PlainBlock(here)
            guard special.isEmpty else {
                here += special.count
                guard here.pointee == UInt8(ascii: "\"") else { return nil }
                at = here + 1
                return UnsafeBufferPointer(start: start, count: here - start)
            }
            here += 16
            // Most texts end in the first block; the others are looked at by two.
            while end - here >= 32, PlainBlock(here).isEmpty(with: PlainBlock(here + 16)) { here += 32 }
        }
        return nil
    }

    /// Reads a string's content, sixteen bytes at a time, and its closing quote.
    mutating func textAndQuote() throws(AttributeError) -> JSONText {
        let start = at
        var here = at
        var hasEscapes = false
        // The bits of all bytes so far, and perhaps of some behind the string; the high ones tell whether they are ASCII.
        var seen: UInt64 = 0
        while true {
            while end - here >= 16 {
                let block = JSONBlock(here)
                seen |= block.bits
                guard block.isPlain else {
                    here += block.plainCount
                    break
                }
                here += 16
            }
            guard here < end else { throw malformed("a string without an end", at: here) }
            let byte = here.pointee
            if byte == UInt8(ascii: "\"") {
                at = here + 1
                return JSONText(
                    bytes: UnsafeBufferPointer(start: start, count: here - start), hasEscapes: hasEscapes,
                    isASCII: seen & JSONBlock.highBits == 0)
            }
            if byte == UInt8(ascii: "\\") {
                hasEscapes = true
                here += try escapeLength(at: here)
            } else if byte < 0x20 {
                throw malformed("a control character in a string", at: here)
            } else {
                // Only within the last sixteen bytes of all.
                seen |= UInt64(byte)
                here += 1
            }
        }
    }

    /// The length of an escape, which has to be of the right form; whether two of them make a pair is seen later.
    @inline(never)
    private func escapeLength(at escape: UnsafePointer<UInt8>) throws(AttributeError) -> Int {
        guard end - escape >= 2 else { throw malformed("a string without an end", at: escape) }
        switch escape[1] {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"), UInt8(ascii: "f"),
            UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
            return 2
        case UInt8(ascii: "u"):
            guard end - escape >= 6, JSONBytes.hexadecimal(escape + 2) != nil else {
                throw malformed("an escape that is not four hexadecimal digits", at: escape)
            }
            return 6
        default: throw malformed("an unknown escape in a string", at: escape)
        }
    }

    /// The string that a text spells.
    ///
    /// - Throws: `.malformed` for bytes that are not UTF-8 and for half a surrogate pair: neither can be a `String`, and
    ///   replacing them would change a key unseen.
    func string(_ text: JSONText) throws(AttributeError) -> String {
        try validate(text)
        if !text.hasEscapes { return String(utf8: text.bytes, isASCII: text.isASCII) }
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
