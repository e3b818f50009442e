extension KeyText {
    /// Appends an integer with `width` digits, so that the texts of all integers that fit are in numeric order: a negative one is
    /// `-` and the nines' complement of its magnitude. One that needs more digits is refused.
    public mutating func append<I: FixedWidthInteger>(integer value: I, width: Int) {
        if let small = Int64(exactly: value), (0...19).contains(width), append(small, width: width) { return }
        guard let magnitude = UInt128(exactly: value.magnitude) else {
            return refuse("\(value) has more than 128 bits, which no key keeps")
        }
        let digits = FixedDigits(magnitude: magnitude, zeros: 0, isNegative: value < 0, width: width, scale: 0)
        if !digits.append(to: &utf8) { refuse("\(value) has more than \(width) digits, the key keeps no more") }
    }

    /// The same for one of 64 bits; `false` where it needs more digits.
    private mutating func append(_ value: Int64, width: Int) -> Bool {
        let isNegative = value < 0
        let nines = UInt8(ascii: "0") + UInt8(ascii: "9")
        let start = utf8.count
        if isNegative { utf8.append(UInt8(ascii: "-")) }
        let first = utf8.count
        for _ in 0..<width { utf8.append(UInt8(ascii: isNegative ? "9" : "0")) }
        var rest = value.magnitude
        utf8.withMutableBytes { text in
            var position = first + width
            while rest > 0, position > first {
                let (quotient, digit) = rest.quotientAndRemainder(dividingBy: 10)
                let byte = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: digit)
                position -= 1
                text[position] = isNegative ? nines - byte : byte
                rest = quotient
            }
        }
        if rest > 0 { utf8.truncate(to: start) }
        return rest == 0
    }

    /// Appends a number with `width` digits before and `scale` digits after the point, in the same order. One that needs more digits
    /// on either side is refused, not rounded.
    public mutating func append(fixedPoint value: Number, width: Int, scale: Int) {
        let zeros = Int(value.exponent) + scale
        guard zeros >= 0 else {
            return refuse("\(value) has more than \(scale) digits after the point, the key keeps no more")
        }
        let digits = FixedDigits(
            magnitude: value.significand.magnitude, zeros: zeros, isNegative: value.isNegative, width: width,
            scale: scale)
        if !digits.append(to: &utf8) {
            refuse("\(value) has more than \(width) digits before the point, the key keeps no more")
        }
    }
}

/// A number in fixed width: `width` digits, and `scale` behind a point if there are some.
private struct FixedDigits {
    let magnitude: UInt128
    /// How many zeros follow the magnitude's digits.
    let zeros: Int
    let isNegative: Bool
    let width: Int
    let scale: Int

    /// Returns `false`, and appends nothing, where the digits do not fit.
    func append(to text: inout ShortBytes) -> Bool {
        let count = DecimalDigits.count(magnitude)
        guard width >= 0, scale >= 0, count == 0 || count + zeros <= width + scale else { return false }
        let start = text.count
        // Written from the last digit to the first, and then turned round.
        let nines = UInt8(ascii: "0") + UInt8(ascii: "9")
        var rest = magnitude
        for position in 0..<(width + scale) {
            if position == scale, scale > 0 { text.append(UInt8(ascii: ".")) }
            var digit = UInt8(ascii: "0")
            if position >= zeros, rest > 0 {
                let (quotient, remainder) = DecimalDigits.divided(rest, by: 10)
                digit += UInt8(truncatingIfNeeded: remainder)
                rest = quotient
            }
            text.append(isNegative ? nines - digit : digit)
        }
        if isNegative { text.append(UInt8(ascii: "-")) }
        text.reverse(from: start)
        return true
    }
}

extension KeyText {
    /// FNV-1a, 64 bits, of the text, modulo `count`: part of what is stored, so it never changes.
    func shard(of count: Int) -> Int {
        let hash = utf8.withBytes { FNV1a.hash($0) }
        return count > 0 ? Int(hash % UInt64(count)) : 0
    }

    /// Appends the number of a shard with as many digits as the highest shard has.
    mutating func append(shard number: Int, of count: Int) {
        guard number >= 0, number < count else {
            return refuse("there is no shard \(number) of \(count): they are numbered from 0")
        }
        append(integer: number, width: String(count - 1).utf8.count)
    }
}
