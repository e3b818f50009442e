/// What single bytes of JSON text mean.
enum JSONBytes {
    /// Whether a string cannot have the byte as it is.
    @inline(__always)
    static func needsEscape(_ byte: UInt8) -> Bool {
        byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
    }

    /// Whether a string can have all of the bytes as they are. Looks at sixteen bytes at a time, at some of the last ones twice where they are
    /// fewer, which costs nothing.
    @inline(__always)
    static func isPlain(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        guard let base = text.baseAddress else { return true }
        let count = text.count
        if count >= 16 {
            var index = 0
            repeat {
                guard JSONBlock(base + index).isPlain else { return false }
                index += 16
            } while index <= count - 16
            return index == count || JSONBlock(base + count - 16).isPlain
        }
        if count >= 4 { return JSONBlock(short: text).isPlain }
        for byte in text where needsEscape(byte) { return false }
        return true
    }

    /// The value of four hexadecimal digits.
    static func hexadecimal(_ digits: UnsafePointer<UInt8>) -> UInt16? {
        var value: UInt16 = 0
        for index in 0..<4 {
            let digit = digits[index]
            switch digit {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): value = value << 4 | UInt16(digit - UInt8(ascii: "0"))
            case UInt8(ascii: "a")...UInt8(ascii: "f"): value = value << 4 | UInt16(digit - UInt8(ascii: "a") + 10)
            case UInt8(ascii: "A")...UInt8(ascii: "F"): value = value << 4 | UInt16(digit - UInt8(ascii: "A") + 10)
            default: return nil
            }
        }
        return value
    }

    /// Writes what a text with well-formed escapes spells, which is never longer than the text, and returns its length;
    /// `nil` if it has half a surrogate pair.
    static func unescape(_ text: UnsafeBufferPointer<UInt8>, into target: UnsafeMutablePointer<UInt8>) -> Int? {
        guard let source = text.baseAddress else { return 0 }
        var (from, to) = (0, 0)
        while from < text.count {
            let byte = source[from]
            guard byte == UInt8(ascii: "\\") else {
                target[to] = byte
                (from, to) = (from + 1, to + 1)
                continue
            }
            let escape = source[from + 1]
            guard escape == UInt8(ascii: "u") else {
                target[to] = character(of: escape)
                (from, to) = (from + 2, to + 1)
                continue
            }
            guard let (scalar, length) = scalar(source + from, count: text.count - from) else { return nil }
            from += length
            for unit in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter {
                target[to] = unit
                to += 1
            }
        }
        return to
    }

    private static func character(of escape: UInt8) -> UInt8 {
        switch escape {
        case UInt8(ascii: "b"): 0x08
        case UInt8(ascii: "f"): 0x0C
        case UInt8(ascii: "n"): 0x0A
        case UInt8(ascii: "r"): 0x0D
        case UInt8(ascii: "t"): 0x09
        default: escape
        }
    }

    /// The scalar of a `\uXXXX` or of two that are a surrogate pair, and the length of the escape.
    private static func scalar(_ escape: UnsafePointer<UInt8>, count: Int) -> (Unicode.Scalar, Int)? {
        guard count >= 6, let first = hexadecimal(escape + 2) else { return nil }
        if let scalar = Unicode.Scalar(first) { return (scalar, 6) }
        guard first < 0xDC00, count >= 12, escape[6] == UInt8(ascii: "\\"), escape[7] == UInt8(ascii: "u"),
            let second = hexadecimal(escape + 8), (0xDC00..<0xE000).contains(second)
        else { return nil }
        let value = 0x10000 + (UInt32(first) - 0xD800) << 10 + (UInt32(second) - 0xDC00)
        guard let scalar = Unicode.Scalar(value) else { return nil }
        return (scalar, 12)
    }

    /// Whether the bytes are UTF-8: no overlong forms, no surrogates, nothing above U+10FFFF.
    static func isUTF8(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
        guard var at = text.baseAddress else { return true }
        let end = at + text.count
        while at < end {
            while end - at >= 8, UnsafeRawPointer(at).loadUnaligned(as: UInt64.self) & JSONBlock.highBits == 0 {
                at += 8
            }
            guard at < end else { break }
            let lead = at.pointee
            let length: Int
            var second: ClosedRange<UInt8> = 0x80...0xBF
            switch lead {
            case 0..<0x80:
                at += 1
                continue
            case 0xC2...0xDF: length = 2
            case 0xE0: (length, second) = (3, 0xA0...0xBF)
            case 0xED: (length, second) = (3, 0x80...0x9F)
            case 0xE1...0xEF: length = 3
            case 0xF0: (length, second) = (4, 0x90...0xBF)
            case 0xF1...0xF3: length = 4
            case 0xF4: (length, second) = (4, 0x80...0x8F)
            default: return false
            }
            guard end - at >= length, second.contains(at[1]) else { return false }
            for index in 2..<max(2, length) where at[index] & 0xC0 != 0x80 { return false }
            at += length
        }
        return true
    }
}
