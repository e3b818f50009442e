// The payloads of S, N and B in JSON: all are strings.
extension ByteCursor {
    /// Reads a number in quotes.
    mutating func quotedNumber() throws(AttributeError) -> Number {
        let text = try quotedText()
        return try withUTF8(of: text) { utf8 throws(AttributeError) in
            do throws(NumberError) { return try Number(utf8: utf8) } catch { throw AttributeError(error) }
        }
    }

    /// Reads an integer of up to 18 digits in quotes; returns `nil` if something else is there, and may have moved then.
    @inline(__always)
    mutating func quotedSmallInteger() -> Int64? {
        guard skip(UInt8(ascii: "\"")) else { return nil }
        let isNegative = skip(UInt8(ascii: "-"))
        let first = at
        var value: Int64 = 0
        while at < end {
            let digit = at.pointee &- UInt8(ascii: "0")
            guard digit < 10 else { break }
            value = value &* 10 &+ Int64(digit)
            at += 1
        }
        guard (1...18).contains(at - first), skip(UInt8(ascii: "\"")) else { return nil }
        return isNegative ? -value : value
    }

    /// Reads a decimal without exponent in quotes, if one operation on `Double`s gives its exact nearest value: up to 15
    /// digits. Returns `nil` if something else is there, and may have moved then.
    @inline(__always)
    mutating func quotedPlainDecimal() -> Double? {
        guard skip(UInt8(ascii: "\"")) else { return nil }
        let isNegative = skip(UInt8(ascii: "-"))
        var value: UInt64 = 0
        var (digits, fraction) = (0, 0)
        var hasPoint = false
        while at < end {
            let digit = at.pointee &- UInt8(ascii: "0")
            if digit < 10 {
                value = value &* 10 &+ UInt64(digit)
                digits += 1
                if hasPoint { fraction += 1 }
            } else if at.pointee == UInt8(ascii: "."), !hasPoint {
                hasPoint = true
            } else {
                break
            }
            at += 1
        }
        guard (1...15).contains(digits), skip(UInt8(ascii: "\"")) else { return nil }
        var power = 1.0
        for _ in 0..<fraction { power *= 10 }
        let magnitude = Double(value) / power
        // A number has no negative zero.
        return isNegative && value != 0 ? -magnitude : magnitude
    }

    /// Reads base64 in quotes.
    mutating func quotedBase64() throws(AttributeError) -> [UInt8] {
        let text = try quotedText()
        return try withUTF8(of: text) { utf8 throws(AttributeError) in
            do throws(Base64Error) {
                return try Base64.decode(utf8: utf8)
            } catch {
                throw .malformed("not a binary value: \(error)", at: offset - text.bytes.count - 1)
            }
        }
    }
}
