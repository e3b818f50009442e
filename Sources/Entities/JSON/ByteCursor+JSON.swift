// Reading JSON bytes, which come from elsewhere and may be anything: every step checks what is there, and throws
// `AttributeError.malformed` with the offset.
extension ByteCursor {
    /// JSON nested deeper than this is refused. An attribute value of 32 levels takes two levels of JSON for each, and
    /// a response puts a few around it.
    static let maximumJSONDepth = 256

    func malformed(_ reason: String) -> AttributeError { .malformed(reason, at: offset) }

    @inline(never)
    func malformed(_ reason: String, at place: UnsafePointer<UInt8>) -> AttributeError {
        .malformed(reason, at: place - start)
    }

    @inline(never)
    func unexpected(_ expected: String) -> AttributeError {
        guard at < end else { return malformed("expected \(expected), and the text ends") }
        let found =
            (0x21..<0x7F).contains(at.pointee) ? "'\(Character(Unicode.Scalar(at.pointee)))'" : "a byte \(at.pointee)"
        return malformed("expected \(expected), found \(found)")
    }

    @inline(__always)
    mutating func skipWhitespace() {
        // DynamoDB sends none: one comparison is the rule.
        while at < end, at.pointee <= 0x20 {
            guard at.pointee == 0x20 || at.pointee == 0x0A || at.pointee == 0x0D || at.pointee == 0x09 else { return }
            at += 1
        }
    }

    /// Whether the next byte is this one; steps over it then.
    @inline(__always)
    mutating func skip(_ byte: UInt8) -> Bool {
        guard at < end, at.pointee == byte else { return false }
        at += 1
        return true
    }

    @inline(__always)
    mutating func expect(_ byte: UInt8) throws(AttributeError) {
        guard skip(byte) else { throw unexpected("'\(Character(Unicode.Scalar(byte)))'") }
    }

    @inline(__always)
    mutating func colon() throws(AttributeError) {
        if at < end, at.pointee != UInt8(ascii: ":") { skipWhitespace() }
        try expect(UInt8(ascii: ":"))
        skipWhitespace()
    }

    /// Enters an object or array: returns whether it has a first member or element, and stands there or behind its end.
    @inline(__always)
    mutating func enter(_ open: UInt8, _ close: UInt8) throws(AttributeError) -> Bool {
        try expect(open)
        skipWhitespace()
        return !skip(close)
    }

    /// Behind a member or element: returns whether another one follows, and stands there or behind the end.
    @inline(__always)
    mutating func next(_ close: UInt8) throws(AttributeError) -> Bool {
        skipWhitespace()
        if skip(UInt8(ascii: ",")) {
            skipWhitespace()
            return true
        }
        try expect(close)
        return false
    }

    mutating func literal(_ text: StaticString) throws(AttributeError) {
        let count = text.utf8CodeUnitCount
        let matches = text.withUTF8Buffer { literal in
            remaining >= count && equalBytes(UnsafeBufferPointer(start: at, count: count), literal)
        }
        guard matches else { throw unexpected(text.description) }
        at += count
    }

    /// Reads `true` or `false`.
    @inline(__always)
    mutating func boolean() throws(AttributeError) -> Bool {
        if at < end, at.pointee == UInt8(ascii: "t") {
            try literal("true")
            return true
        }
        try literal("false")
        return false
    }

    /// Reads a number of JSON's strict grammar and returns its text.
    mutating func numberText() throws(AttributeError) -> UnsafeBufferPointer<UInt8> {
        let start = at
        _ = skip(UInt8(ascii: "-"))
        if !skip(UInt8(ascii: "0")) { try digits() }
        if skip(UInt8(ascii: ".")) { try digits() }
        if skip(UInt8(ascii: "e")) || skip(UInt8(ascii: "E")) {
            if !skip(UInt8(ascii: "+")) { _ = skip(UInt8(ascii: "-")) }
            try digits()
        }
        return UnsafeBufferPointer(start: start, count: at - start)
    }

    private mutating func digits() throws(AttributeError) {
        let start = at
        while at < end, at.pointee &- UInt8(ascii: "0") < 10 { at += 1 }
        guard at > start else { throw unexpected("a digit") }
    }

    /// Skips any value, checking that it is JSON.
    ///
    /// Without recursion: which of the open brackets are braces is kept in the bits of an integer.
    mutating func skipValue() throws(AttributeError) {
        var braces: UInt128 = 0
        // Those of the outer brackets, once there are more than 128.
        var outerBraces: UInt128 = 0
        var depth = 0
        while true {
            guard at < end else { throw unexpected("a value") }
            switch at.pointee {
            case UInt8(ascii: "\""): try skipText()
            case UInt8(ascii: "{"), UInt8(ascii: "["):
                let isObject = at.pointee == UInt8(ascii: "{")
                guard depth < ByteCursor.maximumJSONDepth else { throw malformed("JSON is nested too deep") }
                if try enter(at.pointee, at.pointee + 2) {
                    if depth >= 128 { outerBraces = outerBraces << 1 | braces >> 127 }
                    braces = braces << 1 | (isObject ? 1 : 0)
                    depth += 1
                    if isObject { try skipName() }
                    continue
                }
            case UInt8(ascii: "t"), UInt8(ascii: "f"): _ = try boolean()
            case UInt8(ascii: "n"): try literal("null")
            default: _ = try numberText()
            }
            // Behind a value: close what ends here.
            while true {
                if depth == 0 { return }
                let isObject = braces & 1 == 1
                if try next(isObject ? UInt8(ascii: "}") : UInt8(ascii: "]")) {
                    if isObject { try skipName() }
                    break
                }
                braces >>= 1
                depth -= 1
                if depth >= 128 {
                    braces |= outerBraces << 127
                    outerBraces >>= 1
                }
            }
        }
    }

    private mutating func skipName() throws(AttributeError) {
        try skipText()
        try colon()
    }

    /// Skips a string, checking that it is one.
    @inline(__always)
    mutating func skipText() throws(AttributeError) {
        if plainText() == nil { try validate(quotedText()) }
    }
}
