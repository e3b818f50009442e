extension KeyText {
    /// Appends an integer with `width` digits, so that the texts of all integers that fit are in numeric order: a negative one is
    /// `-` and the nines' complement of its magnitude.
    public mutating func append<I: FixedWidthInteger>(integer value: I, width: Int) {
        appendDigits(String(value.magnitude), negative: value < 0, width: width, value: value)
    }

    /// Appends a number with `width` digits before and `scale` digits after the point, in the same order.
    public mutating func append(fixedPoint value: Number, width: Int, scale: Int) {
        let shift = Int(value.exponent) + scale
        guard shift >= 0 else {
            refuse("\(value) has more than \(scale) digits after the point; a key cannot hold it exactly")
            return
        }
        var digits = String(value.significand.magnitude)
        if value.significand != 0 { digits += String(repeating: "0", count: shift) }
        appendDigits(digits, negative: value.isNegative, width: width + scale, value: value, scale: scale)
    }

    private mutating func appendDigits(
        _ digits: String, negative: Bool, width: Int, value: some CustomStringConvertible, scale: Int = 0
    ) {
        guard digits.utf8.count <= width else {
            refuse("\(value) has more than \(width - scale) digits; the key keeps no more (width: \(width - scale))")
            return
        }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(width + 2)
        if negative { bytes.append(UInt8(ascii: "-")) }
        let padding = width - digits.utf8.count
        for index in 0..<width {
            if scale > 0, index == width - scale { bytes.append(UInt8(ascii: ".")) }
            bytes.append(UInt8(ascii: "0"))
            if index >= padding {
                bytes[bytes.count - 1] =
                    digits.utf8[digits.utf8.index(digits.utf8.startIndex, offsetBy: index - padding)]
            }
            if negative { bytes[bytes.count - 1] = 0x69 - bytes[bytes.count - 1] }
        }
        append(literal: String(decoding: bytes, as: UTF8.self))
    }
}

extension KeyText {
    /// FNV-1a, 64 bits, of the text, modulo `count`: part of what is stored, so it never changes.
    func shard(of count: Int) -> Int {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in text.utf8 {
            hash ^= UInt64(byte)
            hash &*= 0x100_0000_01B3
        }
        return count > 0 ? Int(hash % UInt64(count)) : 0
    }

    /// Appends the number of a shard with as many digits as the highest shard has.
    mutating func append(shard number: Int, of count: Int) {
        guard number >= 0, number < count else {
            refuse("there is no shard \(number): they are numbered 0 to \(count - 1)")
            return
        }
        append(integer: number, width: String(count - 1).utf8.count)
    }
}
