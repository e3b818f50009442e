// Ordered bytes: a number as 2 to 21 bytes whose order, byte by byte, is the order of the numbers.
//
// A positive number is written in base 100 as d₀.d₁d₂…dₙ × 100^E with d₀ ≥ 1 and dₙ ≥ 1, E between -65 and 62:
//
//     first byte    0x80 + (E + 65)
//     then          2·dᵢ + 1 for each digit but the last, 2·dₙ for the last
//
// The low bit says whether another digit follows: a number's bytes are never the beginning of another number's, so they
// can stand in front of anything else, and a longer fraction sorts after its beginning. Zero has E = -65 and the single
// digit 0: 80 00, below every positive number. A negative number is its positive one with all bits inverted, which turns
// the order round. The form is canonical: equal numbers have equal bytes.
//
//     0 → 80 00    1 → C1 02    99 → C1 C6    100 → C2 02    12.5 → C1 19 64    -1 → 3E FD

extension Number {
    /// What is added to an exponent of 100 in the first byte.
    private static let bias = 0x80 + 65
    /// The most base-100 digits a number can have: 38 decimal digits that start and end in the middle of a pair.
    private static let maximumPairs = 20

    /// Appends the number's ordered bytes, 2 to 21 of them.
    package func appendOrderedBytes(to bytes: inout some (ByteSink & ~Copyable)) {
        if significand == 0 {
            bytes.append(0x80)
            bytes.append(0)
            return
        }
        Number.appendOrderedBytes(
            magnitude: significand.magnitude, exponent: Int(exponent), isNegative: isNegative, to: &bytes)
    }

    /// Appends the ordered bytes of an integer without making a `Number` of it.
    package static func appendOrderedBytes(_ value: Int64, to bytes: inout some (ByteSink & ~Copyable)) {
        let magnitude = value.magnitude
        if magnitude < 100 {
            let mask: UInt8 = value < 0 ? 0xFF : 0
            bytes.append(UInt8(magnitude == 0 ? 0x80 : bias) ^ mask)
            bytes.append(UInt8(truncatingIfNeeded: magnitude << 1) ^ mask)
            return
        }
        appendOrderedBytes(magnitude: UInt128(magnitude), exponent: 0, isNegative: value < 0, to: &bytes)
    }

    private static func appendOrderedBytes(
        magnitude: UInt128, exponent: Int, isNegative: Bool, to bytes: inout some (ByteSink & ~Copyable)
    ) {
        let leading = exponent + DecimalDigits.count(magnitude) - 1
        let mask: UInt8 = isNegative ? 0xFF : 0
        // The shift rounds down, for negative exponents too.
        let first = UInt8(truncatingIfNeeded: (leading >> 1) + bias)
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: maximumPairs + 1) { buffer in
            let start = writePairs(of: magnitude, times10: exponent & 1 != 0, into: buffer)
            var end = buffer.count
            while end - 1 > start, buffer[end - 1] == 0 { end -= 1 }
            for index in start..<end { buffer[index] = (buffer[index] << 1 | 1) ^ mask }
            buffer[end - 1] ^= 1
            buffer[start - 1] = first ^ mask
            bytes.append(contentsOf: UnsafeBufferPointer(rebasing: buffer[(start - 1)..<end]))
        }
    }

    /// Writes the base-100 digits of a value, or of ten times the value, to the end of a buffer; returns where they start.
    private static func writePairs(
        of value: UInt128, times10: Bool, into buffer: UnsafeMutableBufferPointer<UInt8>
    ) -> Int {
        var (rest, index) = (value, buffer.count)
        if times10 {
            let (quotient, remainder) = DecimalDigits.divided(rest, by: 10)
            index -= 1
            buffer[index] = UInt8(truncatingIfNeeded: remainder) * 10
            rest = quotient
        }
        // 128-bit divisions are slow: cut off nine pairs at once.
        while rest > UInt128(UInt64.max) {
            let (quotient, remainder) = DecimalDigits.divided(rest, by: 1_000_000_000_000_000_000)
            var block = remainder
            for _ in 0..<9 {
                index -= 1
                buffer[index] = UInt8(truncatingIfNeeded: block % 100)
                block /= 100
            }
            rest = quotient
        }
        var last = UInt64(truncatingIfNeeded: rest)
        while last > 0 {
            index -= 1
            buffer[index] = UInt8(truncatingIfNeeded: last % 100)
            last /= 100
        }
        return index
    }

    /// Reads ordered bytes, or returns `nil` if they are not exactly those of one number.
    package init?(orderedBytes bytes: UnsafeRawBufferPointer) {
        let pairs = bytes.count - 1
        guard (1...Number.maximumPairs).contains(pairs) else { return nil }
        let mask: UInt8 = bytes[0] < 0x80 ? 0xFF : 0
        let head = Int(bytes[0] ^ mask)
        let (first, last) = (bytes[1] ^ mask, bytes[pairs] ^ mask)
        if pairs == 1, first == 0 {
            guard head == 0x80, mask == 0 else { return nil }
            self = .zero
            return
        }
        // `>> 1` takes the digit, bit 0 says that more follow.
        guard first >> 1 != 0, last >> 1 != 0, last >> 1 < 100, last & 1 == 0 else { return nil }
        let endsInZero = (last >> 1).isMultiple(of: 10)
        if pairs == Number.maximumPairs {
            guard first >> 1 < 10, endsInZero else { return nil }
        }
        // Nine pairs at a time fit 64 bits.
        var coefficient: UInt128 = 0
        var (block, blockPairs) = (UInt64(0), 0)
        for index in 1..<pairs {
            let byte = bytes[index] ^ mask
            guard byte & 1 == 1, byte >> 1 < 100 else { return nil }
            block = block * 100 + UInt64(byte >> 1)
            blockPairs += 1
            if blockPairs == 9 {
                coefficient = coefficient * 1_000_000_000_000_000_000 + UInt128(block)
                (block, blockPairs) = (0, 0)
            }
        }
        coefficient = coefficient * DecimalDigits.power(2 * blockPairs) + UInt128(block)
        coefficient =
            endsInZero
            ? coefficient * 10 + UInt128(last >> 1) / 10 : coefficient * 100 + UInt128(last >> 1)
        let exponent = 2 * (head - Number.bias - (pairs - 1)) + (endsInZero ? 1 : 0)
        self.init(normal: mask == 0 ? Int128(coefficient) : -Int128(coefficient), exponent: Int16(exponent))
    }

    /// The integer that ordered bytes stand for; `nil` for a fraction, for what does not fit, and for other bytes.
    package static func int64(orderedBytes bytes: UnsafeRawBufferPointer) -> Int64? {
        let pairs = bytes.count - 1
        guard pairs >= 1 else { return nil }
        let mask: UInt8 = bytes[0] < 0x80 ? 0xFF : 0
        let head = bytes[0] ^ mask
        let exponent = Int(head) - bias
        if head == 0x80 { return pairs == 1 && bytes[1] == 0 && mask == 0 ? 0 : nil }
        // 100^9 is 10^18, the highest power below Int64.max.
        guard exponent >= pairs - 1, exponent <= 9 else { return nil }
        var magnitude: UInt64 = 0
        for index in 1...pairs {
            let byte = bytes[index] ^ mask
            guard byte >> 1 < 100, (byte & 1 == 0) == (index == pairs) else { return nil }
            let (product, overflow) = magnitude.multipliedReportingOverflow(by: 100)
            let (sum, carry) = product.addingReportingOverflow(UInt64(byte >> 1))
            if overflow || carry { return nil }
            magnitude = sum
        }
        // Canonical bytes neither start nor end with the digit 0.
        guard (bytes[1] ^ mask) >> 1 != 0, (bytes[pairs] ^ mask) >> 1 != 0 else { return nil }
        for _ in 0..<(exponent - pairs + 1) {
            let (product, overflow) = magnitude.multipliedReportingOverflow(by: 100)
            if overflow { return nil }
            magnitude = product
        }
        if mask == 0 { return Int64(exactly: magnitude) }
        return magnitude <= Int64.min.magnitude ? Int64(truncatingIfNeeded: 0 &- magnitude) : nil
    }
}
