/// Powers of ten and digit counts of 128-bit integers.
enum DecimalDigits {
    /// 10^0 … 10^38, all that fit.
    private static let powers: [UInt128] = {
        var powers: [UInt128] = [1]
        for _ in 0..<38 { powers.append(powers[powers.count - 1] * 10) }
        return powers
    }()

    /// 10 to the power of `exponent`, which is 0…38.
    static func power(_ exponent: Int) -> UInt128 { powers[exponent] }

    /// How many decimal digits the value has; 0 for zero.
    static func count(_ value: UInt128) -> Int {
        if value < 10 { return value == 0 ? 0 : 1 }
        // 1233/4096 is just below log10(2): the estimate is the count or one less.
        let estimate = ((128 - value.leadingZeroBitCount) * 1233) >> 12
        return value >= powers[estimate] ? estimate + 1 : estimate
    }

    /// Quotient and remainder, without a 128-bit division where the value is small.
    static func divided(_ value: UInt128, by divisor: UInt64) -> (quotient: UInt128, remainder: UInt64) {
        if let small = UInt64(exactly: value) {
            let (quotient, remainder) = small.quotientAndRemainder(dividingBy: divisor)
            return (UInt128(quotient), remainder)
        }
        let (quotient, remainder) = value.quotientAndRemainder(dividingBy: UInt128(divisor))
        return (quotient, UInt64(truncatingIfNeeded: remainder))
    }

    /// The value without the zeros at its end, and how many there were. Zero stays zero.
    static func trimmed(_ value: UInt64) -> (value: UInt64, zeros: Int) {
        var (value, zeros) = (value, 0)
        guard value != 0 else { return (0, 0) }
        // Multiples of ten are even.
        while value & 1 == 0 {
            let (quotient, remainder) = value.quotientAndRemainder(dividingBy: 10)
            guard remainder == 0 else { break }
            (value, zeros) = (quotient, zeros + 1)
        }
        return (value, zeros)
    }

    /// The value without the zeros at its end, and how many there were. Zero stays zero.
    static func trimmed(_ value: UInt128) -> (value: UInt128, zeros: Int) {
        var (value, zeros) = (value, 0)
        while value > UInt128(UInt64.max), value & 1 == 0 {
            let (quotient, remainder) = value.quotientAndRemainder(dividingBy: 10)
            guard remainder == 0 else { return (value, zeros) }
            (value, zeros) = (quotient, zeros + 1)
        }
        guard let small = UInt64(exactly: value) else { return (value, zeros) }
        let rest = trimmed(small)
        return (UInt128(rest.value), zeros + rest.zeros)
    }
}
