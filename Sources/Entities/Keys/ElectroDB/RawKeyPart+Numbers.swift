// Numbers as ECMAScript's Number::toString writes them (https://tc39.es/ecma262/#sec-numeric-types-number-tostring).

extension RawKeyPart where Self: FixedWidthInteger {
    /// The digits, also of integers above 2^53, which JavaScript would round; from 10^21 on as `1e+21`, where a double is exactly that.
    public func writeRaw(to key: inout KeyText) {
        if let magnitude = UInt64(exactly: magnitude) {
            key.append(digits: magnitude, isNegative: self < 0)
        } else if let magnitude = UInt128(exactly: magnitude), magnitude < KeyText.leastWithExponent {
            key.append(literal: description)
        } else if let number = Number(exactly: self) {
            number.writeRaw(to: &key)
        } else {
            key.refuse("\(self) has more digits than a number in JavaScript")
        }
    }
}

extension Int: RawKeyPart {}
extension Int8: RawKeyPart {}
extension Int16: RawKeyPart {}
extension Int32: RawKeyPart {}
extension Int64: RawKeyPart {}
extension Int128: RawKeyPart {}
extension UInt: RawKeyPart {}
extension UInt8: RawKeyPart {}
extension UInt16: RawKeyPart {}
extension UInt32: RawKeyPart {}
extension UInt64: RawKeyPart {}
extension UInt128: RawKeyPart {}

extension Double: RawKeyPart {
    public func writeRaw(to key: inout KeyText) {
        // Up to 2^53 an integer's digits are all there are; -0 is 0.
        if magnitude <= 0x1p53, let integer = Int64(exactly: self) {
            integer.writeRaw(to: &key)
        } else if isFinite {
            key.append(shortest: description)
        } else {
            key.refuse("\(self) cannot be part of a key")
        }
    }
}

extension Float: RawKeyPart {
    /// The shortest decimal that reads back as the same `Float`, which is what is stored of it.
    public func writeRaw(to key: inout KeyText) {
        if isFinite {
            key.append(shortest: description)
        } else {
            key.refuse("\(self) cannot be part of a key")
        }
    }
}

extension Number: RawKeyPart {
    public func writeRaw(to key: inout KeyText) {
        if exponent == 0, let integer = Int64(exactly: significand), integer.magnitude <= 1 << 53 {
            return integer.writeRaw(to: &key)
        }
        // JavaScript has no numbers but doubles: of any other it would write the nearest one, and read another number than is stored.
        let nearest = doubleValue
        guard nearest.isFinite, (try? Number(nearest)) == self else {
            return key.refuse(
                "\(self) has more digits than a number in JavaScript: the key would be one of another number")
        }
        nearest.writeRaw(to: &key)
    }
}

extension Decimal: RawKeyPart {
    public func writeRaw(to key: inout KeyText) {
        do throws(NumberError) {
            try Number(self).writeRaw(to: &key)
        } catch {
            key.refuse(AttributeError(error).reason)
        }
    }
}
